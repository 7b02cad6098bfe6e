import type { CellExplanation } from '../app/cell-explanation';
import type { IndicatorBoard } from '../app/indicator-board';
import type { KeptCorrection } from '../app/kept/said-of-tables';
import type { SummaryListing } from '../app/write-summary';
import type { Finding } from '../core/findings/finding';
import type { PackLayer } from '../core/fiscal/pack';
import type { Address, Position } from '../core/grid/address';
import type { ChosenFill } from '../app/report/basis-sheet';
import type { Fill } from '../app/report/fill-text';
import type { NamedBytes, WorkbookFile } from './ports';
import type { Settings } from './settings';

/** What the user can have done; components call these and nothing else. */
export interface PaneCommands {
  readonly openFile: (file: WorkbookFile) => Promise<void>;
  readonly openSample: () => Promise<void>;
  /** Opens what has to be fetched first. */
  readonly openFrom: (fetchFile: () => Promise<WorkbookFile>) => Promise<void>;
  readonly check: () => Promise<void>;
  /** Checks the workbook and shows the findings of the cells that are selected now. */
  readonly checkSelection: () => Promise<void>;
  /** Takes what the user now says of all tables, keeps it, and checks again. */
  readonly correct: (corrections: readonly KeptCorrection[]) => Promise<void>;
  /** Takes the bounds and definitions that were chosen, keeps them, and judges by them. */
  readonly changeStandards: (standards: PackLayer) => Promise<void>;
  /** The same from the text of a pack file; rejects with what is wrong with it. */
  readonly importStandards: (text: string) => Promise<void>;
  readonly cancel: () => void;
  /** What was understood of a cell; undefined: nothing was checked, or it is none of the user's. */
  readonly explainCell: (at: Address) => Promise<CellExplanation | undefined>;
  /** Writes our sheets, those of these ids alone where some are given. */
  readonly write: (wanted?: readonly string[]) => Promise<void>;
  /** Takes all of our sheets away. */
  readonly removeSummary: () => Promise<void>;
  /** What our sheets would say; undefined: the workbook was not checked to the end. */
  readonly summaries: () => Promise<readonly SummaryListing[] | undefined>;
  /** The indicators of the workbook as it was checked last; undefined: it was not, or the check was ended. */
  readonly board: () => Promise<IndicatorBoard | undefined>;
  /** Checks the text of a report against itself, and against the workbook where one was checked. */
  readonly checkReport: (text: string) => Promise<void>;
  /** The same with a file that holds the text. */
  readonly openReport: (file: WorkbookFile) => Promise<void>;
  /** A copy of the report that was opened, or pasted, in which only some stretches differ. */
  readonly filledReport: (text: string, replaced: readonly Fill[]) => Promise<NamedBytes>;
  /** Writes the sheet that says where each figure that fills the report is from; some blanks were chosen for. */
  readonly writeBasis: (text: string, chosen: readonly ChosenFill[]) => Promise<void>;
  /** Works out what a repair of a finding would do; nothing is changed. */
  readonly previewFix: (finding: Finding, choice: number) => Promise<void>;
  /** Makes the repair that is looked at, and checks again. */
  readonly applyFix: () => Promise<void>;
  /** Takes the last repair back. */
  readonly undoFix: () => Promise<void>;
  readonly goTo: (address: Address, related?: readonly Position[]) => Promise<void>;
  /**
   * Makes the first cells of some findings stand out: in the page's own view of a sheet, or in Excel by formats that go
   * when it is called for none.
   */
  readonly mark: (findings: readonly Finding[], sheet?: string) => Promise<void>;
  /** Back to what the user had selected before the walk through the findings began. */
  readonly goBack: () => Promise<void>;
  readonly changeSettings: (settings: Settings) => Promise<void>;
}
