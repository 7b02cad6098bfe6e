import type { BookId } from '../grid/book-id';

/** What a reader calls each book of a set: its file name, with as many folders before it as tell it from the others. */
export function bookNames(ids: readonly BookId[]): (book: BookId) => string {
  const names = new Map(ids.map((id) => [id, nameAmong(id, ids)]));
  return (book) => names.get(book) ?? lastParts(book, 1);
}

function nameAmong(id: BookId, ids: readonly BookId[]): string {
  const depth = partsOf(id).length;
  for (let parts = 1; parts < depth; parts++) {
    const name = lastParts(id, parts);
    if (ids.every((other) => other === id || lastParts(other, parts) !== name)) return name;
  }
  return id;
}

function partsOf(id: BookId): string[] {
  return id.split(/[\\/]/);
}

function lastParts(id: BookId, count: number): string {
  return partsOf(id).slice(-count).join('/');
}
