import type { CheckReport } from '../../app/check-report';
import type { KeptCorrection } from '../../app/kept/said-of-tables';
import type { Position } from '../../core/grid/address';
import type { Workbook } from '../../core/grid/sheet';
import type { ReadProgress, WrittenSummary } from '../../hosts/host';
import type { Settings } from '../settings';
import type { TabId } from '../tabs';
import type { ReadingDraft } from './reading-draft';

export type PaneAction =
  | { readonly type: 'opening'; readonly name: string }
  | { readonly type: 'opened'; readonly name: string; readonly snapshot: Workbook }
  | { readonly type: 'openingCancelled' }
  | { readonly type: 'reading' }
  | { readonly type: 'checking' }
  | { readonly type: 'progressed'; readonly progress: ReadProgress }
  | { readonly type: 'found'; readonly report: CheckReport }
  | { readonly type: 'checked'; readonly report: CheckReport }
  | { readonly type: 'checkCancelled' }
  | { readonly type: 'writing' }
  | { readonly type: 'written'; readonly written: WrittenSummary }
  | { readonly type: 'failed'; readonly error: unknown }
  | { readonly type: 'couldNotShow'; readonly error: unknown }
  | { readonly type: 'dismissed' }
  | { readonly type: 'movedTo'; readonly fingerprint: string }
  | { readonly type: 'toggledExplanation'; readonly fingerprint: string }
  | { readonly type: 'wentTo'; readonly fingerprint: string }
  | { readonly type: 'showed'; readonly sheet: string; readonly marks: readonly Position[] }
  | { readonly type: 'choseSheet'; readonly sheet: string }
  | { readonly type: 'recalled'; readonly corrections: readonly KeptCorrection[] }
  | { readonly type: 'corrected'; readonly corrections: readonly KeptCorrection[] }
  | { readonly type: 'couldNotKeep' }
  | { readonly type: 'toggledReadings' }
  | { readonly type: 'toggledTable'; readonly table: string }
  | { readonly type: 'drafted'; readonly change: ReadingDraft }
  | { readonly type: 'choseTab'; readonly tab: TabId }
  | { readonly type: 'back' }
  | { readonly type: 'toggledHelp'; readonly open: boolean }
  | { readonly type: 'changedSettings'; readonly settings: Settings };
