import { aidOf } from '../core/reading/book-period';
import { readTables } from '../core/tables/read-tables';
import { keptCorrections } from '../app/kept/kept-in-workbook';
import type { Correction } from '../core/tables/corrections';
import type { Table } from '../core/tables/table';
import type { MessageId } from '../messages/message-id';
import type { Translator } from '../messages/translator';
import type { Sheet, Workbook } from '../core/grid/sheet';
import { rectName } from '../core/grid/address';
import { EXIT, type Console } from './console';
import { eachWorkbook } from './each-file';
import { visible, visibleJson } from './visible';

/** `gouji tables`: how each table was read, and why. */
export function tablesCommand(
  files: readonly string[],
  format: 'text' | 'ndjson',
  corrections: readonly Correction[] | undefined,
  io: Console,
  translate: Translator,
): Promise<number> {
  return eachWorkbook(files, io, translate, async (file, { id, workbook }) => {
    for (const sheet of workbook.sheets) {
      const started = performance.now();
      const said = [...keptCorrections(workbook), ...(corrections ?? [])];
      const tables = readTables(sheet, aidOf(workbook), said);
      const ms = Math.round(performance.now() - started);
      if (format === 'ndjson')
        io.out(
          `${visibleJson({ file, ...(id === undefined ? {} : { id }), sheet: sheet.name, tables: tables.map((table) => plainTable(table, translate)), ms })}\n`,
        );
      else io.out(tableText(file, workbook, sheet, tables, translate));
    }
    return EXIT.fine;
  });
}

function plainTable(table: Table, translate: Translator): object {
  return {
    kind: table.kind,
    title: table.title,
    at: [table.at.top, table.at.left, table.at.bottom, table.at.right],
    unit: table.unit ?? null,
    period: table.period ?? null,
    asOf: table.period?.to ?? null,
    columns: table.columns.map(({ column, role, path }) => ({ c: column, role, header: path.join('|') })),
    rows: table.rows.map(({ row, label, level, code }) => ({
      r: row,
      label,
      level,
      ...(code === undefined ? {} : { code }),
    })),
    confidence: table.confidence,
    evidence: table.evidence.map(({ id, text }) => translate.text(`evidence.${id}` as MessageId, { text })),
  };
}

function tableText(
  file: string,
  workbook: Workbook,
  sheet: Sheet,
  tables: readonly Table[],
  translate: Translator,
): string {
  const lines = [`${workbook.fileName ?? file} · ${sheet.name}`];
  if (tables.length === 0) lines.push(`  ${translate.text('tables.none')}`);
  for (const table of tables) {
    const period = table.period ? `${table.period.from} – ${table.period.to}` : '';
    lines.push(`  ${table.kind}  ${rectName(table.at)}  ${table.unit ?? ''}  ${period}  ${table.title}`);
    lines.push(`    ${table.columns.map(({ role, path }) => `${path.at(-1) ?? ''}=${role}`).join('  ')}`);
    for (const { id, text } of table.evidence)
      lines.push(`    · ${translate.text(`evidence.${id}` as MessageId, { text })}`);
    for (const row of table.rows)
      lines.push(
        `    ${String(row.row + 1).padStart(4)} ${'  '.repeat(row.level)}${row.code ? `${row.code} ` : ''}${row.name}`,
      );
  }
  return `${lines.map(visible).join('\n')}\n`;
}
