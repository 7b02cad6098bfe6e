import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cellName, columnIndex, columnName } from '../../../../src/core/grid/address';
import type { Relation, Verdict } from '../../../../src/core/relations/relation';
import type { SheetHints, StatedSum, Suspicion, TotalHint } from '../../../../src/core/relations/types';
import type { Rows } from '../hierarchy';

/**
 * One table of the corpus with what is true of it: `relations` that the engine finds, `missing` ones that it
 * does not find yet, and `findings`. Relations are written `sum B6 < B2 B3 holds`.
 */
export interface CorpusTable {
  readonly name: string;
  readonly rows: Rows;
  readonly hints: SheetHints | undefined;
  readonly relations: readonly string[];
  readonly missing: readonly string[];
  readonly findings: readonly string[];
}

export function readCorpus(): CorpusTable[] {
  const folder = resolve(process.cwd(), 'tests/core/relations/corpus/tables');
  return readdirSync(folder)
    .sort()
    .map((file) => parse(file.replace('.txt', ''), readFileSync(join(folder, file), 'utf8')));
}

function parse(name: string, text: string): CorpusTable {
  const lines = text.split('\n');
  const section = (title: string): string[] => {
    const from = lines.indexOf(title);
    if (from < 0) return [];
    const to = lines.findIndex((line, i) => i > from && !line.startsWith('  '));
    return lines.slice(from + 1, to < 0 ? lines.length : to).map((line) => line.trim());
  };
  return {
    name,
    rows: lines.filter((line) => line.startsWith('|')).map(cellsOf),
    hints: hintsOf(section('hints')),
    relations: section('relations').flatMap(relationsOf).sort(),
    missing: section('not found yet').flatMap(relationsOf).sort(),
    findings: section('findings').sort(),
  };
}

/** Cells that look like numbers are numbers, unless in quotes; leading spaces beyond the first are an indent. */
function cellsOf(line: string): Rows[number] {
  return line
    .replace(/^\| |\|$/g, '')
    .split('|')
    .map((cell, k) => {
      const trimmed = cell.trim();
      if (trimmed.startsWith('"')) return trimmed.slice(1, -1);
      if (trimmed !== '' && Number.isFinite(Number(trimmed))) return Number(trimmed);
      return k === 0 ? cell.trimEnd() : trimmed;
    });
}

/** `6 = 2 + 3 | B:D, broken E`: rows by number and columns by letter, as a spreadsheet names them. */
function relationsOf(line: string): string[] {
  const [, target = '', formula = '', where = ''] = /^(\S+) = (.+) \| (.+)$/.exec(line) ?? [];
  const [op, operands] = formulaOf(formula);
  return where.split(', ').flatMap((part) => {
    const [, verdict = 'holds', crossing = ''] = /^(?:(broken|rounding|unknown) )?(.+)$/.exec(part) ?? [];
    return crossing
      .split(' ')
      .flatMap(expand)
      .map((at) =>
        written(
          op,
          cross(target, at),
          operands.map((o) => cross(o, at)),
          verdict as Verdict,
        ),
      );
  });
}

function formulaOf(formula: string): [string, string[]] {
  if (formula.startsWith('average ')) return ['average', formula.split(' ').slice(1)];
  const [first = '', sign = '', second = ''] = formula.split(' ');
  if (sign === '/') return ['division', [first, second]];
  if (sign === '->') return ['relative_change', [first, second]];
  if (formula.includes(' - ')) return ['difference', formula.split(/ [-+] /)];
  return ['sum', formula.split(' + ').flatMap(expand)];
}

function cross(a: string, b: string): string {
  return /\d/.test(a) ? b + a : a + b;
}

/** B:D are B, C, D; 2:4 are 2, 3, 4. */
function expand(range: string): string[] {
  const [from = '', to = from] = range.split(':');
  if (/\d/.test(from)) {
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, k) => String(Number(from) + k));
  }
  const first = columnIndex(from);
  return Array.from({ length: columnIndex(to) - first + 1 }, (_, k) => columnName(first + k));
}

/** `8 = 2 + 3 from code in C:D`, `stated 6 = 2 - 3 in B:C`, and `skip A` for a column that holds no figures. */
function hintsOf(lines: readonly string[]): SheetHints | undefined {
  if (lines.length === 0) return undefined;
  const totals: TotalHint[] = [];
  const stated: StatedSum[] = [];
  const skipColumns = new Set<number>();
  for (const line of lines) {
    if (line.startsWith('stated ')) {
      stated.push(statedOf(line));
      continue;
    }
    const [, target, parts = '', source, where = ''] = /^(\d+) = (.+) from (\S+) in (\S+)$/.exec(line) ?? [];
    if (target === undefined) {
      skipColumns.add(columnIndex(line.replace('skip ', '')));
      continue;
    }
    const columns = expand(where).map(columnIndex);
    totals.push({
      axis: 'rows',
      target: Number(target) - 1,
      parts: parts.split(' + ').map((part) => Number(part) - 1),
      source: source as TotalHint['source'],
      exhaustive: true,
      from: Math.min(...columns),
      to: Math.max(...columns),
    });
  }
  return { totals, stated, skipRows: new Set(), skipColumns };
}

/** `stated 6 = 2 + 3 - 5 in B:C`. */
function statedOf(line: string): StatedSum {
  const [, target, terms = '', where = ''] = /^stated (\d+) = (.+) in (\S+)$/.exec(line) ?? [];
  const columns = expand(where).map(columnIndex);
  return {
    axis: 'rows',
    target: Number(target) - 1,
    terms: terms.split(/ (?=[-+])/).map((term) => ({
      line: Number(term.replace(/^[-+] /, '')) - 1,
      factor: term.startsWith('-') ? -1 : 1,
    })),
    source: 'signs',
    from: Math.min(...columns),
    to: Math.max(...columns),
  };
}

function written(op: string, target: string, operands: readonly string[], verdict: Verdict): string {
  const ordered = op === 'sum' || op === 'average' ? [...operands].sort() : operands;
  return `${op} ${target} < ${ordered.join(' ')} ${verdict}`;
}

export function writtenRelation({ op, target, operands, verdict }: Relation): string {
  return written(op, cellName(target), operands.map(cellName), verdict);
}

/** `transposed C2 82134 → 81234`: the cause, the first cell, and what the cause says of it. */
export function writtenFinding({ cells, cause }: Suspicion): string {
  const [first] = cells;
  const said: string[] = [cause.kind, first ? cellName(first) : ''];
  if ('was' in cause) said.push(String(cause.was));
  if ('value' in cause) said.push(String(cause.value));
  if ('shouldBe' in cause) said.push(`→ ${cause.shouldBe}`);
  if (cause.kind === 'countedTwice') said.push(`(${cellName(cause.cell)})`);
  if (cause.kind === 'leftOut') said.push(`(${cause.cells.map(cellName).join(' ')})`);
  return said.join(' ');
}
