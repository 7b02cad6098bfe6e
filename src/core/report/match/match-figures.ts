import { roundHalfUp, significantDigits } from '../../numbers/decimal';
import { meets, type Interval } from '../../numbers/interval';
import { isOfOtherCalibre } from '../claims/growth';
import { orCutOff } from '../claims/judge';
import type { Period } from '../../numbers/period';
import type { ColumnRole } from '../../tables/table';
import type { ReadText } from '../claims/reading';
import type { Entry, Figure } from '../text/entries';
import { keepsBound } from './coverage-figures';
import type { Candidate } from './find-sources';
import type { Match, MatchVerdict } from './match';
import type { Proposal } from './proposal';
import { AS_GOOD, AS_POSSIBLE } from './in-context';
import { fromCell, Proposals } from './proposals';
import type { Query } from './query';
import type { SourceFigure } from './sources';

/** Every figure that names something against the workbooks' figures of that name, and against what follows from them. */
export function matchFigures(read: ReadText, sources: readonly SourceFigure[]): Match[] {
  const all = new Proposals(read, sources);
  return read.entries.flatMap((entry) =>
    [entry.level, ...entry.said]
      .filter(({ isBlank, bound, unit }) => !isBlank && (bound === undefined || unit.kind === 'number'))
      .flatMap((figure) => (figure.bound ? bounded(figure, entry, all) : matched(figure, entry, all)) ?? []),
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
  // 不含非税收入为9万元: the other calibre is what was reckoned.
  const isReckonedSo = figure === entry.level && reckoned?.computation.op === 'difference';
  if (reckoned?.isCertain && (isReckonedSo || !isOfOtherCalibre(figure)))
    return { figure, verdict: 'wrong', sources: computed };
  return byCells(figure, query, candidates, all);
}

/** 库款系数达到0.3以上: a bare number that is told as a bound. */
function bounded(figure: Figure, entry: Entry, all: Proposals): Match | undefined {
  const top = likeliest(all.queries.has(figure) ? all.cells(figure, entry) : []);
  const [best] = top;
  const keeps = best && keepsBound(figure, best.source.interval);
  if (!best || keeps === undefined) return undefined;
  const isOne = top.every(({ source }) => keepsBound(figure, source.interval) === keeps);
  const verdict = isOne ? (keeps ? 'rounding' : wrongBy(top)) : 'several';
  return { figure, verdict, sources: top.map(fromCell) };
}

function possible(candidates: readonly Candidate[]): readonly Candidate[] {
  const [best] = candidates;
  return best?.isCertain ? candidates.filter(({ score }) => score >= best.score - AS_POSSIBLE) : candidates;
}

function byCells(figure: Figure, query: Query | undefined, candidates: readonly Candidate[], all: Proposals): Match {
  const [best] = candidates;
  if (!best || !query) return { figure, verdict: 'none', sources: [] };
  const top = likeliest(candidates);
  const isOne = top.every(({ source }) => meets(source.interval, best.source.interval));
  // A rate may be reckoned on 年初 or 调整预算: only words that name the base of the column make it wrong.
  const isOfBase = query.roles[0] !== 'pct_budget' || namesBase(query, best.source);
  // The month and the months so far stand in one row: which of them is meant the words do not say.
  const isNear = top.some(({ source }) => mayBeMistyped(figure, source));
  const saysMonth = /\d{1,2}月/.test(figure.placed.lead);
  const isInRow = top.some(({ source }) =>
    all.rowOf(source).some((other) => prints(figure, other) && !(saysMonth && areTwoMonths(source, other))),
  );
  return {
    figure,
    verdict: isOne && isOfBase && isNear && !isInRow ? wrongBy(top) : 'several',
    sources: top.map(fromCell),
  };
}

/** No slip but a wrong unit makes a figure so many times another: 565元 for each is no part of 1.7亿元. */
const FAR = 300;
/** How far, in powers of ten, a figure in a wrong unit may be off besides. */
const UNIT_APART = 0.1;

function mayBeMistyped({ size }: Figure, source: SourceFigure): boolean {
  const ratio = Math.abs(source.size / size);
  const power = Math.log10(ratio);
  return source.size === 0 || !(ratio > FAR || ratio < 1 / FAR) || Math.abs(power - Math.round(power)) < UNIT_APART;
}

function likeliest(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.filter(({ score }) => score >= (candidates[0]?.score ?? 0) - AS_GOOD);
}

/** What was done, of the month or so far; what was planned, or done last year, is told as such. */
const DONE: readonly ColumnRole[] = ['month', 'ytd', 'paid', 'amount', 'inflow', 'outflow'];

/** Whether a cell holds what is printed, in so many digits that it is no chance. */
function prints(figure: Figure, { kind, role, interval }: SourceFigure): boolean {
  return (
    kind === figure.unit.kind &&
    DONE.includes(role) &&
    significantDigits(figure.placed.mention.value) >= TELLING &&
    meets(orCutOff(figure), interval)
  );
}

const TELLING = 3;

/** 7月 and 8月 of one row: where the sentence says the month, what it tells is not the other's. */
function areTwoMonths({ period: a }: SourceFigure, { period: b }: SourceFigure): boolean {
  const isMonth = (period: Period | undefined) => period?.from.slice(0, 7) === period?.to.slice(0, 7);
  return a !== undefined && b !== undefined && isMonth(a) && isMonth(b) && a.to !== b.to;
}

/** What a figure is that none of the cells it can be of agrees with. */
function wrongBy(top: readonly Candidate[]): MatchVerdict {
  if (top.some(({ isCertain }) => isCertain)) return 'wrong';
  return top.every(({ source, isInTime }) => source.reckoned !== undefined && isInTime) ? 'byDefinition' : 'several';
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
