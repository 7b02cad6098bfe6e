import type { CheckReport } from '../../src/app/check-report';
import { sheetFromRows } from '../../src/core/grid/build';
import type { Workbook } from '../../src/core/grid/sheet';
import { HostError } from '../../src/hosts/host';
import type { PaneAction } from '../../src/pane/state/action';
import { initialState, type PaneState } from '../../src/pane/state/pane-state';
import { reduce } from '../../src/pane/state/reduce';

const snapshot: Workbook = {
  sheets: [{ ...sheetFromRows('隐', [[1]]), visibility: 'hidden' }, sheetFromRows('收入', [['合计', 1]])],
  names: [],
};

function report(...prints: readonly string[]): CheckReport {
  return {
    findings: prints.map((fingerprint) => ({
      finding: {
        code: 'A101',
        level: 'error',
        at: [{ book: '', sheet: '收入', row: 0, column: 1 }],
        against: [],
        consequences: [],
        folded: [],
        fixes: [],
        messageId: 'A101.broken',
        data: {},
        fingerprint,
      },
      terms: [],
      termCount: 0,
      consequences: [],
    })),
    skipped: [],
    relationsChecked: 3,
    coverage: [],
    unread: [],
    tables: [],
    sheetsChecked: 1,
  };
}

function after(...actions: readonly PaneAction[]): PaneState {
  return actions.reduce(reduce, initialState({ language: 'zh-CN', appearance: 'system' }));
}

const open: PaneAction[] = [
  { type: 'opening', name: 'a.xlsx' },
  { type: 'opened', name: 'a.xlsx', snapshot },
];
const checked: PaneAction[] = [...open, { type: 'checking' }, { type: 'checked', report: report('a', 'b') }];

test('a workbook opens on its first visible sheet, behind the list', () => {
  expect(after(...open)).toMatchObject({
    workbook: { name: 'a.xlsx' },
    view: { sheet: '收入', inFront: false },
    activity: { kind: 'idle' },
  });
});

test('a file that cannot be read is not open, and says why', () => {
  const error = new HostError('damaged', 'x');
  const state = after({ type: 'opening', name: 'a.xlsx' }, { type: 'failed', error });
  expect(state.workbook).toBeUndefined();
  expect(state.fault).toEqual({ error });
});

test('cancelling keeps what was found so far and calls it that', () => {
  const state = after(
    ...open,
    { type: 'checking' },
    { type: 'found', report: report('a') },
    { type: 'checkCancelled' },
  );
  expect(state.check).toMatchObject({ extent: 'cancelled', report: { findings: [{ finding: { fingerprint: 'a' } }] } });
  expect(state.activity.kind).toBe('idle');
});

test('what arrives after the answer does not make a complete check partial again', () => {
  expect(after(...checked, { type: 'found', report: report('a') }).check?.extent).toBe('complete');
});

test('going to a finding and explaining it count as looked at, moving past it does not', () => {
  const state = after(...checked, { type: 'movedTo', fingerprint: 'a' }, { type: 'wentTo', fingerprint: 'b' });
  expect([...(state.check?.seen ?? [])]).toEqual(['b']);
  expect(state.check?.current).toBe('b');
  expect([...(reduce(state, { type: 'toggledExplanation', fingerprint: 'a' }).check?.seen ?? [])]).toEqual(['b', 'a']);
});

test('Esc goes back one step at a time: help, sheet, explanation', () => {
  let state = after(
    ...checked,
    { type: 'toggledExplanation', fingerprint: 'a' },
    { type: 'showed', sheet: '收入', marks: [{ row: 0, column: 1 }] },
    { type: 'toggledHelp', open: true },
  );
  const steps: boolean[][] = [];
  for (let i = 0; i < 3; i++) {
    state = reduce(state, { type: 'back' });
    steps.push([state.helpOpen, state.view?.inFront === true, state.check?.explained !== undefined]);
  }
  expect(steps).toEqual([
    [false, true, true],
    [false, false, true],
    [false, false, false],
  ]);
});

test('a cell that cannot be shown leaves a running check alone', () => {
  const state = after(
    ...open,
    { type: 'checking' },
    { type: 'couldNotShow', error: new HostError('sheetNotShown', '收入') },
  );
  expect(state.activity.kind).toBe('checking');
  expect(state.fault).toBeDefined();
});

test('a check is compared with the one before, or with the last that the browser knows of', () => {
  const first = after(
    ...open,
    { type: 'checking' },
    { type: 'checked', report: report('a', 'b'), lastTime: ['b', 'c'] },
  );
  expect(first.check?.since).toEqual({ before: 'lastTime', mended: 1, fresh: new Set(['a']) });
  const again: PaneAction[] = [
    ...checked,
    { type: 'checking' },
    { type: 'checked', report: report('b', 'd'), lastTime: [] },
  ];
  expect(after(...again).check?.since).toEqual({ before: 'now', mended: 1, fresh: new Set(['d']) });
  expect(after(...checked).check?.since).toBeUndefined();
});

test('where the finding that was looked at is mended the keyboard stands on what took its place', () => {
  const on = (print: string, ...left: readonly string[]) =>
    after(
      ...open,
      { type: 'checked', report: report('a', 'b', 'c') },
      { type: 'movedTo', fingerprint: print },
      {
        type: 'checking',
      },
      { type: 'checked', report: report(...left) },
    ).check?.current;
  expect(on('b', 'a', 'c')).toBe('c');
  expect(on('c', 'a', 'b')).toBe('b');
  expect(on('b', 'b')).toBe('b');
  expect(on('b')).toBeUndefined();
});

test('a check that is run quietly leaves the list standing until it is whole', () => {
  const running = after(...checked, { type: 'checking', quietly: true }, { type: 'found', report: report('x') });
  expect(running.check?.report.findings).toHaveLength(2);
  const loud = after(...checked, { type: 'checking' }, { type: 'found', report: report('x') });
  expect(loud.check).toMatchObject({ extent: 'partial' });
  expect(after(...checked, { type: 'checking' }, { type: 'checkCancelled' }).check?.extent).toBe('complete');
});

test('repairs are taken back one by one, the last first', () => {
  const at = { book: '' as never, sheet: '收入', row: 0, column: 1 };
  const write = (value: number) => [{ at, before: { value }, after: { value: 0 } }];
  const fixed = (value: number): PaneAction => ({ type: 'fixed', inverse: write(value), undone: false });
  const state = after(...checked, fixed(1), fixed(2));
  expect(state.undo).toEqual([write(1), write(2)]);
  const back = reduce(state, { type: 'fixed', inverse: write(2), undone: true });
  expect(back).toMatchObject({ undo: [write(1)], fixed: { undone: true } });
  expect(reduce(state, { type: 'opening', name: 'b.xlsx' }).undo).toEqual([]);
});

test('a copy with our sheets shows the chief’s page first', () => {
  const rows = [['财政运行情况一页纸'], ['编制单位：', '单位：万元'], ['由 Gouji 勾稽生成']];
  const snapshot = {
    sheets: [sheetFromRows('收入', [['项目', '数']]), sheetFromRows('一页纸', rows)],
    names: [{ name: '_gouji_summary_overview', refersTo: '一页纸!$A$1', hidden: true }],
  };
  expect(
    reduce(initialState({ language: 'zh-CN', appearance: 'system' }), { type: 'opened', name: 'a.xlsx', snapshot }).view
      ?.sheet,
  ).toBe('一页纸');
});
