import { withResults } from '../../core/formulas/compute/with-results';
import type { Workbook } from '../../core/grid/sheet';
import { HostError, type ReadOptions } from '../host';
import { readCsv } from './read-csv';
import { type GridLine, readJsonl } from './read-jsonl';
import { readXlsx } from './read-xlsx';
import { fileKind } from './sniff';

/**
 * Reads the bytes of any file that Gouji knows. Only `.jsonl` gives more than one workbook. Formulas for
 * which the file holds no result have it computed.
 * Rejects with a {@link HostError} whose fault has its sentence in every language.
 */
export async function readFile(bytes: Uint8Array, fileName: string, options: ReadOptions = {}): Promise<GridLine[]> {
  const lines = await readLines(bytes, fileName, options);
  return lines.map((line) => ({ ...line, workbook: withResults(line.workbook) }));
}

async function readLines(bytes: Uint8Array, fileName: string, options: ReadOptions): Promise<GridLine[]> {
  const kind = fileKind(bytes);
  switch (kind) {
    case 'xlsx':
      return [{ workbook: await readXlsx(bytes, fileName, options) }];
    case 'text':
      return [{ workbook: readCsv(bytes, fileName) }];
    case 'jsonl':
      return readJsonl(bytes, fileName);
    case 'encrypted':
      throw new HostError('encrypted', fileName);
    case 'unknown':
      throw new HostError('notAWorkbook', fileName);
    default: {
      // Half a megabyte of script that most files do not need.
      const { readOlder } = await import(/* webpackChunkName: "older-formats" */ './read-older');
      return [{ workbook: readOlder(bytes, fileName, kind) }];
    }
  }
}

/** For what opens a single workbook: the first one. */
export async function readWorkbook(bytes: Uint8Array, fileName: string, options: ReadOptions = {}): Promise<Workbook> {
  const [first] = await readFile(bytes, fileName, options);
  if (!first) throw new HostError('notAWorkbook', fileName);
  return first.workbook;
}
