import type { TableReading } from '../../app/check-report';
import type { FixPreview } from '../../app/fix-preview';
import type { KeptCorrection } from '../../app/kept/said-of-tables';
import type { PackLayer } from '../../core/fiscal/pack';
import type { ReportPage } from '../../app/report/report-page';
import type { Write } from '../../core/fix/fix';
import type { Address, Position } from '../../core/grid/address';
import type { Workbook } from '../../core/grid/sheet';
import type { HostNotice, MarkedCells, ReadProgress, WrittenFile, WrittenSummary } from '../../hosts/host';
import type { Settings } from '../settings';
import type { TabId } from '../tabs';
import { WHOLE_LIST, type Triage } from '../view/triage';
import type { CheckState } from './check-state';
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
  /** The check before this one, while this one runs. */
  readonly previous?: CheckState;
  /** Which findings are looked at. */
  readonly triage: Triage;
  /** The cell that the user has selected in Excel, or clicked in the page's own sheet. */
  readonly selected?: Address;
  /** The report that was checked last. */
  readonly report?: ReportPage;
  readonly fix?: FixState;
  readonly fixed?: FixedState;
  /** What takes the repairs back, the last one last. */
  readonly undo: readonly (readonly Write[])[];
  /** What went wrong last; put into words where it is shown, so that it follows the language. */
  readonly fault?: { readonly error: unknown };
  /** Bounds and definitions that were chosen; absent: the national ones. */
  readonly standards?: PackLayer;
  readonly written?: WrittenSummary & { readonly removed?: true };
  /** Ids of the sheets of ours that were written since the workbook was read; `none`: all were taken away. */
  readonly placed?: readonly string[] | 'none';
  /** What the user said of tables, here and in workbooks before. */
  readonly corrections: readonly KeptCorrection[];
  /** The cells that stand out in Excel. */
  readonly marked?: MarkedCells;
  /** What the workbook was read without. */
  readonly notice?: HostNotice;
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
  /** `quiet`: after an edit; nothing is said of it before it is done. */
  | { readonly kind: 'reading' | 'checking'; readonly progress?: ReadProgress; readonly quiet?: true }
  | { readonly kind: 'writing'; readonly toTheEnd?: true };

export interface OpenWorkbook {
  readonly name: string;
  /** Absent while it is read. */
  readonly snapshot?: Workbook;
}

/** A repair that is looked at before it is made. */
export interface FixState {
  readonly fingerprint: string;
  /** Which of the repairs of its finding. */
  readonly choice: number;
  /** Absent while it is worked out. */
  readonly preview?: FixPreview;
}

/** What the last repair changed, and the copy that holds it where the host writes copies. */
export interface FixedState {
  readonly cells: number;
  /** True for one that was taken back. */
  readonly undone: boolean;
  readonly file?: WrittenFile;
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
  return {
    settings,
    tab: 'check',
    activity: { kind: 'idle' },
    corrections: [],
    undo: [],
    triage: WHOLE_LIST,
    helpOpen: false,
  };
}
