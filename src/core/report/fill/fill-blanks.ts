import { ownDecimals, roundHalfUp } from '../../numbers/decimal';
import type { ColumnRole } from '../../tables/table';
import { meets } from '../../numbers/interval';
import { orCutOff } from '../claims/judge';
import { SourceFinder, type Candidate } from '../match/find-sources';
import { queriesOf, type Query } from '../match/query';
import type { SourceFigure } from '../match/sources';
import type { ReportReading } from '../read-report';
import type { Entry, Figure } from '../text/entries';
import { isNamed, subjectIn } from '../text/subject';
import type { Answer, LeftWhy, Proposal } from './answer';
import { turnedWord } from './sign-words';

/** As near to the best candidate as that, and another is as good. */
const AS_GOOD = 0.04;
/** Reports print as many decimals of an amount, and of a rate. */
const MOST_DECIMALS = 2;

/** Every blank of a draft with what the workbooks have for it; what is certain is filled. */
export function fillBlanks(reading: ReportReading, sources: readonly SourceFigure[]): Answer[] {
  const rows = byRow(sources);
  const finder = new SourceFinder(sources);
  const queries = new Map(queriesOf(reading).map((query) => [query.figure, query]));
  const levels = new Map<Entry, readonly Candidate[]>();
  for (const entry of reading.entries) {
    const query = queries.get(entry.level);
    if (query) levels.set(entry, finder.find(query));
  }
  inContext(reading, levels);
  return reading.entries.flatMap((entry) =>
    [entry.level, ...entry.said]
      .filter(({ isBlank }) => isBlank)
      .map((figure) =>
        answered(reading, figure, proposalsFor(figure, entry, { reading, rows, finder, queries, levels })),
      ),
  );
}

/** Names less alike than that are not told by their neighbours either. */
const BY_NEIGHBOURS = 0.7;

/**
 * Where the amounts around one stand in a table for certain, the only row of that table that is called like it is its
 * own, unless another amount of the text has a better claim on it. That holds against a row of another table, too: a
 * list is taken from one.
 */
function inContext({ entries }: ReportReading, levels: Map<Entry, readonly Candidate[]>): void {
  const sure = new Map(
    entries.flatMap((entry) => {
      const best = sureOf(levels.get(entry) ?? []);
      return best ? [[entry, best.source] as const] : [];
    }),
  );
  for (const entry of entries) {
    const candidates = levels.get(entry) ?? [];
    const own = sure.get(entry);
    const tables = tablesAround(entry, entries, sure);
    if (candidates.length === 0 || (own && tables.has(own.table))) continue;
    const claimed = new Set([...sure].flatMap(([other, { row }]) => (other === entry ? [] : [row])));
    const there = candidates.filter(
      ({ source, score }) => tables.has(source.table) && score >= BY_NEIGHBOURS && !claimed.has(source.row),
    );
    const [best] = there;
    if (!best || there.some(({ source }) => source.row !== best.source.row)) continue;
    levels.set(entry, [{ ...best, score: 1, isCertain: true }]);
  }
}

/** The tables of the amounts next to one; for what is sure already those of its own sentence alone count. */
function tablesAround(
  entry: Entry,
  entries: readonly Entry[],
  sure: ReadonlyMap<Entry, SourceFigure>,
): ReadonlySet<string> {
  const near = entries.filter(
    (one) =>
      one !== entry &&
      Math.abs(one.index - entry.index) <= 2 &&
      (sure.has(entry) ? one.opens.sentence === entry.opens.sentence : one.opens.paragraph === entry.opens.paragraph),
  );
  return new Set(near.flatMap((one) => sure.get(one)?.table ?? []));
}

interface Known {
  readonly reading: ReportReading;
  readonly rows: ReadonlyMap<string, readonly SourceFigure[]>;
  readonly finder: SourceFinder;
  readonly queries: ReadonlyMap<Figure, Query>;
  readonly levels: ReadonlyMap<Entry, readonly Candidate[]>;
}

type Proposed = readonly Proposal[] | 'noBase';

function byRow(sources: readonly SourceFigure[]): Map<string, SourceFigure[]> {
  const rows = new Map<string, SourceFigure[]>();
  for (const source of sources) {
    const known = rows.get(source.row);
    if (known) known.push(source);
    else rows.set(source.row, [source]);
  }
  return rows;
}

function proposalsFor(figure: Figure, entry: Entry, known: Known): Proposed {
  const { role } = figure;
  if (figure === entry.level) return figure.bound === 'goal' ? [] : (known.levels.get(entry) ?? []).map(fromCell);
  if (role.is === 'share') return shares(figure, entry, known);
  if (figure.bound === 'goal') return [];
  // What is said of an amount stands in the row of the amount.
  const said = certainRows(entry, known).map(({ level, row }) =>
    fromRow(figure, comparedIn(figure, entry), level, row),
  );
  const answer = said.find((one) => one === 'noBase' || one.length > 0);
  if (answer || said.length > 0) return answer ?? [];
  const query = known.queries.get(figure);
  return query
    ? known.finder
        .find(query)
        .map(fromCell)
        .map((one) => ({ ...one, isCertain: false }))
    : [];
}

function fromCell({ source, score, isCertain }: Candidate): Proposal {
  return {
    computation: { op: 'cell', cells: [source.cell] },
    size: source.size,
    score,
    isCertain,
    path: source.path,
    header: source.header,
  };
}

/** The rows in which the amount of an entry stands for certain, be it of several tables. */
function certainRows(
  entry: Entry,
  { levels, rows, queries }: Known,
): { level: SourceFigure; row: readonly SourceFigure[] }[] {
  const candidates = levels.get(entry) ?? [];
  const best = sureOf(candidates);
  if (!best) return [];
  // A printed amount that is not what the workbooks have is no ground to fill the rest by.
  const query = queries.get(entry.level);
  if (query && !entry.level.isBlank && !meets(orCutOff(entry.level), best.source.interval)) return [];
  return candidates
    .filter(({ source, isCertain }) => isCertain && isSame(source.size, best.source.size))
    .map(({ source }) => ({ level: source, row: rows.get(source.row) ?? [] }));
}

/** The best candidate where no other as good has another value. */
function sureOf(candidates: readonly Candidate[]): Candidate | undefined {
  const [best] = candidates;
  if (!best?.isCertain) return undefined;
  const rivals = candidates.filter(({ score }) => score >= best.score - AS_GOOD);
  return rivals.every(({ source }) => isSame(source.size, best.source.size)) ? best : undefined;
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-6 * Math.max(Math.abs(a), Math.abs(b));
}

/** What a change is reckoned from: the words of its own clause, or of the change before it. */
function comparedIn(figure: Figure, { said }: Entry): string {
  const until = said.slice(0, said.indexOf(figure) + 1);
  const words = until.map(({ placed }) => placed.clauses.slice(-2).join(',')).reverse();
  return words.find((clause) => /比|较|与/.test(clause)) ?? '';
}

/** Columns of one row: 年初预算, 上年同期, 增减额 … or what follows from them. */
function fromRow(
  { role, placed: { lead } }: Figure,
  compared: string,
  level: SourceFigure,
  row: readonly SourceFigure[],
): Proposed {
  const of = (...roles: readonly ColumnRole[]): SourceFigure | undefined =>
    roles.map((one) => row.find((source) => source.role === one)).find((source) => source !== undefined);
  const done = of('ytd', 'paid');
  const budget = /调整/.test(lead) ? of('budget_adjusted') : of('budget_initial', 'budget_adjusted');
  // 较上年预算数 is of a table of plans, where 上年 is last year's plan; in one of execution it is what was done.
  const isPlanned = /预算|计划/.test(compared);
  const priors = of('prior');
  const prior = priors && /预算|计划/.test(priors.header) === isPlanned ? priors : undefined;
  const now = level;
  const printed = of('pct_budget');
  switch (role.is) {
    case 'base':
      return budget ? [proposal('cell', [budget], budget.size)] : [];
    case 'prior':
    case 'from':
      return prior ? [proposal('cell', [prior], prior.size)] : [];
    case 'delta':
      return now && prior ? [proposal('difference', [now, prior], now.size - prior.size)] : [];
    case 'growth':
      if (!now || !prior) return [];
      return prior.size > 0
        ? [proposal('growth', [now, prior], (100 * (now.size - prior.size)) / prior.size)]
        : 'noBase';
    case 'progress':
    case 'rate':
      if (printed && !/年初|调整/.test(lead)) return [proposal('cell', [printed], printed.size)];
      if (!done || !budget || (role.is === 'rate' && !/支出|执行|完成|拨付|支付/.test(lead))) return [];
      return budget.size > 0 ? [proposal('share', [done, budget], (100 * done.size) / budget.size)] : 'noBase';
    default:
      return [];
  }
}

function proposal(op: Proposal['computation']['op'], sources: readonly SourceFigure[], size: number): Proposal {
  const [first] = sources;
  return {
    computation: { op, cells: sources.map(({ cell }) => cell) },
    size,
    score: 1,
    isCertain: true,
    path: first?.path ?? [],
    header: sources.map(({ header }) => header).join(' ÷ '),
  };
}

/** 占一般公共预算支出的*％, 非税占比: the part and the whole where the text names them. */
function shares(figure: Figure, entry: Entry, { reading, levels }: Known): Proposed {
  const named = figure.role.is === 'share' ? subjectIn(figure.role.whole) : '';
  const part = sureOf(levels.get(entry) ?? []);
  const before = reading.entries.slice(0, entry.index).reverse();
  const whole =
    named === ''
      ? before.find(({ opens, subject }) => opens.depth < entry.opens.depth && subject !== '')
      : before.find(({ subject }) => isNamed(named, subject));
  const total = whole && sureOf(levels.get(whole) ?? []);
  if (!part || !total || part === total) return [];
  if (total.source.size <= 0) return 'noBase';
  return [proposal('share', [part.source, total.source], (100 * part.source.size) / total.source.size)];
}

function answered({ plain }: ReportReading, figure: Figure, proposed: Proposed): Answer {
  if (proposed === 'noBase') return left(figure, [], 'noBase');
  const [best] = proposed;
  if (!best) return left(figure, [], 'none');
  const rivals = proposed.filter(({ score }) => score >= best.score - AS_GOOD);
  if (!rivals.every(({ size }) => isSame(size, best.size))) return left(figure, proposed, 'several');
  if (!best.isCertain || figure.placed.mention.blank === 'leadingDigits') return left(figure, proposed, 'unsure');
  const { mention } = figure.placed;
  const isChange = figure.role.is === 'delta' || figure.role.is === 'growth';
  const sign = best.size < 0 ? -1 : 1;
  return {
    figure,
    proposals: proposed,
    why: undefined,
    filled: {
      proposal: best,
      text: shownAs(isChange ? Math.abs(best.size) : best.size, figure),
      word: isChange && best.size !== 0 ? turnedWord(plain, mention, sign) : undefined,
    },
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
