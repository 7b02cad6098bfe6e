import { itemName } from '../../src/core/tables/label';
import { product, sumOfRun, type Content, type SheetDraft } from './sheet-draft';

/** One error of a dirty twin, as its `.truth.json` states it. */
export interface Truth {
  readonly sheet: string;
  readonly cells: readonly (readonly [row: number, column: number])[];
  /** The rule that should tell it, or any of several that rightly may. */
  readonly code: string | readonly string[];
  readonly kind: string;
  readonly was: unknown;
  readonly is: unknown;
  readonly level?: Level;
}

export type Level = 'error' | 'warning' | 'hint';

type Change = (was: number, row: number, text: string) => Content;

export interface Plan {
  readonly sheet: string;
  /** Name of the item, without numbering and padding; or the row. */
  readonly item: string | number;
  readonly column: number;
  readonly code: string | readonly string[];
  readonly kind: string;
  readonly change: Change;
  readonly level?: Level;
  /** What must change with it so that nothing else is broken. */
  readonly also?: readonly (Place & { readonly change: Change })[];
  /** Cells where it shows too, and may rightly be told: the rate or the total that follows from it. */
  readonly shows?: readonly Place[];
}

interface Place {
  readonly item: string | number;
  readonly column: number;
}

/** Two digits exchanged. */
export const swap = (at: number) => (was: number) => {
  const digits = was.toFixed(2).split('');
  const [a, b] = [digits[at] ?? '', digits[at + 1] ?? ''];
  if (a === b) throw new RangeError(`swapping equal digits of ${was}`);
  digits[at] = b;
  digits[at + 1] = a;
  return Number(digits.join(''));
};

/** What clerks really do to a workbook. */
export const MONTH_PLAN: readonly Plan[] = [
  { sheet: '收入执行表 ', item: '增值税', column: 7, code: 'A101', kind: 'transposed', change: swap(0) },
  { sheet: '收入执行表 ', item: '合计', column: 3, code: 'A101', kind: 'wrongTotal', change: (was) => was + 900 },
  {
    sheet: '收入执行表 ',
    item: '契税',
    column: 10,
    code: 'A102',
    kind: 'wrongRate',
    change: (was) => Math.round((was + 3.2) * 100) / 100,
  },
  {
    sheet: '收入执行表 ',
    item: '罚没收入',
    column: 11,
    code: 'A103',
    kind: 'wrongRate',
    change: (was) => Math.round((was - 5) * 100) / 100,
  },
  {
    sheet: '收入执行表 ',
    item: '专项收入',
    column: 8,
    code: 'A101',
    kind: 'droppedDigit',
    change: (was) => Number(was.toFixed(2).slice(1)),
  },
  { sheet: '支出执行表', item: '农林水支出', column: 7, code: 'A104', kind: 'sign', change: (was) => -was },
  {
    sheet: '支出执行表',
    item: '卫生健康支出',
    column: 9,
    code: 'A103',
    kind: 'otherDenominator',
    change: (was) => Math.round((was + 12.5) * 100) / 100,
  },
  { sheet: '支出执行表', item: '公共安全支出', column: 8, code: 'A102', kind: 'sign', change: (was) => -was },
  { sheet: '上级补助表', item: '结算补助收入', column: 2, code: 'A101', kind: 'scale', change: (was) => was * 10 },
  {
    sheet: '上级补助表',
    item: '专项转移支付收入',
    column: 1,
    code: 'A101',
    kind: 'wrongTotal',
    change: (was) => was - 640,
  },
  {
    sheet: '上级补助表',
    item: '均衡性转移支付收入',
    column: 5,
    code: 'A102',
    kind: 'wrongRate',
    change: (was) => Math.round((was + 10) * 10) / 10,
  },
  { sheet: '政府性基金表', item: '污水处理费收入', column: 2, code: 'A101', kind: 'omitted', change: () => undefined },
  {
    sheet: '政府性基金表',
    item: '债务付息支出',
    column: 5,
    code: 'A101',
    kind: 'wrongDigit',
    change: (was) => was + 300,
  },
  {
    sheet: '补助发放表',
    item: '石桥乡',
    column: 4,
    code: 'F205',
    kind: 'offByOne',
    change: (_, row) => product([row, 1], [row - 1, 2], [row, 3]),
  },
  { sheet: '补助发放表', item: '河口镇', column: 4, code: 'F202', kind: 'typedOver', change: (was) => was + 10_000 },
  {
    sheet: '补助发放表',
    item: '柳林镇',
    column: 4,
    code: 'F206',
    kind: 'mixedReference',
    change: (_, row) => product([row, 1], [4, 2, 'fixed'], [row, 3]),
  },
  {
    sheet: '补助发放表',
    item: '东坪乡',
    column: 7,
    code: 'F209',
    kind: 'errorValue',
    change: (_, row) => ({ formula: () => `ROUND(E${row + 1}/#REF!,2)`, error: '#REF!' }),
  },
  // The figures alone tell it too: it stands under the total, not under the formula.
  {
    sheet: '补助发放表',
    item: '合计',
    column: 5,
    code: 'A101',
    kind: 'sumStopsShort',
    change: (_, row) => sumOfRun(4, row - 2, 5),
  },
];

/** Plants the plan into the sheets; gives what was done. */
export function plantErrors(sheets: readonly SheetDraft[], plan: readonly Plan[]): Truth[] {
  return plan.map(({ sheet: name, item, column, code, kind, change, level, also = [], shows = [] }) => {
    const sheet = sheets.find((candidate) => candidate.name === name);
    if (!sheet) throw new RangeError(`no sheet ${name}`);
    const planted = plantOne(sheet, item, column, change);
    const others = also.map((one) => plantOne(sheet, one.item, one.column, one.change));
    return {
      sheet: name,
      cells: [
        planted,
        ...others,
        ...shows.map((place) => ({ row: rowOf(sheet, place.item, place.column), column: place.column })),
      ].map(({ row, column: c }) => [row, c] as const),
      code,
      kind,
      was: planted.was ?? null,
      is: planted.is,
      ...(level ? { level } : {}),
    };
  });
}

function plantOne(
  sheet: SheetDraft,
  item: string | number,
  column: number,
  change: Change,
): { row: number; column: number; was: unknown; is: unknown } {
  const row = rowOf(sheet, item, column);
  const is = change(sheet.figure(row, column), row, sheet.text(row, column));
  const was = sheet.plant({ row, column, is });
  return { row, column, was, is: typeof is === 'object' ? `=${is.formula(row)}` : (is ?? null) };
}

/** The label stands left of the figure, or a little to the right of a code or serial. */
function rowOf(sheet: SheetDraft, item: string | number, column: number): number {
  if (typeof item === 'number') return item;
  const { rows } = sheet.sheet();
  const name = itemName(item);
  const labelled = (from: number, to: number, figure: boolean) =>
    rows.findIndex((cells) => {
      const own = cells[column];
      const stands = figure ? own?.formula !== undefined || typeof own?.value === 'number' : own !== undefined;
      return (
        stands &&
        cells.some(
          (cell, c) => c >= from && c <= to && typeof cell?.value === 'string' && itemName(cell.value) === name,
        )
      );
    });
  // A header may hold the same word: a row with a figure is meant first.
  const at = [
    labelled(column - 12, column, true),
    labelled(column - 12, column, false),
    labelled(column + 1, column + 3, false),
  ].find((row) => row >= 0);
  if (at === undefined) throw new RangeError(`${sheet.name}: no item ${item}`);
  return at;
}
