import { cellsOf } from '../../../src/core/findings/finding';
import { checkWorkbook } from '../../../src/app/check-workbook';
import { causeText } from '../../../src/app/finding-text';
import { makeSheet } from '../../../src/core/grid/build';
import { translator } from '../../../src/messages/translator';
import { workbookOf } from '../../support/text-table';

const ROSTER = (rows: Record<number, string>) => `| 乡镇 | 人数 | 月标准 | 应发金额 |
${[312, 207, 451, 226, 184, 278].map((people, i) => `| ${'甲乙丙丁戊己'[i] ?? ''}镇 | ${people} | 85 | ${rows[i + 2] ?? `=B${i + 2}*C${i + 2} → ${people * 85}`} |`).join('\n')}`;

async function codes(table: string): Promise<string[]> {
  return (await checkWorkbook(workbookOf(table))).outcome.findings.map(({ code, level }) => `${code} ${level}`);
}

test('a cell that the arithmetic blames is told once, with its formula as the cause', async () => {
  const increases = (third: string) => `单位：万元
| 项目 | 本年累计 | 上年同期 | 增减额 |
${[312.4, 207.9, 451.3, 226.8, 184.2, 278.6].map((now, i) => `| ${'甲乙丙丁戊己'[i] ?? ''}税 | ${now} | ${now - 20} | ${i === 2 ? third : `=B${i + 3}-C${i + 3} → 20`} |`).join('\n')}`;
  expect(await codes(increases('=B5-C5 → 20'))).toEqual([]);
  const { outcome } = await checkWorkbook(workbookOf(increases('38.4')));
  expect(outcome.findings.map(({ code }) => code)).toEqual(['A104']);
  const [finding] = outcome.findings;
  expect(finding?.cause).toEqual({ kind: 'typedOver', cell: { row: 4, column: 3 }, formula: 'B5-C5' });
  expect(finding && causeText(finding, translator('zh-CN'))).toBe('“丙税”（D5）的公式被键入的数覆盖');
});

test('a SUM that can be read to stop short is the cause, whatever the figures suggest', async () => {
  const { outcome } = await checkWorkbook(
    workbookOf(
      '| 科目 | 金额 |\n| 办公费 | 31.4 |\n| 差旅费 | 20.6 |\n| 会议费 | 8.6 |\n| 维修费 | 4.5 |\n| 合计 | =SUM(B2:B4) → 60.6 |',
    ),
  );
  expect(outcome.findings.map(({ code, cause }) => [code, cause])).toEqual([
    [
      'A101',
      { kind: 'sumStopsShort', cell: { row: 5, column: 1 }, cells: [{ row: 4, column: 1 }], formula: 'SUM(B2:B5)' },
    ],
  ]);
});

test('a difference and a rate that a short SUM throws off are its consequences', async () => {
  const { outcome } = await checkWorkbook(
    workbookOf(`单位：万元
| 科目 | 调整预算数 | 决算数 | 结余结转 |
${[886.2, 7866.5, 1742.8, 5104.6].map((budget, i) => `| ${'甲乙丙丁'[i] ?? ''} | ${budget} | ${budget - 10 * i} | =B${i + 3}-C${i + 3} → ${10 * i} |`).join('\n')}
| 合计 | =SUM(B3:B5) → 10495.5 | =SUM(C3:C6) → 15540.1 | =SUM(D3:D6) → 60 |`),
  );
  expect(
    outcome.findings.map(({ code, at, cause, consequences }) => [
      code,
      cellsOf({ at })[0],
      cause?.kind,
      consequences.map(({ op }) => op),
    ]),
  ).toEqual([['A101', { row: 6, column: 1 }, 'sumStopsShort', ['difference']]]);
  expect(outcome.findings[0]).toMatchObject({ expected: 15600.1, actual: 10495.5 });
});

test('two formulas that are wrong are two findings, though one row total shows both', async () => {
  const rows = [312.4, 207.9, 451.3, 226.8, 184.2, 278.6];
  const { outcome } = await checkWorkbook(
    workbookOf(`单位：万元
| 项目 | 本年累计 | 上年同期 | 增减额 |
${rows.map((now, i) => `| ${'甲乙丙丁戊己'[i] ?? ''}税 | ${now} | ${now - 10 - i} | ${i === 2 ? '=B4-C4 → 11' : `=B${i + 3}-C${i + 3} → ${10 + i}`} |`).join('\n')}
| 合计 | =SUM(B3:B8) → 1661.2 | =SUM(C3:C6) → 1152.4 | =SUM(D3:D8) → 74 |`),
  );
  expect(outcome.findings.map(({ code, at, cause }) => [code, cellsOf({ at })[0], cause?.kind])).toEqual([
    ['A101', { row: 8, column: 2 }, 'sumStopsShort'],
    ['A104', { row: 4, column: 3 }, 'otherFormula'],
  ]);
});

test('a product that is typed over is told as such, not as a quotient of the others', async () => {
  const rows = [
    [2164, 720],
    [1836, 720],
    [968, 720],
    [412, 650],
    [538, 940],
    [1094, 720],
    [876, 940],
  ];
  const { outcome } = await checkWorkbook(
    workbookOf(`单位：元
| 学校 | 学生数 | 定额 | 需求 |
${rows.map(([pupils = 0, rate = 0], i) => `| ${'甲乙丙丁戊己庚'[i] ?? ''}校 | ${pupils} | ${rate} | ${i === 1 ? '1221920' : `=B${i + 3}*C${i + 3} → ${pupils * rate}`} |`).join('\n')}`),
  );
  expect(outcome.findings.map(({ code, at }) => [code, cellsOf({ at })[0]])).toEqual([['F202', { row: 3, column: 3 }]]);
});

test('formulas on blank months of the table are ordinary', async () => {
  expect(
    await codes(
      '| 项目 | 一月 | 二月 | 三月 | 累计 |\n| 办公费 | 31.4 | 20.6 | | =B2+C2+D2 → 52 |\n| 差旅费 | 11.7 | 9.3 | | =B3+C3+D3 → 21 |',
    ),
  ).toEqual([]);
});

test('a 其中 row between a SUM and its parts is not missed', async () => {
  expect(
    await codes(
      '| 项目 | 人数 |\n| 甲镇 | 312 |\n| 乙镇 | 207 |\n| 丙镇 | 451 |\n| 其中：女 | 226 |\n| 合计 | =SUM(B2:B4) → 970 |',
    ),
  ).toEqual([]);
});

test('one slip beside another does not hide it', async () => {
  expect(await codes(ROSTER({ 4: '=B4*C3 → 38335', 6: '19000' }))).toEqual(['F202 error', 'F205 hint']);
});

test('on a hidden sheet a fault of a formula is a hint', async () => {
  const workbook = workbookOf(ROSTER({ 5: '19000' }));
  const hidden = {
    ...workbook,
    sheets: workbook.sheets.map(({ name, cells }) => makeSheet(name, cells, { visibility: 'hidden' })),
  };
  expect((await checkWorkbook(workbook)).outcome.findings.map(({ level }) => level)).toEqual(['error']);
  expect((await checkWorkbook(hidden)).outcome.findings.map(({ level }) => level)).toEqual(['hint']);
});

test('a workbook without formulas says that they were not checked', async () => {
  const { outcome } = await checkWorkbook(workbookOf('| 项目 | 数 |\n| 甲 | 1268 |\n| 乙 | 2305 |\n| 合计 | 3573 |'));
  expect(outcome.skipped).toContainEqual({ rule: 'F201', why: 'noFormulas' });
});

/** Two sheets that list the same items; the second in the order in which its formulas take them. */
function linkedList(order: readonly number[], at: (item: number) => number): string {
  const items = ['增值税', '企业所得税', '个人所得税', '资源税', '印花税', '契税', '房产税'];
  const amounts = [311.4, 207.8, 145.2, 96.7, 88.3, 71.6, 65.9];
  return `【明细】
单位：万元
| 项目 | 金额 |
${items.map((item, i) => `| ${item} | ${amounts[i]} |`).join('\n')}
【汇总】
单位：万元
| 项目 | 金额 |
${order.map((item) => `| ${items[item]} | =明细!B${at(item) + 3} → ${amounts[at(item)]} |`).join('\n')}`;
}

test('a link to the row that is called as its own is right, wherever that row stands', async () => {
  const turned = [0, 1, 2, 4, 3, 5, 6];
  expect(await codes(linkedList(turned, (item) => item))).toEqual([]);
  // The labels stand in one order, and a link takes the row beside: that is another item's figure.
  expect(await codes(linkedList([0, 1, 2, 3, 4, 5, 6], (item) => (item === 3 ? 4 : item)))).toEqual(
    expect.arrayContaining([expect.stringMatching(/^F205 /)]),
  );
});

test('below a header of words nothing was left out, whatever the table above has there', async () => {
  const rows = [310, 205, 450, 226, 184, 278].map(
    (now, i) => `| ${'甲乙丙丁戊己'[i] ?? ''}税 | ${now} | ${now - 20 - i} | ${20 + i} |`,
  );
  const of = (header: string) => `单位：万元
| 项目 | 累计 | 上年同期 | 增减额 |
${rows.join('\n')}
|  |  |  |  |
| 项目 | 累计 | 上年同期 | ${header} |
| 收入减支出 | 340 | 290 |  |
| 收入减支出（含结转） | 0 | 0 |  |`;
  expect(await codes(of('来源'))).toEqual([]);
});
