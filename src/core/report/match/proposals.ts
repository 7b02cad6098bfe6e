import { significantDigits } from '../../numbers/decimal';
import { meets } from '../../numbers/interval';
import { monthNumber, months, type Period } from '../../numbers/period';
import { orCutOff } from '../claims/judge';
import type { ReadText } from '../claims/reading';
import { isToldAsPart, type Entry, type Figure } from '../text/entries';
import { isNamed, subjectIn } from '../text/subject';
import { SourceFinder, withoutColumn, type Candidate } from './find-sources';
import { fromRow, pointsOf, priorOf, shareOf, stretchBetween, sumOf, type AmountRow } from './from-row';
import { inContext, isSame, sureOf } from './in-context';
import type { Proposal, Proposed } from './proposal';
import { byItsWords, type Around } from './by-its-words';
import { amountBehind, isPastPart, ownName, queriesOf, type Query } from './query';
import type { SourceFigure } from './sources';

/** A figure of so many digits is not another's by chance. */
const TELLING = 3;

/** What the workbooks have for each figure of a text, blank or printed. */
export class Proposals {
  readonly queries: ReadonlyMap<Figure, Query>;
  private readonly finder: SourceFinder;
  private readonly rows = new Map<string, SourceFigure[]>();
  private readonly tables = new Map<string, SourceFigure[]>();
  private readonly levels = new Map<Entry, readonly Candidate[]>();
  /** What each share is of, once it is known: a later one without a name is of the same. */
  private readonly wholes = new Map<
    Figure,
    { readonly name: string; readonly part: AmountRow; readonly whole: AmountRow }
  >();

  constructor(
    private readonly read: ReadText,
    sources: readonly SourceFigure[],
  ) {
    for (const source of sources) {
      add(this.rows, source.row, source);
      add(this.tables, source.table, source);
    }
    this.finder = new SourceFinder(sources);
    this.queries = new Map(queriesOf(read).map((query) => [query.figure, query]));
    for (const entry of read.entries) {
      const query = this.queries.get(entry.level);
      if (query) this.levels.set(entry, this.finder.find(query));
    }
    inContext(read.entries, this.levels);
    for (const entry of read.entries) {
      this.belowTotal(entry);
      this.besideLast(entry);
    }
  }

  /** 下达额度9万元，其中一般债券4万元: what 其中 lists is in the column of its total. */
  private belowTotal(entry: Entry): void {
    const candidates = this.levels.get(entry) ?? [];
    if (sureOf(candidates) || !isToldAsPart(entry)) return;
    const before = this.read.entries
      .slice(0, entry.index)
      .filter(({ opens }) => opens.sentence === entry.opens.sentence)
      .flatMap((one) => sureOf(this.levels.get(one) ?? [])?.source ?? []);
    const total = before.find(({ kind, isTotal }) => isTotal && kind === 'money');
    const query = this.queries.get(entry.level);
    if (!total || !query) return;
    const named = (this.tables.get(total.table) ?? []).filter(
      (source) => source.header === total.header && source.row !== total.row && this.finder.names(query.name, source),
    );
    const [source] = named;
    if (source && named.length === 1)
      this.levels.set(entry, [{ source, score: 0.95, isCertain: true, isInTime: true }]);
  }

  /** 直达资金下达5万元，已支付4万元: a column that its words name, in the row of the amount before. */
  private besideLast(entry: Entry): void {
    const query = this.queries.get(entry.level);
    const before = this.read.entries[entry.index - 1];
    if (
      !query ||
      query.name === '' ||
      before?.opens.sentence !== entry.opens.sentence ||
      sureOf(this.levels.get(entry) ?? []) ||
      isPastPart(this.read, before, entry)
    )
      return;
    const row = this.rows.get(this.anchorOf(before)?.row ?? '') ?? [];
    const named = row.filter(
      (source) => source.kind === query.kind && isOfStretch(query, source) && withoutColumn(query, source) === '',
    );
    const [source] = named;
    if (source && named.length === 1)
      this.levels.set(entry, [{ source, score: 0.95, isCertain: true, isInTime: true }]);
  }

  /** Where an amount stands for certain: by its name, or by its name and what is printed, whatever day is named. */
  private anchorOf(entry: Entry): SourceFigure | undefined {
    const { level } = entry;
    const candidates = this.levels.get(entry) ?? [];
    const isTold = !level.isBlank && significantDigits(level.placed.mention.value) >= TELLING;
    const printed = isTold ? candidates.filter(({ source }) => isSame(source.size, level.size)) : [];
    return sureOf(candidates)?.source ?? (printed.length === 1 ? printed[0]?.source : undefined);
  }

  private readonly around: Around = {
    sure: (entry) => this.anchorOf(entry),
    tableOf: ({ table }) => this.tables.get(table) ?? [],
    names: (name, source) => this.finder.names(name, source),
  };

  /** All figures of the row of one. */
  rowOf({ row }: SourceFigure): readonly SourceFigure[] {
    return this.rows.get(row) ?? [];
  }

  /** Cells that are called as a figure is, the likeliest first. */
  cells(figure: Figure, entry: Entry): readonly Candidate[] {
    const query = this.queries.get(figure);
    if (figure === entry.level) return this.levels.get(entry) ?? [];
    return query ? this.finder.find(query) : [];
  }

  /** What is said of an amount, by the row in which the amount stands for certain. */
  said(figure: Figure, entry: Entry): Proposed | undefined {
    const name = ownName(this.read, figure, entry);
    if (figure.role.is === 'share') return this.share(figure, entry, name);
    if (figure.role.is === 'points') return this.points(figure, entry);
    const rows = name === undefined ? this.rowsOf(entry) : this.rowsNamed(figure, entry, name);
    const found = rows.map((amount) => fromRow(figure, comparedIn(figure, entry), amount));
    return found.find((one) => one === 'noBase' || one.length > 0) ?? (rows.length > 0 ? [] : undefined);
  }

  /** The rows in which the amount of an entry stands for certain, be it of several tables. */
  private rowsOf(entry: Entry): AmountRow[] {
    const best = sureOf(this.levels.get(entry) ?? []);
    // A printed amount that is not what the workbooks have is no ground to reckon the rest by.
    if (best && !entry.level.isBlank && !meets(orCutOff(entry.level), best.source.interval)) return [];
    return this.rowsAt(this.levels.get(entry) ?? [], this.queries.get(entry.level));
  }

  /** The rows of an amount; of the months so far where the amount was of one month and the figure is not. */
  private rowsInTime(figure: Figure, entry: Entry): AmountRow[] {
    const isSame = this.queries.get(entry.level)?.stretch === this.queries.get(figure)?.stretch;
    return isSame || entry.topic === '' ? this.rowsOf(entry) : this.rowsNamed(figure, entry, entry.topic);
  }

  private rowsNamed(figure: Figure, entry: Entry, name: string): AmountRow[] {
    const query = amountBehind(this.read, entry, figure, name);
    return this.rowsAt(this.finder.find(query), query);
  }

  private rowsAt(candidates: readonly Candidate[], query: Query | undefined): AmountRow[] {
    const best = sureOf(candidates);
    if (!best) return [];
    const yearBefore = query && this.yearBefore(query, best.source);
    return candidates
      .filter(({ source, isCertain }) => isCertain && isSame(source.size, best.source.size))
      .map(({ source }) => ({
        level: source,
        row: this.rows.get(source.row) ?? [],
        table: this.tables.get(source.table) ?? [],
        yearBefore,
      }));
  }

  /** The same column of the same name, in a table of the year before. */
  private yearBefore(query: Query, { role, period, isOfTime }: SourceFigure): SourceFigure | undefined {
    const before = query.period && period && !isOfTime ? aYearBefore(query.period) : undefined;
    if (!before) return undefined;
    const found = this.finder.find({ ...query, period: before, roles: [role] });
    const best = sureOf(found)?.source;
    return best?.period?.to.slice(0, 4) === before.to.slice(0, 4) ? best : undefined;
  }

  /** 三季度, 9月份, of which no column tells: what came in to its end less what had come in before. */
  private ofStretch(entry: Entry): Proposed {
    const query = this.queries.get(entry.level);
    if (!query?.period || query.stretch === undefined || query.kind !== 'money') return [];
    const { from, to } = query.period;
    const [year, first] = [Number(from.slice(0, 4)), monthNumber(from)];
    const [now, before] = [monthNumber(to), first - 1].map((last) => this.untilMonth(query, months(year, 1, last)));
    return now && before && now !== before ? [stretchBetween(now, before)] : [];
  }

  private untilMonth(query: Query, period: Period | undefined): SourceFigure | undefined {
    return sureOf(this.finder.find({ ...query, stretch: undefined, roles: ['ytd'], period }))?.source;
  }

  /** What an amount is reckoned from, where no cell has it. */
  level(entry: Entry): Proposed {
    const query = this.queries.get(entry.level);
    const words = query ? byItsWords(this.read, entry, query, this.around) : [];
    if (words.length > 0) return words;
    if (sureOf(this.levels.get(entry) ?? [])) return [];
    const ways = [this.ofTownAndCountry(entry), this.ofSeveral(entry), this.ofStretch(entry)];
    return ways.find((way) => way.length > 0) ?? [];
  }

  /** 产前筛查457人，高危干预77人，拨付资金5万元: one sum for both. */
  private ofSeveral(entry: Entry): Proposed {
    const query = this.queries.get(entry.level);
    if (query?.name !== '') return [];
    const counted = this.read.entries
      .slice(0, entry.index)
      .filter(({ opens }) => opens.sentence === entry.opens.sentence);
    const [a, b, more] = countsBefore(counted).map((one) =>
      this.rows
        .get(this.anchorOf(one)?.row ?? '')
        ?.filter((source) => withoutColumn(query, source) === '' && source.kind === query.kind),
    );
    const [first, second] = [a?.[0], b?.[0]];
    const isBoth = more === undefined && a?.length === 1 && b?.length === 1 && first?.table === second?.table;
    return first && second && isBoth && first !== second ? [sumOf(second, first)] : [];
  }

  /** 城乡特困供养金, of a table that has 城市 and 农村 apart. */
  private ofTownAndCountry(entry: Entry): Proposed {
    const query = this.queries.get(entry.level);
    if (!query?.name.startsWith('城乡')) return [];
    const [town, country] = ['城市', '农村'].map((place) => {
      const name = query.name.replace('城乡', place);
      return sureOf(this.finder.find({ ...query, name, lead: name }))?.source;
    });
    return town && country?.table === town.table && town.row !== country.row ? [sumOf(country, town)] : [];
  }

  /** 占一般公共预算支出的*％, 非税占比: the part and the whole where the text names them, now or before. */
  private share(figure: Figure, entry: Entry, name: string | undefined): Proposed {
    const [part] = name === undefined ? this.rowsInTime(figure, entry) : this.rowsNamed(figure, entry, name);
    const named = this.wholeOf(figure, entry);
    const whole = part && named && ofStageOf(part, named);
    if (!part || !whole || part.level === whole.level) return [];
    this.wholes.set(figure, { name: name ?? entry.topic, part, whole });
    return shareOf(part.level, whole.level);
  }

  private wholeOf(figure: Figure, entry: Entry): AmountRow | undefined {
    const { role } = figure;
    const named = role.is === 'share' && !NO_WHOLE.test(role.whole) ? subjectIn(role.whole) : '';
    const before = this.read.entries.slice(0, entry.index).reverse();
    if (named !== '') {
      const printed = before.find(({ subject }) => isNamed(named, subject));
      return (printed && this.rowsInTime(figure, printed)[0]) ?? this.rowsNamed(figure, entry, named)[0];
    }
    const outer = before.find(({ opens, subject }) => opens.depth < entry.opens.depth && subject !== '');
    if (outer) return this.rowsInTime(figure, outer)[0];
    return this.wholeBefore(figure, entry);
  }

  /** A share that names no whole is of that of the share before it, or of the same thing's. */
  private wholeBefore(figure: Figure, entry: Entry): AmountRow | undefined {
    const name = ownName(this.read, figure, entry) ?? entry.topic;
    const known = [...this.wholes].reverse();
    const same = known.find(([, share]) => isNamed(name, share.name) || share.name.startsWith(name));
    const near = known.find(([other]) => other.placed.paragraph === figure.placed.paragraph);
    return (same ?? near)?.[1].whole ?? this.totalBefore(figure, entry);
  }

  /** The nearest amount before it that is the total of its table, or of the group of its row. */
  private totalBefore(figure: Figure, entry: Entry): AmountRow | undefined {
    const name = ownName(this.read, figure, entry);
    const [part] = name === undefined ? this.rowsInTime(figure, entry) : this.rowsNamed(figure, entry, name);
    if (!part) return undefined;
    const { path, table } = part.level;
    const totals = this.read.entries.slice(0, entry.index).flatMap((one) => this.rowsInTime(figure, one).slice(0, 1));
    return totals.findLast(
      ({ level }) =>
        level.table === table &&
        (level.row === part.level.row
          ? level.header !== part.level.header && isToldAsPart(entry)
          : level.isTotal || path.includes(level.path.at(-1) ?? '')),
    );
  }

  /** 占比31％，比上年回落3个百分点: the share before it, and that of the year before. */
  private points(figure: Figure, entry: Entry): Proposed {
    const before = entry.said.slice(0, entry.said.indexOf(figure)).findLast(({ role }) => role.is === 'share');
    const known = before && this.wholes.get(before);
    if (!known || !/比|较|同比/.test(comparedIn(figure, entry))) return [];
    const { part, whole } = known;
    const [then, all] = [priorOf(part, ''), priorOf(whole, '')];
    return then && all ? pointsOf(part.level, whole.level, [then, all]) : [];
  }
}

/** 占当月收到数的8%: what was done, and no thing. */
const NO_WHOLE = /^(?:当月|本月|当期|累计|全部|总)?(?:收到|完成|入库|拨付|下达|支付|到位)(?:数|额|总额|总数)?$/;

/** 累计收到 is not what stands under 当月收到. */
function isOfStretch({ stretch }: Query, { role }: SourceFigure): boolean {
  return role !== 'month' || stretch !== undefined;
}

/** A share is of what its whole was in the same column: of the month, where the part is of the month. */
function ofStageOf({ level: { role, table } }: AmountRow, whole: AmountRow): AmountRow {
  const level =
    whole.level.role === role || whole.level.table !== table
      ? whole.level
      : whole.row.find((other) => other.role === role);
  return level ? { ...whole, level } : whole;
}

/** The counts that stand right before an amount, the nearest first. */
function countsBefore(entries: readonly Entry[]): Entry[] {
  const before = [...entries].reverse();
  const end = before.findIndex(({ level }) => level.unit.kind !== 'count');
  return end < 0 ? before : before.slice(0, end);
}

function aYearBefore({ from, to }: Period): Period {
  const [first, last] = [from, to].map(
    (day) => `${Number(day.slice(0, 4)) - 1}${day.slice(4).replace('-02-29', '-02-28')}`,
  );
  return { from: first ?? from, to: last ?? to };
}

function add(map: Map<string, SourceFigure[]>, key: string, source: SourceFigure): void {
  const known = map.get(key);
  if (known) known.push(source);
  else map.set(key, [source]);
}

export function fromCell({ source, score, isCertain }: Candidate): Proposal {
  return {
    computation: source.reckoned ?? { op: 'cell', cells: [source.cell] },
    size: source.size,
    interval: source.interval,
    score,
    isCertain,
    path: source.path,
    header: source.header,
  };
}

/** What a change is reckoned from: the words of its own clause, or of the change before it. */
function comparedIn(figure: Figure, { said }: Entry): string {
  const until = said.slice(0, said.indexOf(figure) + 1);
  const words = until.map(({ placed }) => placed.ownClauses.slice(-2).join(',')).reverse();
  return words.find((clause) => /比|较|与/.test(clause)) ?? '';
}
