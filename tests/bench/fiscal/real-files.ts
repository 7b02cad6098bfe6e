import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { checkWorkbook } from '../../../src/app/check-workbook';
import { plainCheck, type PlainFinding } from '../../../src/app/plain-findings';
import { HostError } from '../../../src/hosts/host';
import { readFile } from '../../../src/hosts/file/read-file';
import { translator } from '../../../src/messages/translator';

/** What is found in a real file, or why it could not be read. */
export interface RealFile {
  readonly name: string;
  readonly sheets: number;
  readonly findings: readonly PlainFinding[];
  readonly unread?: string;
}

/** The real tables stay outside the project; none when they are not there. */
export function realFiles(): string[] {
  const shared = resolve(process.cwd(), '../shared');
  if (!existsSync(shared)) return [];
  const list = (folder: string, wanted: RegExp) =>
    existsSync(join(shared, folder))
      ? readdirSync(join(shared, folder))
          .filter((name) => wanted.test(name))
          .sort()
          .map((name) => join(shared, folder, name))
      : [];
  return [...list('workbooks/fiscal', /\.(?:xlsx?|csv)$/), ...list('reports/tables', /\.csv$/)];
}

export async function checkReal(file: string): Promise<RealFile> {
  const name = basename(file);
  try {
    const lines = await readFile(new Uint8Array(readFileSync(file)), name);
    const checks = await Promise.all(
      lines.map(async ({ workbook }) => plainCheck(await checkWorkbook(workbook), translator('zh-CN'))),
    );
    return {
      name,
      sheets: lines.reduce((sum, { workbook }) => sum + workbook.sheets.length, 0),
      findings: checks.flatMap(({ findings }) => findings),
    };
  } catch (cause) {
    if (cause instanceof HostError) return { name, sheets: 0, findings: [], unread: cause.fault };
    throw cause;
  }
}
