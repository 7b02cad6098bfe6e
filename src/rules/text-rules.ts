import type { TextRule } from '../core/findings/text-rule';
import { partsInText } from './R501-parts-in-text';
import { growthInText } from './R502-growth-in-text';
import { completionInText } from './R503-completion-in-text';
import { shareInText } from './R504-share-in-text';
import { saidTwice } from './R505-said-twice';
import { wordAndFigure } from './R506-word-and-figure';
import { baseYear } from './R507-base-year';
import { yearAndMonth } from './R508-year-and-month';
import { unreadableFigure } from './R509-unreadable-figure';
import { againstBound } from './R510-against-bound';
import { textAndWorkbook } from './R511-text-and-workbook';

/** Rules about the text of a report. */
export const TEXT_RULES: readonly TextRule[] = [
  partsInText,
  growthInText,
  completionInText,
  shareInText,
  saidTwice,
  wordAndFigure,
  baseYear,
  yearAndMonth,
  unreadableFigure,
  againstBound,
  textAndWorkbook,
];
