import type { Finding } from '../../core/findings/finding';
import type { BookId } from '../../core/grid/book-id';
import type { CellPlace } from '../../core/grid/place';
import type { Claim } from '../../core/report/claims/claim';
import type { Figure } from '../../core/report/text/entries';
import type { Translator } from '../../messages/translator';
import { findingText } from '../finding-text';
import type { TextCheck } from './check-text';

export type Offsets = readonly [start: number, end: number];

/** A check of a text as the command line prints it; offsets count UTF-16 units of the whole text. */
export interface PlainReport {
  readonly claims: readonly PlainClaim[];
  readonly matches: readonly PlainMatch[];
  readonly findings: readonly PlainTextFinding[];
  readonly unchecked: readonly PlainFigure[];
  readonly cutOffs: readonly { readonly day: string; readonly figures: readonly Offsets[] }[];
}

interface PlainFigure {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface PlainClaim {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly stated: Offsets;
  readonly operands: readonly Offsets[];
  readonly holds: boolean;
  readonly verdict: string;
  /** What the operands give, in the unit of the stated figure. */
  readonly computed?: readonly [low: number, high: number];
}

interface PlainMatch {
  readonly start: number;
  readonly end: number;
  readonly verdict: string;
  readonly file?: BookId;
  readonly sheet?: string;
  readonly cell?: readonly [row: number, column: number];
}

interface PlainTextFinding extends PlainFigure {
  readonly code: string;
  readonly level: string;
  readonly grade?: string;
  readonly message: string;
  readonly expected?: number;
  readonly actual?: number;
  readonly fingerprint: string;
}

export function plainReport(
  { reading, matches, findings, unchecked, cutOffs }: TextCheck,
  text: string,
  translate: Translator,
): PlainReport {
  return {
    claims: reading.claims.map(plainClaim),
    matches: matches.map(({ figure, verdict, sources: [first] }) => ({
      ...placeOf(figure),
      verdict,
      ...cellOf(first?.computation.cells[0]),
    })),
    findings: findings.map((finding) => plainFinding(finding, text, translate)),
    unchecked: unchecked.map((figure) => ({ ...placeOf(figure), text: text.slice(...offsets(figure)) })),
    cutOffs: cutOffs.map(({ day, figures }) => ({ day, figures: figures.map(offsets) })),
  };
}

function cellOf(cell: CellPlace | undefined): Pick<PlainMatch, 'file' | 'sheet' | 'cell'> {
  return cell ? { file: cell.book, sheet: cell.sheet, cell: [cell.row, cell.column] } : {};
}

function offsets({ placed: { mention } }: Figure): Offsets {
  return [mention.start, mention.end];
}

function placeOf(figure: Figure): { start: number; end: number } {
  const [start, end] = offsets(figure);
  return { start, end };
}

function plainClaim({ kind, verdict, stated, operands, word, computed }: Claim): PlainClaim {
  const all = [stated, ...operands].map(offsets);
  return {
    kind,
    start: Math.min(...all.map(([start]) => start)),
    end: Math.max(...all.map(([, end]) => end)),
    stated: word ? [word.start, word.end] : offsets(stated),
    operands: operands.map(offsets),
    holds: verdict === 'holds' || verdict === 'rounding',
    verdict,
    ...(computed && Number.isFinite(computed.low) ? { computed: [computed.low, computed.high] as const } : {}),
  };
}

function plainFinding(finding: Finding, text: string, translate: Translator): PlainTextFinding {
  const { code, level, grade, at, expected, actual, fingerprint } = finding;
  const [first] = at;
  const [start, end] = first && 'start' in first ? [first.start, first.end] : [0, 0];
  return {
    start,
    end,
    text: text.slice(start, end),
    code,
    level,
    ...(grade === undefined ? {} : { grade }),
    message: findingText(finding, translate),
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
    fingerprint,
  };
}
