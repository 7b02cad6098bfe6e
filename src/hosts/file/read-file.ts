import { withResults } from '../../core/formulas/compute/with-results';
import type { Workbook } from '../../core/grid/sheet';
import { HostError, type ReadOptions } from '../host';
import { readCsv } from './read-csv';
import { type GridLine, readJsonl } from './read-jsonl';
import { readXlsx } from './read-xlsx';
import { sniff } from './sniff';

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
  switch (sniff(bytes)) {
    case 'zip':
      return [{ workbook: await readXlsx(bytes, fileName, options) }];
    case 'text':
      return [{ workbook: readCsv(bytes, fileName) }];
    case 'jsonl':
      return readJsonl(bytes, fileName);
    case 'compound':
      // An .xlsx with a password is a compound file too; the old .xls is read by a later release.
      throw new HostError(isEncrypted(bytes) ? 'encrypted' : 'notAWorkbook', fileName);
    default:
      throw new HostError('notAWorkbook', fileName);
  }
}

/** For what opens a single workbook: the first one. */
export async function readWorkbook(bytes: Uint8Array, fileName: string, options: ReadOptions = {}): Promise<Workbook> {
  const [first] = await readFile(bytes, fileName, options);
  if (!first) throw new HostError('notAWorkbook', fileName);
  return first.workbook;
}

/** An encrypted package has a stream of this name (MS-OFFCRYPTO 2.3.4), in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  const wanted = [...'EncryptedPackage'].flatMap((c) => [c.charCodeAt(0), 0]);
  const last = Math.min(bytes.length, 1 << 20) - wanted.length;
  for (let at = 512; at <= last; at += 2) if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
}
