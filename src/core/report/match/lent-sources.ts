import type { Measure } from '../../fiscal/measure';
import type { SubjectId } from '../../fiscal/subjects';
import { placeKey, type CellPlace } from '../../grid/place';
import { isMoney } from '../../numbers/unit';
import type { Named, NamedFigure, NamedTable } from '../../fiscal/ties/same-figures/named-table';
import { WHOLE } from '../../fiscal/ties/same-figures/name-keys';
import { isCountRole } from '../../tables/table';
import { columnWords, isTimeOnly } from './headers';
import { ownPeriod, roleIn, type SourceFigure } from './sources';

/** More figures than a county's bureau keeps for one month: beside so many nothing is looked for. */
const MOST_FIGURES = 60_000;

/** What another workbook lends of itself: its figures under their names, and what they measure. */
export interface Lender {
  readonly named: readonly NamedTable[];
  readonly measures: readonly Measure[];
}

const KNOWN = new WeakMap<Lender, readonly SourceFigure[]>();

/** The figures of other workbooks, as far as those are of one of the given counties; amounts and counts, no rates. */
export function lentFigures(lenders: readonly Lender[], counties: ReadonlySet<string>): SourceFigure[] {
  const isOfOwn = ({ county }: NamedTable): boolean =>
    county === '' || counties.size === 0 || [...counties].some((own) => own.slice(0, 2) === county.slice(0, 2));
  const found = lenders.filter(({ named }) => named.every(isOfOwn)).flatMap(figuresOf);
  return found.length > MOST_FIGURES ? [] : found;
}

function figuresOf(lender: Lender): readonly SourceFigure[] {
  const known = KNOWN.get(lender) ?? findFigures(lender);
  KNOWN.set(lender, known);
  return known;
}

function findFigures({ named, measures }: Lender): SourceFigure[] {
  const subjects = new Map<string, SubjectId>();
  for (const { subject, scope, cell } of measures)
    if (subject !== undefined && scope === '') subjects.set(placeKey(cell), subject);
  return named
    .filter(({ isAccount }) => isAccount !== true)
    .flatMap((table) => table.figures.flatMap((figure) => sourceOf(table, figure, subjects) ?? []));
}

function sourceOf(
  table: NamedTable,
  figure: NamedFigure,
  subjects: ReadonlyMap<string, SubjectId>,
): SourceFigure | undefined {
  const [row, column] = [table.rows[figure.row], table.columns[figure.column]];
  if (!row || !column) return undefined;
  const cell: CellPlace = { book: table.book, sheet: table.sheet, row: row.at, column: figure.at ?? column.at };
  const header = column.label.split('|').at(-1) ?? '';
  const own = ownPeriod(header, row.label, table.period);
  const plain = column.role ?? 'amount';
  const isCount = isCountRole(plain) || (figure.unit !== undefined && !isMoney(figure.unit));
  return {
    cell,
    path: pathOf(row),
    isTotal: row.keys.includes(WHOLE),
    header: column.label.replaceAll('|', '/'),
    column: columnWords(header),
    role: row.role ?? roleIn(plain, header, own),
    subject: subjects.get(placeKey(cell)),
    title: table.title,
    isOfPlaces: false,
    isPart: false,
    row: `${table.book}|${table.sheet}|${table.rows[0]?.at}|${row.at}`,
    table: `${table.book}|${table.sheet}|${table.rows[0]?.at}|${table.columns[0]?.at}`,
    isOfTime: isTimeOnly(row.label),
    isAlone: table.rows.length === 1,
    period: own ?? table.period,
    kind: isCount ? 'count' : 'money',
    thing: isCount && figure.unit !== undefined && !isMoney(figure.unit) ? figure.unit : '',
    size: figure.yuan,
    interval: figure.interval,
  };
}

function pathOf({ label, part }: Named): readonly string[] {
  return part === '' ? [label] : [label, part];
}
