import type { SampleBook } from './book';
import { plantErrors } from './planted-errors';
import type { SheetDraft } from './sheet-draft';
import { writeSampleWorkbook } from './workbook-writer';

/** All files of assets/samples with their content, by path below that folder. */
export function sampleFiles(books: readonly SampleBook[]): Map<string, Uint8Array | string> {
  const files = new Map<string, Uint8Array | string>();
  for (const { name, sheets, errors } of books) {
    const clean = sheets();
    files.set(`${name}.xlsx`, workbook(clean));
    files.set(`truth/${name}.tables.json`, lines(clean.map(({ name: sheet, tables }) => ({ sheet, tables }))));
    const dirty = sheets();
    const planted = plantErrors(dirty, errors);
    files.set(`dirty/${name}.xlsx`, workbook(dirty));
    files.set(`dirty/${name}.truth.json`, `${JSON.stringify(planted, null, 1)}\n`);
  }
  files.set(
    'truth/facts.json',
    lines(books.flatMap(({ name, facts }) => facts.map((fact) => ({ file: `${name}.xlsx`, ...fact })))),
  );
  return files;
}

function workbook(sheets: readonly SheetDraft[]): Uint8Array {
  return writeSampleWorkbook(sheets.map((sheet) => sheet.sheet()));
}

/** JSON with one entry a line: short, and a change shows where it is. */
function lines(entries: readonly unknown[]): string {
  return `[\n${entries.map((entry) => ` ${JSON.stringify(entry)}`).join(',\n')}\n]\n`;
}
