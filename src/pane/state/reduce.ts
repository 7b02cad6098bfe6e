import type { CheckReport } from '../../app/check-report';
import type { Workbook } from '../../core/grid/sheet';
import type { PaneAction } from './action';
import type { Activity, CheckState, PaneState, ReadingsState, SheetViewState } from './pane-state';

const IDLE: Activity = { kind: 'idle' };

/** The only way in which the pane's state changes. */
export function reduce(state: PaneState, action: PaneAction): PaneState {
  switch (action.type) {
    case 'opening':
      return {
        ...without(state, 'fault', 'written', 'check', 'view', 'readings', 'notKept'),
        workbook: { name: action.name },
        tab: 'check',
        activity: { kind: 'reading' },
      };
    case 'opened':
      return { ...opened(state, action.name, action.snapshot), activity: IDLE };
    case 'openingCancelled':
      return { ...without(state, 'workbook'), activity: IDLE };
    case 'reading':
      return { ...without(state, 'fault', 'written'), activity: { kind: 'reading' } };
    case 'checking':
      return { ...without(state, 'fault', 'written', 'check'), activity: { kind: 'checking' } };
    case 'progressed':
      return state.activity.kind === 'reading' || state.activity.kind === 'checking'
        ? { ...state, activity: { ...state.activity, progress: action.progress } }
        : state;
    case 'found':
      // What was on its way when the check ended says nothing new.
      return state.activity.kind === 'checking'
        ? { ...state, check: checkState(state.check, action.report, 'partial') }
        : state;
    case 'checked':
      return {
        ...state,
        check: checkState(state.check, action.report, 'complete'),
        readings: readingsState(state.readings, action.report),
        activity: IDLE,
      };
    case 'checkCancelled':
      return cancelled(state);
    case 'writing':
      return { ...without(state, 'fault', 'written'), activity: { kind: 'writing' } };
    case 'written':
      return { ...state, written: action.written, activity: IDLE };
    case 'failed':
      return failed(state, action.error);
    case 'couldNotShow':
      return { ...state, fault: { error: action.error } };
    case 'dismissed':
      return without(state, 'fault', 'written', 'notKept');
    case 'recalled':
      return { ...state, corrections: action.corrections };
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

type ListAction = Extract<PaneAction, { readonly fingerprint: string }>;

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
  const first = snapshot.sheets.find(({ visibility }) => visibility === 'visible') ?? snapshot.sheets[0];
  const view: SheetViewState | undefined = first && { sheet: first.name, marks: [], turn: 0, inFront: false };
  return { ...state, workbook: { name, snapshot }, ...(view ? { view } : {}) };
}

/** What was found stays; a check that found nothing yet says nothing. */
function cancelled(state: PaneState): PaneState {
  const { check } = state;
  return {
    ...state,
    activity: IDLE,
    ...(check?.extent === 'partial' ? { check: { ...check, extent: 'cancelled' } } : {}),
  };
}

function failed(state: PaneState, error: unknown): PaneState {
  // A file that could not be read is not open.
  const kept =
    state.activity.kind === 'reading' && !state.workbook?.snapshot ? without(state, 'workbook') : cancelled(state);
  return { ...kept, fault: { error }, activity: IDLE };
}

/** What was looked at is the same finding in the new list when its fingerprint is. */
function checkState(before: CheckState | undefined, report: CheckReport, extent: CheckState['extent']): CheckState {
  const prints = new Set(report.findings.map(({ finding }) => finding.fingerprint));
  const { current, explained } = before ?? {};
  return {
    report,
    extent,
    ...(current !== undefined && prints.has(current) ? { current } : {}),
    ...(explained !== undefined && prints.has(explained) ? { explained } : {}),
    seen: new Set([...(before?.seen ?? [])].filter((print) => prints.has(print))),
  };
}

/** Esc goes back one step: help, the sheet in front, the explanation, a notice. */
function back(state: PaneState): PaneState {
  if (state.helpOpen) return { ...state, helpOpen: false };
  if (state.view?.inFront) return { ...state, view: { ...state.view, inFront: false } };
  if (state.check?.explained !== undefined) return { ...state, check: without(state.check, 'explained') };
  return without(state, 'fault', 'written');
}

function without<T extends object, K extends keyof T>(
  from: T,
  ...keys: readonly K[]
): Omit<T, K> & Partial<Pick<T, K>> {
  const rest = Object.fromEntries(Object.entries(from).filter(([name]) => !keys.some((key) => key === name)));
  return rest as Omit<T, K> & Partial<Pick<T, K>>;
}
