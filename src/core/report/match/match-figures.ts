import { roundHalfUp } from '../../numbers/decimal';
import { meets } from '../../numbers/interval';
import type { ReadText } from '../claims/reading';
import { orCutOff } from '../claims/judge';
import { SourceFinder, type Candidate } from './find-sources';
import type { Match, MatchVerdict } from './match';
import { queriesOf, type Query } from './query';
import type { SourceFigure } from './sources';

/** As near to the best candidate as that, and another is as good. */
const AS_GOOD = 0.04;

/** Every figure that names something against the workbooks' figures of that name. */
export function matchFigures(read: ReadText, sources: readonly SourceFigure[]): Match[] {
  const finder = new SourceFinder(sources);
  return queriesOf(read)
    .filter(({ figure }) => !figure.isBlank && figure.bound === undefined)
    .map((query) => matched(query, finder.find(query)));
}

function matched(query: Query, candidates: readonly Candidate[]): Match {
  const { figure } = query;
  const [best] = candidates;
  if (!best) return { figure, verdict: 'none', sources: [] };
  // A cell of the right name that prints the figure is where it is from, though another may be likelier.
  const agreeing = candidates.find(({ source }) => agreement(query, source) !== undefined);
  if (agreeing) return { figure, verdict: agreement(query, agreeing.source) ?? 'equal', sources: [agreeing.source] };
  const top = candidates.filter(({ score }) => score >= best.score - AS_GOOD);
  const isOne = top.every(({ source }) => meets(source.interval, best.source.interval));
  // A rate may be reckoned on 年初 or 调整预算: only words that name the base of the column make it wrong.
  const isOfBase = query.roles[0] !== 'pct_budget' || namesBase(query, best.source);
  const verdict = isOne && isOfBase && top.some(({ isCertain }) => isCertain) ? 'wrong' : 'several';
  return { figure, verdict, sources: top.map(({ source }) => source) };
}

function namesBase({ words }: Query, { header }: SourceFigure): boolean {
  return ['年初', '调整'].some((base) => words.includes(base) && header.includes(base));
}

function agreement({ figure }: Query, { size, interval }: SourceFigure): MatchVerdict | undefined {
  const { value, decimals, unit } = figure.placed.mention;
  const isDown = (figure.role.is === 'delta' || figure.role.is === 'growth') && figure.role.sign < 0;
  const shown = (isDown ? -size : size) / unit.factor;
  if (roundHalfUp(shown, decimals) === value) return 'equal';
  const [low, high] = isDown ? [-interval.high, -interval.low] : [interval.low, interval.high];
  return meets(orCutOff(figure), { low, high }) ? 'rounding' : undefined;
}
