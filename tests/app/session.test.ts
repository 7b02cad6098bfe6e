import fc from 'fast-check';
import { checkWorkbook, type CheckResult } from '../../src/app/check-workbook';
import { plainCheck } from '../../src/app/plain-findings';
import { Session } from '../../src/app/session';
import { CellStoreBuilder, makeSheet } from '../../src/core/grid/build';
import { changeCells, type CellChange } from '../../src/core/grid/change-cells';
import { formulaAt, storedValue, type Sheet, type Workbook } from '../../src/core/grid/sheet';
import { companionOf } from '../../src/core/reading/read-sheet';
import { translator } from '../../src/messages/translator';
import { workbookOf } from '../support/text-table';

const REVENUE = (month: number) => `某县2023年${month}月一般公共预算收入完成情况表
单位：万元
| 项目 | 年初预算 | 本月 | 累计 | 上年同期 | 增长% |
| 税收收入 | 9000 | 310 | ${month * 310} | ${month * 290} | ${(((310 - 290) / 290) * 100).toFixed(2)} |
| 增值税 | 5000 | 205 | ${month * 205} | ${month * 200} | 2.5 |
| 企业所得税 | 4000 | 105 | ${month * 105} | ${month * 90} | ${((15 / 90) * 100).toFixed(2)} |
| 非税收入 | 2000 | 140 | ${month * 140} | ${month * 130} | ${((10 / 130) * 100).toFixed(2)} |
| 合计 | 11000 | 450 | ${month * 450} | ${month * 420} | ${((30 / 420) * 100).toFixed(2)} |`;

const PAYMENTS = `某县2023年5月补助发放表
单位：元
| 乡镇 | 人数 | 月标准 | 应发金额 | 实发金额 |
| 石桥镇 | 31 | 850 | =B4*C4 → 26350 | 26350 |
| 河口镇 | 42 | 850 | =B5*C5 → 35700 | 35700 |
| 柳林镇 | 27 | 850 | =B6*C6 → 22950 | 22950 |
| 东坪乡 | 18 | 850 | =B7*C7 → 15300 | 15300 |
| 合计 | =SUM(B4:B7) → 118 | | =SUM(D4:D7) → 100300 | 100300 |`;

function county(month: number): Workbook {
  return {
    id: `${month}月.xlsx`,
    fileName: `${month}月.xlsx`,
    sheets: [...workbookOf(REVENUE(month), '收入').sheets, ...workbookOf(PAYMENTS, '发放').sheets],
    names: [],
  };
}

function findingsOf(result: CheckResult): string {
  return JSON.stringify(plainCheck(result, translator('zh-CN')), null, 1);
}

/** The workbook as a host would read it now: stores built anew, from nothing but what the cells hold. */
function readAgain(workbook: Workbook): Workbook {
  return { ...workbook, sheets: workbook.sheets.map(rebuilt) };
}

function rebuilt({ name, cells, ...extras }: Sheet): Sheet {
  const builder = new CellStoreBuilder();
  for (let row = 0; row < cells.rowCount; row++) {
    for (let i = cells.rowStart[row] ?? 0; i < (cells.rowStart[row + 1] ?? 0); i++) {
      const column = cells.column[i] ?? 0;
      const formula = formulaAt({ name, cells, ...extras }, row, column);
      const format = cells.formats[cells.format[i] ?? 0];
      builder.add(row, column, storedValue(cells, i), { formula, format });
    }
  }
  return makeSheet(name, builder.build(), extras);
}

/** The same sheet with an empty row before one, or without it. */
function shifted(sheet: Sheet, at: number, by: 1 | -1): Sheet {
  const { cells } = sheet;
  const builder = new CellStoreBuilder();
  for (let row = 0; row < cells.rowCount; row++) {
    if (by === -1 && row === at) continue;
    for (let i = cells.rowStart[row] ?? 0; i < (cells.rowStart[row + 1] ?? 0); i++) {
      const column = cells.column[i] ?? 0;
      builder.add(row < at ? row : row + by, column, storedValue(cells, i), { formula: formulaAt(sheet, row, column) });
    }
  }
  return makeSheet(sheet.name, builder.build());
}

const cellChange: fc.Arbitrary<CellChange> = fc.record({
  row: fc.integer({ min: 2, max: 9 }),
  column: fc.nat(6),
  value: fc.oneof(
    fc.integer({ min: -50, max: 3000 }),
    fc.constantFrom<CellChange['value']>(undefined, '12,5', '合计', '350', true, { error: '#REF!' }),
  ),
});

type Step =
  | { readonly kind: 'cells'; readonly book: number; readonly sheet: string; readonly cells: readonly CellChange[] }
  | { readonly kind: 'rows'; readonly book: number; readonly sheet: string; readonly at: number; readonly by: 1 | -1 };

const sheetName = fc.constantFrom('收入', '发放');
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('cells' as const),
    book: fc.nat(1),
    sheet: sheetName,
    cells: fc.array(cellChange, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('rows' as const),
    book: fc.nat(1),
    sheet: sheetName,
    at: fc.integer({ min: 3, max: 8 }),
    by: fc.constantFrom(1 as const, -1 as const),
  }),
);

test('after any edits a session finds what a full check of the set finds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
      const session = new Session();
      const books = [county(4), county(5)];
      const ids = books.map((book) => session.open(book));
      for (const id of ids) await session.check(id);
      for (const one of steps) {
        const before = books[one.book];
        const sheet = before?.sheets.find(({ name }) => name === one.sheet);
        if (!before || !sheet) throw new RangeError('no such sheet');
        const after = one.kind === 'cells' ? changeCells(sheet, one.cells) : shifted(sheet, one.at, one.by);
        if (one.kind === 'cells') session.change(ids[one.book] ?? '', one.sheet, one.cells);
        else session.replace(ids[one.book] ?? '', after);
        books[one.book] = { ...before, sheets: before.sheets.map((each) => (each === sheet ? after : each)) };
        // A check in between must leave nothing behind.
        await session.check(ids[one.book] ?? '');
      }
      const again = books.map(readAgain);
      for (const [i, book] of again.entries()) {
        const companions = again.filter((other) => other !== book).map((other) => companionOf(other));
        const full = findingsOf(await checkWorkbook(book, { companions }));
        expect(findingsOf(await session.check(ids[i] ?? ''))).toBe(full);
      }
    }),
    { numRuns: 60 },
  );
});

test('one typed figure: what was wrong is mended, what is wrong is new, and the others stay', async () => {
  const session = new Session();
  const id = session.open(county(5));
  const errors = async () => (await session.check(id)).outcome.findings.filter(({ level }) => level === 'error');
  expect(await errors()).toEqual([]);
  session.change(id, '发放', [{ row: 4, column: 4, value: 35070 }]);
  const wrong = (await errors()).find(({ code }) => code === 'T308');
  expect(wrong).toMatchObject({ code: 'T308', at: [{ book: id, sheet: '发放', row: 4, column: 4 }, { column: 3 }] });
  session.change(id, '发放', [{ row: 4, column: 4, value: 35700 }]);
  expect(await errors()).toEqual([]);
});

test('books of a set tie to each other, and no longer once one is closed', async () => {
  const session = new Session();
  const [april, may] = [session.open(county(4)), session.open(county(5))];
  const ties = async () => (await session.check(may)).outcome.skipped.map(({ rule }) => rule).includes('T305');
  expect(await ties()).toBe(false);
  session.close(april);
  expect(await ties()).toBe(true);
  expect(session.books()).toEqual([may]);
  await expect(session.check(april)).rejects.toThrow(RangeError);
});

test('cells are put where they belong: into rows and columns that were there, between them and beyond', () => {
  const [sheet] = workbookOf('| 甲 | 1 | |\n\n| 乙 | | 3 |').sheets;
  if (!sheet) throw new RangeError('no sheet');
  fc.assert(
    fc.property(
      fc.array(fc.record({ row: fc.nat(6), column: fc.nat(5), value: fc.nat(9) }), { maxLength: 8 }),
      (cells) => {
        const held = new Map<string, unknown>();
        const changed = changeCells(sheet, cells);
        const read = ({ cells: store }: Sheet, into: Map<string, unknown>) => {
          for (let row = 0; row < store.rowCount; row++)
            for (let i = store.rowStart[row] ?? 0; i < (store.rowStart[row + 1] ?? 0); i++)
              into.set(`${row},${store.column[i] ?? 0}`, storedValue(store, i));
          return into;
        };
        read(sheet, held);
        for (const { row, column, value } of cells) held.set(`${row},${column}`, value);
        expect([...read(changed, new Map())].sort()).toEqual([...held].sort());
        expect(read(sheet, new Map()).size).toBe(sheet.cells.column.length);
      },
    ),
  );
});

it('judges a result again when the sheet that it looks into is edited', async () => {
  const totals = `某县2023年5月补助汇总表
单位：元
| 项目 | 金额 |
| 应发 | =发放!D8 → 100300 |
| 人数 | =SUM(发放!B4:B7) → 118 |`;
  const before = county(5);
  const workbook = { ...before, sheets: [...before.sheets, ...workbookOf(totals, '汇总').sheets] };
  const session = new Session();
  const id = session.open(workbook);
  const stale = async () =>
    (await session.check(id)).outcome.findings.filter(
      ({ code, at: [first] }) => code === 'F211' && first !== undefined && 'sheet' in first && first.sheet === '汇总',
    );
  expect(await stale()).toEqual([]);
  session.change(id, '发放', [{ row: 3, column: 1, value: 41 }]);
  expect(await stale()).toMatchObject([{ expected: 128, actual: 118 }]);
});

test('a sheet that says no period is read anew when the title of another says another', async () => {
  const workbook = workbookOf(
    `【收入】
${REVENUE(5)}
【分乡镇】
某县分乡镇收入完成情况
单位：万元
| 乡镇 | 累计完成 |
| 石桥镇 | 910 |
| 河口镇 | 690 |
| 柳林镇 | 650 |
| 合计 | 2250 |`,
    '',
    '完成情况.xlsx',
  );
  const session = new Session();
  const id = session.open(workbook);
  const periodOfTowns = (result: CheckResult) =>
    result.context.sheets.find(({ sheet }) => sheet.name === '分乡镇')?.tables[0]?.period?.to;
  expect(periodOfTowns(await session.check(id))).toBe('2023-05-31');
  session.change(id, '收入', [{ row: 0, column: 0, value: '某县2023年4月一般公共预算收入完成情况表' }]);
  expect(periodOfTowns(await session.check(id))).toBe('2023-04-30');
});
