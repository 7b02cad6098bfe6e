import type { Sheet } from '../../grid/sheet';
import { ExactSum } from '../../numbers/decimal';
import { halfUnit } from '../../numbers/interval';
import { months } from '../../numbers/period';
import { amountAt, columnBy, columnOf, wordsAt } from '../../tables/cells';
import type { Column, Table, TableRow } from '../../tables/table';

/** Benefits by the words for them, the narrow ones first. */
const PROGRAMS: readonly (readonly [program: string, words: RegExp])[] = [
  ['农村低保', /农村(?:居民)?(?:最低生活保障|低保)/],
  ['城市低保', /城[市镇](?:居民)?(?:最低生活保障|低保)/],
  ['农村特困', /农村(?:分散|集中)?(?:供养)?特困/],
  ['城市特困', /城[市镇]特困/],
  ['残疾人护理补贴', /残疾人护理|护理补贴/],
  ['残疾人生活补贴', /残疾人生活|困难残疾人/],
  ['残疾人两项补贴', /两项补贴/],
  ['事实无人抚养儿童', /事实无人抚养/],
  ['孤儿', /孤儿/],
  ['高龄补贴', /高龄/],
  ['临时救助', /临时救助/],
  ['乡村医生', /乡村医生|村医/],
  ['特困', /特困/],
  ['低保', /低保|最低生活保障/],
];

function programIn(text: string): string | undefined {
  return PROGRAMS.find(([, words]) => words.test(text))?.[0];
}

/** Whether a benefit is owed month by month; machines bought and trees kept are paid when they are done. */
export function isPaidMonthly(text: string): boolean {
  const program = programIn(text);
  return program !== undefined && program !== '临时救助';
}

/** A sum over the lines of a roster, or one line of a summary or of the vouchers. */
export interface Payment {
  readonly sheet: Sheet;
  readonly table: Table;
  readonly program: string;
  /** The month that is paid; undefined: not stated. */
  readonly asOf: string | undefined;
  /** Town or village; empty: all of them. */
  readonly place: string;
  readonly yuan: number;
  /** By how many yuan rounding may have moved it. */
  readonly off: number;
  readonly row: TableRow;
  readonly column: Column;
  /** Lines that were added up; 0: the figure stands there. */
  readonly lines: number;
}

/** Half of half a yuan: what a voucher rounds to. */
const VOUCHER = 0.25;

const PLACE = /乡镇|街道|乡\(镇\)|村\(?居?|区域|地区/;

/** Who is paid: the amount column of a roster or of a summary. */
function paidColumn(table: Table): Column | undefined {
  return (
    columnOf(table, 'paid') ??
    columnBy(
      table,
      /(?:发放|拨付|支付|补助|补贴|救助)[^|]*(?:金额|额|资金|金)(?!标准)|^金额|合计金额/,
      'amount',
      'month',
      'ytd',
      'due',
    ) ??
    columnOf(table, 'due') ??
    columnBy(table, /金额/, 'amount', 'month', 'ytd')
  );
}

/** Sums of a roster by place, and in all. */
export function rosterPayments(sheet: Sheet, table: Table): Payment[] {
  const program = programIn(`${table.title} ${sheet.name}`);
  const column = paidColumn(table);
  if (program === undefined || !column || !columnOf(table, 'id_number')) return [];
  const placeColumn = columnBy(table, PLACE, 'text', 'item');
  const sums = new Map<string, { sum: ExactSum; row: TableRow; lines: number }>();
  for (const row of table.rows) {
    const amount = amountAt(sheet, table, row.row, column);
    if (!amount || row.role !== 'item') continue;
    for (const place of new Set(['', placeColumn ? wordsAt(sheet, row.row, placeColumn) : ''])) {
      const known = sums.get(place) ?? { sum: new ExactSum(), row, lines: 0 };
      known.sum.add(amount.value * amount.factor);
      sums.set(place, { ...known, lines: known.lines + 1 });
    }
  }
  return [...sums].map(([place, { sum, row, lines }]) => ({
    sheet,
    table,
    program,
    asOf: table.period?.to,
    place,
    yuan: sum.value,
    off: VOUCHER,
    row,
    column,
    lines,
  }));
}

/** Lines of summaries and vouchers: by place under a title or a header that names the benefit, or by benefit. */
export function summaryPayments(sheet: Sheet, table: Table): Payment[] {
  if (columnOf(table, 'id_number')) return [];
  const named = table.columns.filter(
    ({ path, role }) =>
      programIn(path.join('|')) !== undefined && (role === 'amount' || role === 'paid' || role === 'month'),
  );
  const only = paidColumn(table);
  return (named.length > 0 ? named : only ? [only] : []).flatMap((column) => linesOf(sheet, table, column));
}

function linesOf(sheet: Sheet, table: Table, column: Column): Payment[] {
  const words = columnBy(table, /项目|补贴|救助|类别/, 'text', 'item');
  const ofTable = programIn(column.path.join('|')) ?? programIn(`${table.title} ${sheet.name}`);
  const items = table.rows.filter(({ role }) => role === 'item').length;
  return table.rows.flatMap((row): Payment[] => {
    const amount = amountAt(sheet, table, row.row, column);
    const ofRow = programIn(row.name);
    const program = ofRow ?? (words && programIn(wordsAt(sheet, row.row, words))) ?? ofTable;
    const month = Number(/^(\d{1,2})月/.exec(row.name)?.[1]);
    if (!amount || program === undefined) return [];
    const place = ofRow !== undefined || row.role === 'total' || month > 0 ? '' : row.name;
    const asOf = month > 0 ? months(Number(table.period?.to.slice(0, 4)), month, month)?.to : table.period?.to;
    const yuan = amount.value * amount.factor;
    // A total adds up what was rounded to 万元 line by line.
    const rounded = halfUnit(amount.decimals) * amount.factor * (row.role === 'total' ? items : 1);
    const off = amount.factor === 1 ? VOUCHER : rounded;
    return [{ sheet, table, program, asOf, place, yuan, off, row, column, lines: 0 }];
  });
}
