import { ownSheets } from '../../app/summary/summary-states';
import type { CheckReport } from '../../app/check-report';
import type { Workbook } from '../../core/grid/sheet';
import type { Level } from '../../core/findings/rule';
import { WHOLE_LIST, type Triage } from '../view/triage';
import type { PaneAction } from './action';
import { checkState, type CheckState } from './check-state';
import type { Activity, PaneState, ReadingsState, SheetViewState } from './pane-state';

const IDLE: Activity = { kind: 'idle' };

/** The only way in which the pane's state changes. */
export function reduce(state: PaneState, action: PaneAction): PaneState {
  switch (action.type) {
    case 'opening':
      return {
        ...without(
          state,
          'fault',
          'written',
          'placed',
          'check',
          'previous',
          'fix',
          'fixed',
          'view',
          'readings',
          'notKept',
        ),
        undo: [],
        triage: WHOLE_LIST,
        workbook: { name: action.name },
        tab: 'check',
        activity: { kind: 'reading' },
      };
    case 'opened':
      return { ...opened(state, action.name, action.snapshot), activity: IDLE };
    case 'openingCancelled':
      return { ...without(state, 'workbook'), activity: IDLE };
    case 'reading':
      return { ...without(state, 'fault', 'written', 'placed', 'fixed', 'notice'), activity: { kind: 'reading' } };
    case 'checking':
      return checking(state, action.quietly === true);
    case 'progressed':
      return state.activity.kind === 'reading' || state.activity.kind === 'checking'
        ? { ...state, activity: { ...state.activity, progress: action.progress } }
        : state;
    case 'found':
      // What was on its way when the check ended says nothing new; what a whole check found says more.
      return ['reading', 'checking'].includes(state.activity.kind) && state.check?.extent !== 'complete'
        ? { ...state, check: checkState(state.check ?? state.previous, action.report, 'partial') }
        : state;
    case 'checked':
      return {
        ...without(state, 'previous', 'fix'),
        check: checkState(state.previous ?? state.check, action.report, 'complete', action.lastTime),
        readings: readingsState(state.readings, action.report),
        activity: IDLE,
      };
    case 'checkCancelled':
      return cancelled(state);
    case 'writing':
      return {
        ...without(state, 'fault', 'written'),
        activity: { kind: 'writing', ...(action.toTheEnd ? { toTheEnd: true } : {}) },
      };
    case 'written':
      return {
        ...state,
        written: action.written,
        placed: [...(state.placed === 'none' ? [] : (state.placed ?? [])), ...action.ids],
        activity: IDLE,
      };
    case 'removed':
      return {
        ...without(state, 'marked'),
        written: { ...action.written, removed: true },
        placed: 'none',
        activity: IDLE,
      };
    case 'selected':
      return { ...state, selected: action.at };
    case 'edited':
      return state.workbook ? { ...state, workbook: { ...state.workbook, snapshot: action.snapshot } } : state;
    case 'triaged':
      return { ...state, triage: { ...state.triage, ...action.change } };
    case 'leftSelection':
      return { ...state, triage: without(state.triage, 'within') };
    case 'toggledLevel':
      return { ...state, triage: toggledLevel(state.triage, action.level) };
    case 'previewing':
      return { ...state, fix: { fingerprint: action.fingerprint, choice: action.choice } };
    case 'previewed':
      return state.fix ? { ...state, fix: { ...state.fix, preview: action.preview } } : state;
    case 'leftFix':
      return without(state, 'fix');
    case 'fixed':
      return fixed(state, action);
    case 'failed':
      return failed(state, action.error);
    case 'couldNotShow':
      return { ...state, fault: { error: action.error } };
    case 'marked':
      return { ...without(state, 'marked'), ...(action.marked.count > 0 ? { marked: action.marked } : {}) };
    case 'noticed':
      return { ...state, notice: action.notice };
    case 'dismissed':
      return without(state, 'fault', 'written', 'fixed', 'notKept', 'notice');
    case 'recalled':
      return {
        ...without(state, 'standards'),
        corrections: action.corrections,
        ...(action.standards ? { standards: action.standards } : {}),
      };
    case 'choseStandards':
      return { ...without(state, 'notKept'), standards: action.standards };
    case 'corrected':
      return { ...without(withReadings(state, { draft: {} }), 'notKept'), corrections: action.corrections };
    case 'couldNotKeep':
      return { ...state, notKept: true };
    case 'toggledReadings':
      return withReadings(state, { open: state.readings?.open !== true });
    case 'toggledTable':
      return state.readings ? { ...state, readings: toggledTable(state.readings, action.table) } : state;
    case 'drafted':
      return withReadings(state, { draft: { ...state.readings?.draft, ...action.change } });
    case 'toggledHelp':
      return { ...state, helpOpen: action.open };
    case 'changedSettings':
      return { ...state, settings: action.settings };
    case 'choseTab':
      return { ...state, tab: action.tab };
    case 'reportChecked':
      return { ...state, report: action.report };
    case 'leftReport':
      return without(state, 'report');
    case 'back':
      return back(state);
    case 'showed':
      return {
        ...state,
        view: { sheet: action.sheet, marks: action.marks, turn: (state.view?.turn ?? 0) + 1, inFront: true },
      };
    case 'choseSheet':
      return {
        ...state,
        view: {
          sheet: action.sheet,
          marks: [],
          turn: (state.view?.turn ?? 0) + 1,
          inFront: state.view?.inFront ?? true,
        },
      };
    default:
      return state.check ? { ...state, check: inList(state.check, action) } : state;
  }
}

/** What was known before is kept until the new check is whole: it is compared with it. */
function checking(state: PaneState, quietly: boolean): PaneState {
  const { check } = state;
  const previous = check?.extent === 'complete' ? check : state.previous;
  const kept = quietly ? without(state, 'fault', 'fix') : without(state, 'fault', 'written', 'fixed', 'check', 'fix');
  return {
    ...kept,
    // What was found in the sheets that came first.
    ...(check?.extent === 'partial' ? { check } : {}),
    ...(previous ? { previous } : {}),
    activity: { kind: 'checking', ...(quietly ? { quiet: true } : {}) },
  };
}

function toggledLevel(triage: Triage, level: Level): Triage {
  const all = without(triage, 'level');
  return triage.level === level ? all : { ...all, level };
}

function fixed(
  state: PaneState,
  { inverse, undone, snapshot, file }: Extract<PaneAction, { readonly type: 'fixed' }>,
): PaneState {
  const { workbook } = state;
  return {
    ...without(state, 'fix', 'fault', 'written'),
    ...(workbook && snapshot ? { workbook: { ...workbook, snapshot } } : {}),
    fixed: { cells: inverse.length, undone, ...(file ? { file } : {}) },
    undo: undone ? state.undo.slice(0, -1) : [...state.undo, inverse],
  };
}

type ListAction = Exclude<Extract<PaneAction, { readonly fingerprint: string }>, { readonly type: 'previewing' }>;

function inList(check: CheckState, { type, fingerprint }: ListAction): CheckState {
  const seen = new Set([...check.seen, fingerprint]);
  const moved = { ...check, current: fingerprint };
  if (type === 'movedTo') return moved;
  if (type === 'wentTo') return { ...moved, seen };
  if (check.explained !== fingerprint) return { ...moved, explained: fingerprint, seen };
  return without(moved, 'explained');
}

function withReadings(state: PaneState, change: Partial<ReadingsState>): PaneState {
  return state.readings ? { ...state, readings: { ...state.readings, ...change } } : state;
}

/** What was changed and not applied belongs to the table that was open. */
function toggledTable(readings: ReadingsState, table: string): ReadingsState {
  const folded = { ...without(readings, 'table'), draft: {} };
  return readings.table === table ? folded : { ...folded, table };
}

/** A check of the same workbook leaves open what was open, and what is being changed. */
function readingsState(before: ReadingsState | undefined, { tables }: CheckReport): ReadingsState {
  return { open: false, draft: {}, ...before, tables };
}

function opened(state: PaneState, name: string, snapshot: Workbook): PaneState {
  // The chief's page comes first where there is one.
  const first =
    ownSheets(snapshot).get('overview') ??
    snapshot.sheets.find(({ visibility }) => visibility === 'visible') ??
    snapshot.sheets[0];
  const view: SheetViewState | undefined = first && { sheet: first.name, marks: [], turn: 0, inFront: false };
  return { ...state, workbook: { name, snapshot }, ...(view ? { view } : {}) };
}

/** What was found stays; where nothing was found yet, what the check before had found. */
function cancelled(state: PaneState): PaneState {
  const { check } = state;
  return {
    ...without(state, 'previous'),
    activity: IDLE,
    ...(check === undefined && state.previous ? { check: state.previous } : {}),
    ...(check?.extent === 'partial' ? { check: { ...check, extent: 'cancelled' } } : {}),
  };
}

function failed(state: PaneState, error: unknown): PaneState {
  // A file that could not be read is not open.
  const kept =
    state.activity.kind === 'reading' && !state.workbook?.snapshot ? without(state, 'workbook') : cancelled(state);
  return { ...kept, fault: { error }, activity: IDLE };
}

/** Whether there is anything that Esc closes. */
export function hasStepBack({ helpOpen, fix, triage, view, check, fault, written, fixed }: PaneState): boolean {
  const open =
    helpOpen || triage.open || triage.within !== undefined || view?.inFront === true || check?.explained !== undefined;
  return open || [fix, fault, written, fixed].some((one) => one !== undefined);
}

/** Esc goes back one step: help, the sheet in front, the explanation, a notice. */
function back(state: PaneState): PaneState {
  if (state.helpOpen) return { ...state, helpOpen: false };
  if (state.fix) return without(state, 'fix');
  if (state.triage.open) return { ...state, triage: { ...WHOLE_LIST, grouping: state.triage.grouping } };
  if (state.triage.within) return { ...state, triage: without(state.triage, 'within') };
  if (state.view?.inFront) return { ...state, view: { ...state.view, inFront: false } };
  if (state.check?.explained !== undefined) return { ...state, check: without(state.check, 'explained') };
  return without(state, 'fault', 'written', 'fixed');
}

function without<T extends object, K extends keyof T>(
  from: T,
  ...keys: readonly K[]
): Omit<T, K> & Partial<Pick<T, K>> {
  const rest = Object.fromEntries(Object.entries(from).filter(([name]) => !keys.some((key) => key === name)));
  return rest as Omit<T, K> & Partial<Pick<T, K>>;
}
