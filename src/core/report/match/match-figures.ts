import { roundHalfUp } from '../../numbers/decimal';
import { meets, type Interval } from '../../numbers/interval';
import { isOfOtherCalibre } from '../claims/growth';
import { orCutOff } from '../claims/judge';
import type { ReadText } from '../claims/reading';
import type { Entry, Figure } from '../text/entries';
import type { Candidate } from './find-sources';
import type { Match, MatchVerdict } from './match';
import type { Proposal } from './proposal';
import { AS_GOOD } from './in-context';
import { fromCell, Proposals } from './proposals';
import type { Query } from './query';
import type { SourceFigure } from './sources';

/** Cells less likely than the best by more than that print the same figure by chance: of another month, or of the plan. */
const AS_POSSIBLE = 0.15;

/** Every figure that names something against the workbooks' figures of that name, and against what follows from them. */
export function matchFigures(read: ReadText, sources: readonly SourceFigure[]): Match[] {
  const all = new Proposals(read, sources);
  return read.entries.flatMap((entry) =>
    [entry.level, ...entry.said]
      .filter(({ isBlank, bound }) => !isBlank && bound === undefined)
      .flatMap((figure) => matched(figure, entry, all) ?? []),
  );
}

function matched(figure: Figure, entry: Entry, all: Proposals): Match | undefined {
  const query = all.queries.get(figure);
  const candidates = query ? all.cells(figure, entry) : [];
  const said = figure === entry.level ? all.level(entry) : all.said(figure, entry);
  const computed = said === undefined || said === 'noBase' ? [] : said;
  if (!query && computed.length === 0) return undefined;
  // A cell of the right name that prints the figure is where it is from, though another may be likelier.
  const printed = [...possible(candidates).map(fromCell), ...computed].find((one) => agreement(figure, one));
  if (printed) return { figure, verdict: agreement(figure, printed) ?? 'equal', sources: [printed] };
  const [reckoned] = computed;
  if (reckoned?.isCertain && !isOfOtherCalibre(figure)) return { figure, verdict: 'wrong', sources: computed };
  return byCells(figure, query, candidates);
}

function possible(candidates: readonly Candidate[]): readonly Candidate[] {
  const [best] = candidates;
  return best?.isCertain ? candidates.filter(({ score }) => score >= best.score - AS_POSSIBLE) : candidates;
}

function byCells(figure: Figure, query: Query | undefined, candidates: readonly Candidate[]): Match {
  const [best] = candidates;
  if (!best || !query) return { figure, verdict: 'none', sources: [] };
  const top = candidates.filter(({ score }) => score >= best.score - AS_GOOD);
  const isOne = top.every(({ source }) => meets(source.interval, best.source.interval));
  // A rate may be reckoned on 年初 or 调整预算: only words that name the base of the column make it wrong.
  const isOfBase = query.roles[0] !== 'pct_budget' || namesBase(query, best.source);
  const verdict = isOne && isOfBase && top.some(({ isCertain }) => isCertain) ? 'wrong' : 'several';
  return { figure, verdict, sources: top.map(fromCell) };
}

function namesBase({ words }: Query, { header }: SourceFigure): boolean {
  return ['年初', '调整'].some((base) => words.includes(base) && header.includes(base));
}

function agreement(figure: Figure, { size, interval, computation }: Proposal): MatchVerdict | undefined {
  const { value, decimals, unit } = figure.placed.mention;
  const sign = signOf(figure, size);
  if (roundHalfUp((sign * size) / unit.factor, decimals) === value) return 'equal';
  const signed = sign < 0 ? { low: -interval.high, high: -interval.low } : interval;
  // Points are often the difference of two printed rates.
  const half = computation.op === 'points' || computation.op === 'pace' ? unit.factor / 10 ** decimals : 0;
  return meets(orCutOff(figure), wider(signed, half)) ? 'rounding' : undefined;
}

function wider({ low, high }: Interval, by: number): Interval {
  return { low: low - by, high: high + by };
}

/** A decrease is printed without its sign. */
function signOf({ role }: Figure, size: number): 1 | -1 {
  if (role.is === 'delta' || role.is === 'growth' || role.is === 'pace') return role.sign;
  if (role.is === 'points') return role.sign ?? (size < 0 ? -1 : 1);
  return 1;
}
