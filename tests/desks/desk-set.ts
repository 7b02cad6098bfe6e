import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { checkWorkbook } from '../../src/app/check-workbook';
import { plainCheck, type PlainFinding } from '../../src/app/plain-findings';
import { columnName, parseCell, parseRect } from '../../src/core/grid/address';
import type { Workbook } from '../../src/core/grid/sheet';
import { aidOf } from '../../src/core/reading/book-period';
import { companionOf } from '../../src/core/reading/read-sheet';
import { readTables } from '../../src/core/tables/read-tables';
import type { Table } from '../../src/core/tables/table';
import { readWorkbook } from '../../src/hosts/file/read-file';
import { translator } from '../../src/messages/translator';

const FOLDER = resolve('tests/desks');

/** Names of the sets: each a folder with `clean`, `dirty`, `tables.json` and `planted.json`. */
export const DESK_SETS: readonly string[] = readdirSync(FOLDER).filter((name) =>
  existsSync(join(FOLDER, name, 'planted.json')),
);

/** What a table is, by the hand that laid it out. */
interface TableTruth {
  readonly file: string;
  readonly sheet: string;
  /** A1 of its first and last cell, header and title with it. */
  readonly range: string;
  /** Absent: of a kind that no reader has to know. */
  readonly kind?: string;
  readonly unit: string | null;
  /** YYYY-MM or YYYY; null: nothing on the sheet says it. */
  readonly period: string | null;
  /** Of each column the roles that it may have, `ytd|amount`, by its letter; only where another hand has labelled them. */
  readonly columns?: Readonly<Record<string, string>>;
}

export interface Planted {
  readonly kind: string;
  readonly sheet: string;
  readonly cell: string;
  readonly scope: 'in_table' | 'cross_sheet' | 'cross_file' | 'formula';
  readonly level: 'error' | 'warning' | 'hint';
  readonly why: string;
  /** Cells of which a finding may name any. */
  readonly cells: readonly { readonly sheet: string; readonly cell: string }[];
}

interface DirtyFile {
  readonly file: string;
  readonly base: string;
  readonly errors: readonly Planted[];
}

/** How a set came out. */
export interface DeskResult {
  readonly planted: number;
  readonly missed: readonly { readonly file: string; readonly error: Planted }[];
  /** Findings at level error on clean files. */
  readonly falseErrors: readonly { readonly file: string; readonly finding: PlainFinding }[];
  /** Findings at level warning on clean files: facts of the county are among them. */
  readonly warnings: number;
}

const zh = translator('zh-CN');

/** Checks the clean files together and each dirty one beside as many as its errors need. */
export async function judgeDesks(set: string): Promise<DeskResult> {
  const folder = join(FOLDER, set);
  const planted = json<DirtyFile[]>(folder, 'planted.json');
  const clean = await readAll(join(folder, 'clean'));
  const companions = new Map([...clean].map(([file, workbook]) => [file, companionOf(workbook)]));
  const beside = (file: string) =>
    [...companions].filter(([other]) => other !== file).map(([, companion]) => companion);
  const found = async (workbook: Workbook, others: ReturnType<typeof beside>): Promise<readonly PlainFinding[]> =>
    plainCheck(await checkWorkbook(workbook, { companions: others }), zh).findings;
  const onClean = new Map<string, readonly PlainFinding[]>();
  for (const [file, workbook] of clean) onClean.set(file, await found(workbook, beside(file)));
  const missed: { file: string; error: Planted }[] = [];
  for (const { file, base, errors } of planted) {
    const workbook = await read(join(folder, 'dirty', file));
    const others = errors.some(({ scope }) => scope === 'cross_file') ? beside(base) : [];
    const before = new Set(onClean.get(base)?.map(signature));
    const told = (await found(workbook, others)).filter((finding) => !before.has(signature(finding)));
    missed.push(
      ...errors.filter((error) => !told.some((finding) => names(finding, error))).map((error) => ({ file, error })),
    );
  }
  const all = [...onClean].flatMap(([file, findings]) => findings.map((finding) => ({ file, finding })));
  return {
    planted: planted.reduce((sum, { errors }) => sum + errors.length, 0),
    missed,
    falseErrors: all.filter(({ finding }) => finding.level === 'error'),
    warnings: all.filter(({ finding }) => finding.level === 'warning').length,
  };
}

/** What was read otherwise than it is: `file sheet range: what`. */
export async function misreadTables(
  set: string,
): Promise<{ readonly tables: number; readonly misses: readonly string[] }> {
  const folder = join(FOLDER, set);
  const clean = await readAll(join(folder, 'clean'));
  const truths = json<TableTruth[]>(folder, 'tables.json');
  const misses = truths.flatMap((truth) => {
    const workbook = clean.get(truth.file);
    const sheets = workbook?.sheets.filter(({ name }) => isSheet(name, truth.sheet)) ?? [];
    const table = bestMatch(truth, workbook ? sheets.flatMap((sheet) => readTables(sheet, aidOf(workbook))) : []);
    if (!table) return [`${truth.file} ${truth.sheet} ${truth.range}: no table`];
    const [kind, unit, to] = [table.kind, table.unit ?? null, table.period?.to ?? ''];
    return [
      ...(truth.kind !== undefined && truth.kind !== kind ? [`kind ${truth.kind}, read as ${kind}`] : []),
      ...(truth.unit !== unit ? [`unit ${String(truth.unit)}, read as ${String(unit)}`] : []),
      ...(truth.period !== null && !to.startsWith(truth.period) ? [`period ${truth.period}, read as ${to}`] : []),
    ].map((miss) => `${truth.file} ${truth.sheet} ${truth.range}: ${miss}`);
  });
  return { tables: truths.length, misses };
}

/** Columns that were read otherwise than they are, of the tables that say what theirs are. */
export async function misreadColumns(
  set: string,
): Promise<{ readonly columns: number; readonly misses: readonly string[] }> {
  const folder = join(FOLDER, set);
  const clean = await readAll(join(folder, 'clean'));
  let columns = 0;
  const misses = json<TableTruth[]>(folder, 'tables.json').flatMap((truth) => {
    const workbook = clean.get(truth.file);
    const sheets = workbook?.sheets.filter(({ name }) => isSheet(name, truth.sheet)) ?? [];
    const tables = workbook ? sheets.flatMap((sheet) => readTables(sheet, aidOf(workbook))) : [];
    // The halves of a table with two sides are two tables.
    const read = tables.filter((table) => overlapOf(truth, table) > 0).flatMap((table) => table.columns);
    return Object.entries(truth.columns ?? {}).flatMap(([letter, roles]) => {
      columns++;
      const role = read.find(({ column }) => columnName(column) === letter)?.role;
      if (role !== undefined && roles.split('|').includes(role)) return [];
      return [`${truth.file} ${truth.sheet} ${truth.range}: column ${letter} ${roles}, read as ${String(role)}`];
    });
  });
  return { columns, misses };
}

function overlapOf({ range }: Pick<TableTruth, 'range'>, { headerRows, bodyRows, columns }: Table): number {
  const wanted = parseRect(range);
  if (!wanted) throw new RangeError(range);
  const at = columns.map(({ column }) => column);
  const rows = Math.min(bodyRows[1], wanted.bottom) - Math.max(headerRows[0], wanted.top) + 1;
  const across = Math.min(Math.max(...at), wanted.right) - Math.max(Math.min(...at), wanted.left) + 1;
  return Math.max(0, rows) * Math.max(0, across);
}

function bestMatch(truth: TableTruth, tables: readonly Table[]): Table | undefined {
  const overlap = (table: Table) => overlapOf(truth, table);
  return tables
    .filter((table) => overlap(table) > 0)
    .reduce<Table | undefined>((best, table) => (!best || overlap(table) > overlap(best) ? table : best), undefined);
}

/** Whether a finding names a cell at which the error may be told. */
function names({ sheet, cells, relation }: PlainFinding, { cells: acceptable }: Planted): boolean {
  const named = new Set([...cells, ...(relation ? [relation.target] : [])].map(String));
  return acceptable.some(({ sheet: on, cell }) => {
    const at = parseCell(cell);
    return at !== undefined && isSheet(sheet, on) && named.has(String([at.row, at.column]));
  });
}

/** A .csv has no sheets: its truth leaves the name empty. */
function isSheet(name: string, wanted: string): boolean {
  return wanted === '' || name.trim() === wanted.trim();
}

function signature({ code, sheet, cells }: PlainFinding): string {
  return `${code}|${sheet}|${[...new Set(cells.map(String))].sort().join(' ')}`;
}

async function readAll(folder: string): Promise<Map<string, Workbook>> {
  const files = readdirSync(folder).sort();
  return new Map(await Promise.all(files.map(async (file) => [file, await read(join(folder, file))] as const)));
}

function read(path: string): Promise<Workbook> {
  return readWorkbook(new Uint8Array(readFileSync(path)), basename(path));
}

function json<T>(folder: string, file: string): T {
  return JSON.parse(readFileSync(join(folder, file), 'utf8')) as T;
}
