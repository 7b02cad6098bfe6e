import type { CheckReport, TableReading } from '../../src/app/check-report';
import { CORRECTIONS } from '../../src/app/kept/corrections';
import { correctionsFor, type KeptCorrection } from '../../src/app/kept/said-of-tables';
import { fromKept } from '../../src/app/kept/kind';
import { correctionOf } from '../../src/core/tables/corrections';
import { translator } from '../../src/messages/translator';
import type { PaneAction } from '../../src/pane/state/action';
import { initialState, type PaneState } from '../../src/pane/state/pane-state';
import { withDraft, withoutTable, type ReadingDraft } from '../../src/pane/state/reading-draft';
import { reduce } from '../../src/pane/state/reduce';
import { kindChoices, readingView, roleChoices, tableLines } from '../../src/pane/view/reading-view';

const zh = translator('zh-CN');

const table: TableReading = {
  sheet: '收入 ',
  title: '青禾县2023年5月收入完成情况表',
  kind: '一般公共预算收入执行情况表',
  unit: '万元',
  period: { from: '2023-01-01', to: '2023-05-20' },
  columns: [
    { header: '项目', role: 'item' },
    { header: '累计|完成数', role: 'ytd' },
    { header: '', role: 'text' },
    { header: '累计|完成数', role: 'ytd' },
  ],
  first: { row: 1, column: 0 },
  evidence: [
    { id: 'title', text: '青禾县' },
    { id: 'unitLine', text: '单位：万元' },
  ],
  corrected: false,
};

function drafted(draft: ReadingDraft, kept: readonly KeptCorrection[] = []): readonly KeptCorrection[] {
  return withDraft(kept, table, draft, '5月.xlsx');
}

describe('a table as a line', () => {
  test.each([
    ['a month', { from: '2023-05-01', to: '2023-05-31' }, '2023年5月'],
    ['months', { from: '2023-01-01', to: '2023-05-20' }, '2023年1—5月'],
    ['a year', { from: '2023-01-01', to: '2023-12-31' }, '2023年'],
    ['across years', { from: '2022-11-01', to: '2023-02-28' }, '2022-11—2023-02'],
  ])('%s', (_, period, text) => {
    expect(tableLines([{ ...table, period }], zh)).toMatchObject([
      { names: '收入 · 一般公共预算收入执行情况表', figures: ['万元', text] },
    ]);
  });

  test('what is not known is said', () => {
    const { sheet, title, columns, first, evidence, corrected } = table;
    expect(tableLines([{ sheet, title, columns, first, evidence, corrected, kind: 'unknown' }], zh)).toMatchObject([
      { names: '收入 · 不识别', figures: ['单位未识别', '月份未识别'] },
    ]);
  });

  test('of two that are alike each tells its first cell', () => {
    const beside = { ...table, first: { row: 1, column: 7 } };
    expect(tableLines([table, beside], zh).map(({ figures }) => figures.at(-1))).toEqual(['A2', 'H2']);
  });
});

test('unfolded: evidence in words, one field for each header, every kind and role to choose', () => {
  const view = readingView(table, [table], undefined, {}, zh);
  expect(view.evidence).toEqual(['单位取自“单位：万元”']);
  expect(view.columns).toEqual([
    { header: '项目', name: '项目', role: 'item' },
    { header: '累计|完成数', name: '累计 / 完成数', role: 'ytd' },
  ]);
  expect([view.canApply, view.canRestore]).toEqual([false, false]);
  expect(kindChoices(zh).map(({ text }) => text)).toEqual(expect.arrayContaining(['库款月报', '支出执行表', '不识别']));
  expect(roleChoices(zh).map(({ text }) => text)).toEqual(
    expect.arrayContaining(['年初预算', '本年累计', '上年同期累计']),
  );
});

test('which other tables a correction holds for is said before it is made', () => {
  const of = (sheet: string, title: string): TableReading => ({ ...table, sheet, title, first: { row: 3, column: 1 } });
  const others = [
    of('收入 ', table.title),
    of('支出', table.title),
    of('收入', table.title.replace('5月', '6月')),
    of('收入', '别的表'),
  ];
  expect(readingView(table, [table, ...others], undefined, {}, zh).shared).toBe(
    '工作表名和标题除数字外都相同的表一并更正：收入 B4、收入 B4',
  );
  expect(readingView(table, [table], undefined, {}, zh).shared).toBeUndefined();
});

test.each([
  [{ to: '2023-13' }, '请填写年月，例如 2023-05'],
  [{ to: '' }, '请填写年月，例如 2023-05'],
  [{ from: '2023-06' }, '截止月份早于起始月份'],
  [{ to: '2023-06' }, undefined],
])('months %j: %s', (draft, problem) => {
  const view = readingView(table, [table], undefined, draft, zh);
  expect([view.periodProblem, view.canApply]).toEqual([problem, problem === undefined]);
});

describe('what is said of a table', () => {
  test('only what was changed; the months with the file that they are of', () => {
    expect(drafted({ unit: '元' })).toEqual([{ sheet: '收入 ', title: table.title, unit: '元' }]);
    expect(drafted({ kind: 'unknown', to: '2024-02', roles: { '累计|完成数': 'month' } })).toEqual([
      {
        sheet: '收入 ',
        title: table.title,
        kind: 'unknown',
        period: { from: '2023-01-01', to: '2024-02-29' },
        columns: [{ header: '累计|完成数', role: 'month' }],
        file: '5月.xlsx',
      },
    ]);
  });

  test('what was set back to what it was says nothing', () => {
    expect(drafted({ unit: '万元', to: '2023-05', roles: { 项目: 'item' } })).toEqual([]);
  });

  test('is added to what was said before, once for a table', () => {
    const kept = drafted({ roles: { 项目: 'code' } }, drafted({ unit: '元', roles: { 项目: 'text' } }));
    expect(kept).toEqual([
      { sheet: '收入 ', title: table.title, unit: '元', columns: [{ header: '项目', role: 'code' }] },
    ]);
  });

  test('holds next month, all but its months', () => {
    const june = correctionsFor(drafted({ unit: '元', to: '2023-06' }), '6月.xlsx');
    expect(correctionOf(june, '收入', '青禾县2023年6月收入完成情况表')).toEqual({
      sheet: '收入 ',
      title: table.title,
      unit: '元',
    });
    expect(correctionsFor(drafted({ to: '2023-06' }), '6月.xlsx')).toEqual([]);
  });

  test('is taken back for this table alone', () => {
    const other: KeptCorrection = { sheet: '支出', title: '支出表', unit: '元' };
    expect(withoutTable(drafted({ unit: '元' }, [other]), table)).toEqual([other]);
  });

  test('what a store gives is believed only where it is a correction', () => {
    const good = { sheet: 'a', title: 'b', unit: '元', file: 'c.xlsx' };
    expect(fromKept(CORRECTIONS, [good, { sheet: 'a' }, 7, { ...good, unit: '文' }])).toEqual([good]);
    expect([undefined, 'x', {}].map((stored) => fromKept(CORRECTIONS, stored))).toEqual([[], [], []]);
  });
});

describe('the pane', () => {
  const report: CheckReport = {
    findings: [],
    skipped: [],
    relationsChecked: 3,
    tables: [table],
    sheetsChecked: 1,
    coverage: [],
    unread: [],
  };
  const opened: PaneAction = { type: 'opened', name: '5月.xlsx', snapshot: { sheets: [], names: [] } };
  const start: PaneAction[] = [
    opened,
    { type: 'checking' },
    { type: 'checked', report },
    { type: 'toggledReadings' },
    { type: 'toggledTable', table: 'a' },
    { type: 'drafted', change: { unit: '元' } },
  ];

  function after(...actions: readonly PaneAction[]): PaneState {
    return actions.reduce(reduce, initialState({ language: 'zh-CN', appearance: 'system' }));
  }

  test('readings and draft stay while it checks again', () => {
    expect(after(...start, { type: 'reading' }, opened, { type: 'checking' }).readings).toEqual({
      tables: [table],
      open: true,
      table: 'a',
      draft: { unit: '元' },
    });
    expect(
      after(...start, { type: 'checking' }, { type: 'checked', report: { ...report, tables: [] } }).readings,
    ).toMatchObject({ tables: [], open: true, table: 'a', draft: { unit: '元' } });
  });

  test('applying empties the draft; another table begins with none', () => {
    const corrections = [{ sheet: 'a', title: 'b' }];
    expect(after(...start, { type: 'corrected', corrections })).toMatchObject({
      corrections,
      readings: { draft: {}, table: 'a' },
    });
    expect(after(...start, { type: 'toggledTable', table: 'b' }).readings).toMatchObject({ draft: {}, table: 'b' });
    expect(after(...start, { type: 'toggledTable', table: 'a' }).readings).toEqual({
      tables: [table],
      open: true,
      draft: {},
    });
  });

  test('another file has other readings', () => {
    expect(after(...start, { type: 'opening', name: '6月.xlsx' }).readings).toBeUndefined();
  });

  test('that it could not be kept is said until it is read or tried again', () => {
    const refused = after(...start, { type: 'couldNotKeep' }, { type: 'checking' }, { type: 'checked', report });
    expect(refused.notKept).toBe(true);
    expect(reduce(refused, { type: 'dismissed' }).notKept).toBeUndefined();
    expect(reduce(refused, { type: 'corrected', corrections: [] }).notKept).toBeUndefined();
  });
});
