import { z } from 'zod';
import { sheetFromRows } from '../../core/grid/build';
import type { Workbook } from '../../core/grid/sheet';
import { HostError } from '../host';
import { decodeText } from './decode-text';

/** One line of a `.jsonl` file: a workbook of one sheet. */
export interface GridLine {
  readonly id?: string;
  readonly workbook: Workbook;
}

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const line = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  rows: z.array(z.array(cell)),
  /** What each cell shows. */
  text: z.array(z.array(z.union([z.string(), z.number(), z.null()]))).optional(),
});

/** Reads `{id?, rows, text?}` a line; empty lines are passed over. */
export function readJsonl(bytes: Uint8Array, fileName: string): GridLine[] {
  return decodeText(bytes)
    .text.split('\n')
    .map((text, i) => ({ text, number: i + 1 }))
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, number }) => readLine(text, number, fileName));
}

function readLine(text: string, number: number, fileName: string): GridLine {
  let parsed;
  try {
    parsed = line.safeParse(JSON.parse(text));
  } catch (cause) {
    throw new HostError('damaged', `${fileName}:${number}`, { cause });
  }
  if (!parsed.success) throw new HostError('damaged', `${fileName}:${number}`);
  const { id, rows, text: shown } = parsed.data;
  const name = id === undefined ? 'Sheet1' : String(id);
  const workbook: Workbook = { sheets: [sheetFromRows(name, rows, shown)], names: [], fileName };
  return id === undefined ? { workbook } : { id: String(id), workbook };
}
