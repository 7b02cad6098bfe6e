import { ownDecimals, roundHalfUp } from '../../numbers/decimal';
import type { Proposal, Proposed } from '../match/proposal';
import { AS_GOOD, isSame } from '../match/in-context';
import { fromCell, Proposals } from '../match/proposals';
import type { SourceFigure } from '../match/sources';
import type { ReportReading } from '../read-report';
import type { Entry, Figure } from '../text/entries';
import type { Answer, Filled, LeftWhy } from './answer';
import { turnedWord } from './sign-words';

/** Reports print as many decimals of an amount, and of a rate. */
const MOST_DECIMALS = 2;

/** Every blank of a draft with what the workbooks have for it; what is certain is filled. */
export function fillBlanks(reading: ReportReading, sources: readonly SourceFigure[]): Answer[] {
  const all = new Proposals(reading, sources);
  const answers = reading.entries.flatMap((entry) =>
    [entry.level, ...entry.said]
      .filter(({ isBlank }) => isBlank)
      .map((figure) => answered(reading, figure, proposalsFor(figure, entry, all))),
  );
  // A rate before any amount is said of nothing.
  const known = new Set(answers.map(({ figure }) => figure));
  const alone = reading.figures.filter((figure) => figure.isBlank && !known.has(figure));
  return [...answers, ...alone.map((figure) => left(figure, [], 'none'))];
}

function proposalsFor(figure: Figure, entry: Entry, all: Proposals): Proposed {
  const cells = all.cells(figure, entry).map(fromCell);
  // A goal is in no table of what was done: only one of goals has it.
  if (figure.bound === 'goal') return figure === entry.level ? cells : [];
  if (figure === entry.level) {
    const reckoned = all.level(entry);
    return reckoned.length > 0 ? reckoned : cells;
  }
  const said = all.said(figure, entry);
  if (said === 'noBase' || (said && said.length > 0)) return said;
  // A rate that has a column of its own name: 审减率, 支付进度. Else what stands in no row of its own amount is doubtful.
  if (figure.role.is === 'rate' || figure.role.is === 'other') return cells;
  return said ?? cells.map(doubtful);
}

function doubtful(proposal: Proposal): Proposal {
  return { ...proposal, isCertain: false };
}

function answered({ plain }: ReportReading, figure: Figure, proposed: Proposed): Answer {
  if (proposed === 'noBase') return left(figure, [], 'noBase');
  const [best] = proposed;
  if (!best) return left(figure, [], 'none');
  const rivals = proposed.filter(({ score }) => score >= best.score - AS_GOOD);
  if (!rivals.every(({ size }) => isSame(size, best.size))) return left(figure, proposed, 'several');
  if (!best.isCertain || figure.placed.mention.blank === 'leadingDigits') return left(figure, proposed, 'unsure');
  return { figure, proposals: proposed, why: undefined, filled: filledWith(plain, figure, best) };
}

/** A blank filled with one of its proposals: as it is printed, and the word before it that turns with the sign. */
export function filledWith(plain: string, figure: Figure, proposal: Proposal): Filled {
  const isChange = ['delta', 'growth', 'points', 'pace'].includes(figure.role.is);
  const sign = proposal.size < 0 ? -1 : 1;
  return {
    proposal,
    text: shownAs(isChange ? Math.abs(proposal.size) : proposal.size, figure),
    word: isChange && proposal.size !== 0 ? turnedWord(plain, figure.placed.mention, sign) : undefined,
  };
}

function left(figure: Figure, proposals: readonly Proposal[], why: LeftWhy): Answer {
  return { figure, proposals, filled: undefined, why };
}

/** In the unit that stands behind the blank, with no more decimals than the figure has. */
function shownAs(size: number, { placed: { mention } }: Figure): string {
  const value = roundHalfUp(size / mention.unit.factor, MOST_DECIMALS);
  return value.toFixed(Math.min(MOST_DECIMALS, ownDecimals(value)));
}
