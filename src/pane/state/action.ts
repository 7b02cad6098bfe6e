import type { CheckReport } from '../../app/check-report';
import type { FixPreview } from '../../app/fix-preview';
import type { KeptCorrection } from '../../app/kept/said-of-tables';
import type { PackLayer } from '../../core/fiscal/pack';
import type { ReportPage } from '../../app/report/report-page';
import type { Write } from '../../core/fix/fix';
import type { Address, Position } from '../../core/grid/address';
import type { Workbook } from '../../core/grid/sheet';
import type { HostNotice, MarkedCells, ReadProgress, WrittenFile, WrittenSummary } from '../../hosts/host';
import type { Settings } from '../settings';
import type { Level } from '../../core/findings/rule';
import type { TabId } from '../tabs';
import type { Triage } from '../view/triage';
import type { ReadingDraft } from './reading-draft';

export type PaneAction =
  | { readonly type: 'opening'; readonly name: string }
  | { readonly type: 'opened'; readonly name: string; readonly snapshot: Workbook }
  | { readonly type: 'openingCancelled' }
  | { readonly type: 'reading' }
  /** `quietly`: the list that stands is shown until the new one is whole. */
  | { readonly type: 'checking'; readonly quietly?: true }
  | { readonly type: 'progressed'; readonly progress: ReadProgress }
  | { readonly type: 'found'; readonly report: CheckReport }
  /** `lastTime`: the fingerprints of the last check that this browser knows of. */
  | { readonly type: 'checked'; readonly report: CheckReport; readonly lastTime?: readonly string[] }
  | { readonly type: 'checkCancelled' }
  /** `toTheEnd`: it cannot be cancelled. */
  | { readonly type: 'writing'; readonly toTheEnd?: true }
  | { readonly type: 'written'; readonly written: WrittenSummary; readonly ids: readonly string[] }
  /** All of our sheets are gone. */
  | { readonly type: 'removed'; readonly written: WrittenSummary }
  | { readonly type: 'previewing'; readonly fingerprint: string; readonly choice: number }
  | { readonly type: 'previewed'; readonly preview: FixPreview }
  | { readonly type: 'leftFix' }
  /** A repair was made, or taken back: what takes this one back, and the workbook where the pane holds it. */
  | {
      readonly type: 'fixed';
      readonly inverse: readonly Write[];
      readonly undone: boolean;
      readonly snapshot?: Workbook;
      readonly file?: WrittenFile;
    }
  | { readonly type: 'failed'; readonly error: unknown }
  | { readonly type: 'couldNotShow'; readonly error: unknown }
  | { readonly type: 'noticed'; readonly notice: HostNotice }
  | { readonly type: 'dismissed' }
  | { readonly type: 'selected'; readonly at: Address }
  /** The user edited the workbook; it is checked again. */
  | { readonly type: 'edited'; readonly snapshot: Workbook }
  | { readonly type: 'triaged'; readonly change: Partial<Triage> }
  /** All findings again, not only those of the selection. */
  | { readonly type: 'leftSelection' }
  /** The same level again: all levels. */
  | { readonly type: 'toggledLevel'; readonly level: Level }
  | { readonly type: 'movedTo'; readonly fingerprint: string }
  | { readonly type: 'toggledExplanation'; readonly fingerprint: string }
  | { readonly type: 'wentTo'; readonly fingerprint: string }
  | { readonly type: 'showed'; readonly sheet: string; readonly marks: readonly Position[] }
  /** In Excel. */
  | { readonly type: 'marked'; readonly marked: MarkedCells }
  | { readonly type: 'choseSheet'; readonly sheet: string }
  | {
      readonly type: 'recalled';
      readonly corrections: readonly KeptCorrection[];
      readonly standards?: PackLayer;
    }
  | { readonly type: 'choseStandards'; readonly standards: PackLayer }
  | { readonly type: 'corrected'; readonly corrections: readonly KeptCorrection[] }
  | { readonly type: 'couldNotKeep' }
  | { readonly type: 'toggledReadings' }
  | { readonly type: 'toggledTable'; readonly table: string }
  | { readonly type: 'drafted'; readonly change: ReadingDraft }
  | { readonly type: 'choseTab'; readonly tab: TabId }
  | { readonly type: 'reportChecked'; readonly report: ReportPage }
  | { readonly type: 'leftReport' }
  | { readonly type: 'back' }
  | { readonly type: 'toggledHelp'; readonly open: boolean }
  | { readonly type: 'changedSettings'; readonly settings: Settings };
