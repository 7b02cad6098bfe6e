import { cellName } from '../../core/grid/address';
import type { BookId } from '../../core/grid/book-id';
import type { CellPlace } from '../../core/grid/place';
import type { Words } from '../../core/summary/entry';
import type { Lacking, SummaryColumn } from '../../core/summary/summary-table';
import type { MessageId } from '../../messages/message-id';
import { targetText } from '../indicators';
import { masked } from '../masked';
import { isMessageId, type Translator } from '../../messages/translator';

/** What a sheet says beside its figures. */
export interface Letterhead {
  readonly own: BookId;
  readonly bookName: (book: BookId) => string;
  /** 编制单位; empty: nobody says, and a blank is left for it. */
  readonly maker: string;
}

/** Words of a summary in a language; names stay as the tables have them. */
export function wordsText(words: Words, translate: Translator): string {
  if ('name' in words) return masked(words.name, translate);
  if ('target' in words) return targetText(words.target, translate);
  const id = `summary.${words.words}`;
  if (!isMessageId(id)) throw new RangeError(`no message ${id}`);
  const data = Object.entries(words.data ?? {}).map(([name, value]): [string, string | number] => [
    name,
    typeof value === 'object' ? translate.list(value.map((one) => wordsText(one, translate))) : value,
  ]);
  return translate.text<MessageId>(id, Object.fromEntries(data));
}

export function headerText({ id, header }: SummaryColumn, translate: Translator): string {
  return wordsText(header ?? { words: `column.${id}` }, translate);
}

/** A cell as a reader finds it: its sheet, and its workbook where that is another. */
export function placeText(cell: CellPlace, { own, bookName }: Letterhead): string {
  const place = `${cell.sheet.trim()}!${cellName(cell)}`;
  return cell.book === own ? place : `《${bookName(cell.book)}》${place}`;
}

/** What one of our sheets is called. */
export function sheetName(id: string, translate: Translator): string {
  return wordsText({ words: `sheet.${id}` }, translate);
}

/** What would have to be there for a sheet: 缺少：债务台账. */
export function lacksText({ lacks, as }: Lacking, translate: Translator): string {
  const tables =
    as === undefined
      ? translate.list(lacks.map((kind) => translate.text(`kind.${kind}`)))
      : wordsText({ words: as }, translate);
  return translate.text('summary.lacks', { tables });
}
