import type { Recalculated } from '../core/formulas/compute/recalculate';
import type { Write } from '../core/fix/fix';
import type { Address, Rect } from '../core/grid/address';
import type { Workbook } from '../core/grid/sheet';
import type { SummarySheet } from '../core/summary/summary-sheet';

/** The port through which the pane and the use cases reach a workbook, wherever it is open. */
export interface Host {
  readonly capabilities: HostCapabilities;
  /** Reads the whole workbook as it stands now. Rejects with a {@link HostError}. */
  read(options?: ReadOptions): Promise<Workbook>;
  /** Shows a cell to the user. */
  reveal(address: Address): Promise<void>;
  /** What the user has selected; absent: nobody but the pane selects. */
  selection?(): Promise<Selected | undefined>;
  /** Selects that again. */
  restore?(selected: Selected): Promise<void>;
  /** Makes these cells stand out in place of those before, until it is asked for none; absent: the pane does it. */
  mark?(cells: readonly Address[]): Promise<MarkedCells>;
  /**
   * Writes our sheets, each exactly once, and nothing else; gives what became of it. Cancelled, it leaves the workbook
   * as it was; sheets of ours that stand already are written to the end.
   */
  writeSummary(sheets: readonly SummarySheet[], signal?: AbortSignal): Promise<WrittenSummary>;
  /** Takes away all that is ours: sheets, marks, and in the workbook what is kept; gives the names of the sheets. */
  removeSummary(): Promise<WrittenSummary>;
  /** Puts values and formulas into cells, all or none, and touches no format. */
  writeCells(change: CellsChange): Promise<WrittenCells>;
  /** Calls back after edits and selections until what it gives is called; absent: nobody but the pane changes it. */
  watch?(heard: Heard): Promise<() => Promise<void>>;
  /** The workbook after some edits of {@link watch}. */
  readEdits?(edits: readonly Edit[], known: Workbook, signal?: AbortSignal): Promise<SeenEdits>;
  /** What Gouji keeps for this workbook. */
  readonly store: Store;
}

/** Cells of one sheet, as the host addresses them. */
export interface Selected {
  readonly sheet: string;
  readonly address: string;
  readonly area: Rect;
}

/** What became of cells that were to stand out. */
export interface MarkedCells {
  readonly count: number;
  /** Sheets that are protected: nothing on them was marked. */
  readonly leftOut: readonly string[];
}

/** Who is called when the user works in the workbook. */
export interface Heard {
  readonly edited: (edit: Edit) => void;
  readonly selected: (address: Address) => void;
}

/** What an edit changed; without an area anything may be another. */
export interface Edit {
  readonly sheetId: string;
  readonly area: Rect | undefined;
}

export interface SeenEdits {
  readonly workbook: Workbook;
  /** The cells that were read anew, of which formulas may give another result now; undefined: all were. */
  readonly changed: readonly Address[] | undefined;
}

/** Keeps small JSON values by name. */
export interface Store {
  /** Undefined: nothing is kept under this name. */
  get(key: string): Promise<unknown>;
  /** Rejects when it will not be there the next time; as long as the page stands it is there all the same. */
  set(key: string, value: unknown): Promise<void>;
}

export interface HostCapabilities {
  /** `in-place`: the open workbook itself; `copy`: a new file that the user saves. */
  readonly writes: 'in-place' | 'copy';
}

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Called for what could not be read and does not keep the rest from being read. */
  readonly noticed?: (notice: HostNotice) => void;
  /** Called before a sheet is read. */
  readonly progress?: (progress: ReadProgress) => void;
  /** Called with the sheets that are whole while others are still to come; they come again in the whole. */
  readonly soFar?: (workbook: Workbook) => void;
}

export interface ReadProgress {
  readonly sheet: string;
  /** How many sheets come before it. */
  readonly done: number;
  readonly total: number;
}

/** Cells that are to hold something else, and the formulas that give another result because of them. */
export interface CellsChange {
  readonly writes: readonly Write[];
  readonly results: readonly Recalculated[];
}

/** A new file of a host that writes copies. */
export interface WrittenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface WrittenCells {
  /** What of it could not be done. */
  readonly notices?: readonly HostNotice[];
  readonly file?: WrittenFile;
}

export interface WrittenSummary {
  /** The names that our sheets got, in the order given. */
  readonly sheetNames: readonly string[];
  /** What was kept in the workbook was taken away, too. */
  readonly keptRemoved?: true;
  /** What of it could not be done. */
  readonly notices?: readonly HostNotice[];
  /** The new file, from a host that writes copies. */
  readonly file?: {
    readonly name: string;
    readonly bytes: Uint8Array;
    /** Beside our sheets: all that the source is, the values of its sheets, or nothing. */
    readonly holds: 'everything' | 'values' | 'summary';
  };
}

/** What went without, the work being done all the same; `writingStopped`: the user ended it. */
export type HostNotice =
  | 'mergesUnread'
  | 'namesUnread'
  | 'looksUnfinished'
  | 'severalPagesWide'
  | 'notMarked'
  | 'signatureLost'
  | 'writingStopped';

/** Why a host could not do what was asked; each has its sentence in every language. */
export type HostFault =
  | 'cellBeingEdited'
  | 'otherWorkbook'
  | 'accessDenied'
  | 'structureProtected'
  | 'encrypted'
  | 'notAWorkbook'
  | 'notADocument'
  | 'oldDocument'
  | 'emptyText'
  | 'noFigures'
  | 'damaged'
  | 'tooLarge'
  | 'tooManyFormats'
  | 'tooDeep'
  | 'takesTooLong'
  | 'needsTooMuch'
  | 'internal'
  | 'unknownNamespace'
  | 'duplicateEntry'
  | 'cannotWriteFormat'
  | 'incompleteRead'
  | 'cancelled'
  | 'sheetNotShown'
  | 'noCellsSelected'
  | 'officeUnavailable'
  | 'officeSlow'
  | 'excelTooOld'
  | 'noFile'
  | 'severalFiles'
  | 'arrayFormula'
  | 'sheetProtected'
  | 'cellsChanged'
  | 'textFormat';

/** A fault that the user is told in one sentence. `detail` names what it was about: a sheet, a part. */
export class HostError extends Error {
  constructor(
    readonly fault: HostFault,
    readonly detail = '',
    options?: ErrorOptions,
  ) {
    super(detail === '' ? fault : `${fault}: ${detail}`, options);
    this.name = 'HostError';
  }
}
