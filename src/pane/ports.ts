import type { Engine } from '../app/engine';
import type { Fill } from '../app/report/fill-text';
import type { Host, Store } from '../hosts/host';
import type { Language } from '../messages/translator';
import type { SettingsStore } from './settings';

/** What an entry hands to the pane: where workbooks come from, who checks them, what is remembered. */
export interface PanePorts {
  readonly source: WorkbookSource;
  readonly engine: () => Promise<Engine>;
  /** The text of a report, .docx or .txt. */
  readonly readReport: (file: WorkbookFile) => Promise<string>;
  /** A copy of a report in which only some stretches of its text differ. */
  readonly fillReport: (file: WorkbookFile, replaced: readonly Fill[]) => Promise<NamedBytes>;
  readonly settings: SettingsStore;
  /** What was found last, by workbook; kept by the browser. */
  readonly lastChecks: Store;
  /** What program is around the pane, in words that name nothing of a workbook. */
  readonly diagnostics?: () => Readonly<Record<string, string>>;
  /** The language of the program around the pane; absent: Chinese. */
  readonly language?: Language;
  /** The look of the program around the pane; absent: that of the system. */
  readonly dark?: boolean;
}

/** Either the user gives files, or the pane stands beside the one workbook that is open. */
export type WorkbookSource =
  | {
      readonly kind: 'files';
      readonly open: (file: WorkbookFile) => Promise<Host>;
      readonly sample: () => Promise<WorkbookFile>;
    }
  | { readonly kind: 'open-workbook'; readonly host: () => Promise<Host> };

/** A file that was made. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file that the user gave; a browser's `File` is one. */
export interface WorkbookFile {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}
