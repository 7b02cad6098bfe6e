import type { CheckReport, TableReading } from '../../app/check-report';
import type { KeptCorrection } from '../../app/kept/said-of-tables';
import type { Position } from '../../core/grid/address';
import type { Workbook } from '../../core/grid/sheet';
import type { ReadProgress, WrittenSummary } from '../../hosts/host';
import type { Settings } from '../settings';
import type { TabId } from '../tabs';
import type { ReadingDraft } from './reading-draft';

/** Everything that the pane shows comes from this; it changes only through `reduce`. */
export interface PaneState {
  readonly settings: Settings;
  /** The page that is open. */
  readonly tab: TabId;
  readonly activity: Activity;
  /** Absent: nothing is open. */
  readonly workbook?: OpenWorkbook;
  /** Absent: not checked since it was opened. */
  readonly check?: CheckState;
  /** What went wrong last; put into words where it is shown, so that it follows the language. */
  readonly fault?: { readonly error: unknown };
  readonly written?: WrittenSummary;
  /** What the user said of tables, here and in workbooks before. */
  readonly corrections: readonly KeptCorrection[];
  /** What was said last holds for now but could not be kept. */
  readonly notKept?: true;
  /** Absent: no check has come to its end. It stays while the next one runs, so that the focus does. */
  readonly readings?: ReadingsState;
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

/** How the tables were read, and which of them is being corrected. */
export interface ReadingsState {
  readonly tables: readonly TableReading[];
  readonly open: boolean;
  /** Key of the table that is unfolded. */
  readonly table?: string;
  readonly draft: ReadingDraft;
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
  return { settings, tab: 'check', activity: { kind: 'idle' }, corrections: [], helpOpen: false };
}
