import { evaluateIndicators } from '../../core/fiscal/indicators/evaluate';
import type { BookId } from '../../core/grid/book-id';
import { bookId } from '../../core/grid/place';
import { bookNames } from '../../core/reading/book-names';
import { indicatorBasis, type MeasuredBook } from '../../core/reading/dossier';
import type { SheetReading } from '../../core/reading/sheet-reading';
import { Support } from '../../core/reading/support';
import { SummarySources } from '../../core/summary/sources';
import type { CheckResult } from '../check-workbook';
import { indicatorsOf } from '../indicators';
import type { Letterhead } from './summary-words';

export function summarySources(result: CheckResult, lenders: readonly MeasuredBook[]): SummarySources {
  const { context, outcome } = result;
  const books: readonly MeasuredBook[] = [context, ...lenders];
  const basis = lenders.length === 0 ? context.basis : indicatorBasis(books, context.pack, context.asOf);
  const support = new Support(context);
  return new SummarySources({
    own: bookId(context.workbook),
    sheets: basis.sheets,
    measures: books.flatMap(({ sheets }) => sheets.flatMap(({ measures }) => measures)),
    pack: context.pack,
    asOf: context.asOf,
    indicators: lenders.length === 0 ? indicatorsOf(result) : evaluateIndicators(basis),
    support: (measure) => support.of(measure),
    openErrors: outcome.findings.filter(({ level }) => level === 'error').length,
  });
}

export function letterhead({ context }: CheckResult, lenders: readonly MeasuredBook[]): Letterhead {
  const own = bookId(context.workbook);
  const names = bookNames([own, ...lenders.map(({ workbook }) => bookId(workbook))]);
  return { own, bookName: (book: BookId) => names(book), maker: makerOf(context.sheets) };
}

/** Who most of the tables are made by; else the place that most titles name. */
export function makerOf(sheets: readonly SheetReading[]): string {
  const makers = sheets.flatMap(({ tables }) =>
    // A section of the bureau keeps the table; the paper is the bureau's.
    tables.flatMap(({ place = '' }) => (place === '' || /[股科室组]$/.test(place) ? [] : [place])),
  );
  const places = sheets.flatMap(({ measures }) => measures.flatMap(({ place }) => (place === '' ? [] : [place])));
  return mostOften(makers) ?? mostOften(places) ?? '';
}

function mostOften(texts: readonly string[]): string | undefined {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  return [...times].reduce<[string, number] | undefined>((a, b) => (a && a[1] >= b[1] ? a : b), undefined)?.[0];
}
