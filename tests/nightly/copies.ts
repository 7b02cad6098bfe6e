import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import * as sheetjs from '@e965/xlsx';
import { checkWorkbook } from '../../src/app/check-workbook';
import { summarySheets } from '../../src/app/write-summary';
import { FileHost } from '../../src/hosts/file/file-host';
import { HostError } from '../../src/hosts/host';
import '../../src/messages/every-language';
import { translator } from '../../src/messages/translator';
import { faultsOf } from '../support/open-package';
import { corpus } from './files-below';

/**
 * npm run nightly:copies [-- folder…]: a summary into every .xlsx and .xlsm below the folders, and each copy read by a
 * strict reader of parts, by `@e965/xlsx` and by LibreOffice. A copy counts against us where its original passes.
 */
const soffice = process.env['SOFFICE'] ?? 'soffice';
/** So many files a start of LibreOffice; one that ends it is found among the rest, tried by itself. */
const AT_ONCE = 25;

/** Those of some files that LibreOffice opens and saves again. */
function opened(files: readonly string[], folder: string): Set<string> {
  const good = new Set<string>();
  for (let from = 0; from < files.length; from += AT_ONCE) {
    const some = files.slice(from, from + AT_ONCE);
    const out = mkdtempSync(join(folder, 'out-'));
    convert(some, out, folder);
    const left = some.filter((file) => {
      const isThere = existsSync(join(out, `${basename(file, extname(file))}.csv`));
      if (isThere) good.add(file);
      return !isThere;
    });
    for (const file of left) {
      convert([file], out, folder);
      if (existsSync(join(out, `${basename(file, extname(file))}.csv`))) good.add(file);
    }
    rmSync(out, { recursive: true });
  }
  return good;
}

function convert(files: readonly string[], out: string, folder: string): void {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  spawnSync(soffice, [profile, '--headless', '--convert-to', 'csv', '--outdir', out, ...files], {
    stdio: 'ignore',
    timeout: 60_000 + 10_000 * files.length,
    killSignal: 'SIGKILL',
  });
}

/** A copy with our sheets; undefined: the file is refused, in one sentence. */
async function copyOf(bytes: Uint8Array, name: string): Promise<Uint8Array | undefined> {
  try {
    const host = new FileHost(bytes, name);
    const result = await checkWorkbook(await host.read());
    return (await host.writeSummary(summarySheets(result, translator('zh-CN')))).file?.bytes;
  } catch (error) {
    if (error instanceof HostError) return undefined;
    throw new Error(name, { cause: error });
  }
}

const readable = (bytes: Uint8Array): boolean => {
  try {
    return sheetjs.read(bytes).SheetNames.length > 0;
  } catch {
    return false;
  }
};

const folder = mkdtempSync(join(tmpdir(), 'gouji-copies-'));
const [before, after] = ['before', 'after'].map((name) => join(folder, name)) as [string, string];
mkdirSync(before);
mkdirSync(after);
try {
  const files = corpus(process.argv.slice(2));
  const names = new Map<string, string>();
  let [refused, strict, theirs] = [0, 0, 0];
  const bad: string[] = [];
  for (const [i, file] of files.entries()) {
    const bytes = new Uint8Array(readFileSync(file));
    const copy = await copyOf(bytes, basename(file));
    if (!copy) {
      refused++;
      continue;
    }
    // Numbered, for names repeat from folder to folder.
    const name = `${i}${extname(file).toLowerCase()}`;
    names.set(name, file);
    writeFileSync(join(before, name), bytes);
    writeFileSync(join(after, name), copy);
    const faults = faultsOf(bytes).length > 0 ? [] : faultsOf(copy);
    if (faults.length === 0) strict++;
    else bad.push(`${file}: ${faults[0] ?? ''}`);
    if (readable(copy)) theirs++;
    else if (readable(bytes)) bad.push(`${file}: the copy is not read by @e965/xlsx`);
  }
  const written = [...names.keys()];
  const copies = opened(
    written.map((name) => join(after, name)),
    folder,
  );
  const unopened = written.filter((name) => !copies.has(join(after, name)));
  const originals = opened(
    unopened.map((name) => join(before, name)),
    folder,
  );
  for (const name of unopened)
    if (originals.has(join(before, name)))
      bad.push(`${names.get(name) ?? name}: LibreOffice opens the file, not the copy`);
  process.stdout.write(
    `${files.length} files: ${refused} refused, ${written.length} copies; strict reader ${strict}, @e965/xlsx ${theirs}, LibreOffice ${copies.size}; ${unopened.length - originals.size} whose original it does not open either\n`,
  );
  for (const line of bad) process.stdout.write(`${line}\n`);
  process.exitCode = bad.length > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true });
}
