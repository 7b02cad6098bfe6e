import type { CheckReport } from '../../app/check-report';
import type { Position } from '../../core/grid/address';
import type { Workbook } from '../../core/grid/sheet';
import type { ReadProgress, WrittenSummary } from '../../hosts/host';
import type { Settings } from '../settings';

/** Everything that the pane shows comes from this; it changes only through `reduce`. */
export interface PaneState {
  readonly settings: Settings;
  readonly activity: Activity;
  /** Absent: nothing is open. */
  readonly workbook?: OpenWorkbook;
  /** Absent: not checked since it was opened. */
  readonly check?: CheckState;
  /** What went wrong last; put into words where it is shown, so that it follows the language. */
  readonly fault?: { readonly error: unknown };
  readonly written?: WrittenSummary;
  /** The page's own view of a sheet. */
  readonly view?: SheetViewState;
  readonly helpOpen: boolean;
}

export type Activity =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading' | 'checking'; readonly progress?: ReadProgress }
  | { readonly kind: 'writing' };

export interface OpenWorkbook {
  readonly name: string;
  /** Absent while it is read. */
  readonly snapshot?: Workbook;
}

export interface CheckState {
  readonly report: CheckReport;
  /** `partial`: still running; `cancelled`: the user ended it; only a complete one is written. */
  readonly extent: 'partial' | 'cancelled' | 'complete';
  /** Fingerprint of the finding that the keyboard is on. */
  readonly current?: string;
  /** Fingerprint of the finding that is explained. */
  readonly explained?: string;
  /** Findings that the user has gone to or had explained. */
  readonly seen: ReadonlySet<string>;
}

export interface SheetViewState {
  readonly sheet: string;
  /** Most suspicious first. */
  readonly marks: readonly Position[];
  /** Goes up when the view is to scroll to its first mark again. */
  readonly turn: number;
  /** On a narrow page the sheet covers the list only while the user looks at it. */
  readonly inFront: boolean;
}

export function initialState(settings: Settings): PaneState {
  return { settings, activity: { kind: 'idle' }, helpOpen: false };
}
