import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countyMonth } from './county-month';
import { MONTH_PLAN, plantErrors } from './planted-errors';
import { writeSampleWorkbook } from './workbook-writer';

/** Writes assets/samples: a clean month and its dirty twin with what was planted. */
const folder = join(import.meta.dirname, '../../assets/samples');
mkdirSync(join(folder, 'dirty'), { recursive: true });

const write = (path: string, content: Uint8Array | string) => {
  writeFileSync(join(folder, path), content);
  process.stdout.write(`${path}\n`);
};

write('county-2023-05.xlsx', writeSampleWorkbook(countyMonth().map((sheet) => sheet.sheet())));

const dirty = countyMonth();
const truth = plantErrors(dirty, MONTH_PLAN);
write('dirty/county-2023-05.xlsx', writeSampleWorkbook(dirty.map((sheet) => sheet.sheet())));
write('dirty/county-2023-05.truth.json', `${JSON.stringify(truth, null, 1)}\n`);
