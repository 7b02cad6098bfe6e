import type { Finding } from '../../core/findings/finding';
import { runTextRules } from '../../core/findings/run-text-rules';
import { NATIONAL_PACK } from '../../core/fiscal/national-pack';
import type { Pack } from '../../core/fiscal/pack';
import type { Contradiction } from '../../core/report/contradictions';
import { cutOffs, type CutOff } from '../../core/report/cut-offs';
import { coverageTold } from '../../core/report/match/coverage-figures';
import { withHeadCounts } from '../../core/report/match/head-counts';
import { matchFigures } from '../../core/report/match/match-figures';
import type { Match } from '../../core/report/match/match';
import type { SourceFigure } from '../../core/report/match/sources';
import { readReport, type ReportReading } from '../../core/report/read-report';
import type { Figure } from '../../core/report/text/entries';
import { TEXT_RULES } from '../../rules/text-rules';

/** A text with all that its own figures, and those of workbooks, say of it. */
export interface TextCheck {
  readonly document: string;
  readonly reading: ReportReading;
  readonly matches: readonly Match[];
  readonly findings: readonly Finding[];
  /** Figures of which nothing could be checked. */
  readonly unchecked: readonly Figure[];
  /** The days to which its figures run, the day of its title first. */
  readonly cutOffs: readonly CutOff[];
}

/** Checks a text against itself, and against the figures of workbooks where any are given. */
export function checkText(
  document: string,
  text: string,
  sources: readonly SourceFigure[] = [],
  pack: Pack = NATIONAL_PACK,
): TextCheck {
  const read = withHeadCounts(readReport(text), sources);
  const matches = sources.length === 0 ? [] : matchFigures(read, sources);
  const reading = { ...read, contradictions: read.contradictions.filter((one) => !isDisproved(one, matches)) };
  const findings = runTextRules({ document, reading, matches, pack }, TEXT_RULES);
  return { document, reading, matches, findings, unchecked: uncheckedOf(reading, matches), cutOffs: cutOffs(reading) };
}

/** A slip that was only guessed is none where the workbooks print the very figure. */
function isDisproved({ claim, slip }: Contradiction, matches: readonly Match[]): boolean {
  if (claim.grounds === 'said' || !slip) return false;
  return matches.some(
    ({ figure, verdict }) => figure === slip.figure && (verdict === 'equal' || verdict === 'rounding'),
  );
}

/** Part of a whole, or told twice: that proves no figure right. */
const WEAK: readonly string[] = ['part_of', 'equal', 'nested'];

/** A bare number counts where it is called as one that is watched, and not where it is asked for: 应维持在0.3－0.8. */
export function isCounted({ unit, bound, placed: { lead } }: Figure): boolean {
  return unit.kind !== 'number' || (bound !== 'goal' && coverageTold(lead) !== undefined);
}

function uncheckedOf({ figures, claims }: ReportReading, matches: readonly Match[]): Figure[] {
  const checked = new Set<Figure>();
  for (const { kind, verdict, stated, operands } of claims) {
    if (verdict === 'unclear' || WEAK.includes(kind)) continue;
    for (const figure of [stated, ...operands]) checked.add(figure);
  }
  for (const { figure, verdict } of matches) if (verdict !== 'none' && verdict !== 'several') checked.add(figure);
  return figures.filter((figure) => !figure.isBlank && !checked.has(figure) && isCounted(figure));
}
