import { strToU8, zipSync } from 'fflate';
import { cellName, rectName } from '../../core/grid/address';
import { CellKind, storedValue, type Sheet, type Workbook } from '../../core/grid/sheet';
import { escape, escapeExcel } from './xml';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Whether the sheets can stand in a workbook under the names that they have: our formulas look into them. */
export function canBeCopied({ sheets }: Workbook): boolean {
  const names = sheets.map(({ name }) => name.toLowerCase());
  return (
    new Set(names).size === names.length &&
    sheets.every(({ name }) => name.length > 0 && name.length <= 31 && !/[\\/?*[\]:]|^'|'$/.test(name))
  );
}

/** A workbook of the values of these sheets, with their number formats, merges and hidden rows; of none it is empty. */
export function valuesPackage(sheets: readonly Sheet[]): Uint8Array {
  const formats = new Map<string, number>([['General', 0]]);
  const parts: Record<string, string> = {};
  sheets.forEach((sheet, i) => (parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet, formats)));
  const each = (of: (name: string, number: number) => string) => sheets.map(({ name }, i) => of(name, i + 1)).join('');
  const overrides = `${each((_, n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${CONTENT}.worksheet+xml"/>`)}<Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/>`;
  const states = sheets.map(({ visibility }) => (visibility === 'visible' ? '' : ` state="${visibility}"`));
  parts['[Content_Types].xml'] =
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/>${overrides}</Types>`;
  parts['_rels/.rels'] =
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
  parts['xl/workbook.xml'] =
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each((name, n) => `<sheet name="${escape(name)}" sheetId="${n}"${states[n - 1] ?? ''} r:id="rId${n}"/>`)}</sheets></workbook>`;
  parts['xl/_rels/workbook.xml.rels'] =
    `<Relationships xmlns="${PACKAGE}/relationships">${each((_, n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rIdStyles" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;
  parts['xl/styles.xml'] = stylesXml([...formats.keys()]);
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(XML + xml)])), {
    mtime: new Date(1980, 0, 1),
  });
}

/** Custom formats begin at 164 (ECMA-376 part 1, 18.8.30). */
const FIRST_CUSTOM = 164;

function stylesXml(formats: readonly string[]): string {
  const custom = formats
    .slice(1)
    .map((code, i) => `<numFmt numFmtId="${FIRST_CUSTOM + i}" formatCode="${escape(code)}"/>`);
  const looks = formats.map(
    (_, i) =>
      `<xf numFmtId="${i === 0 ? 0 : FIRST_CUSTOM + i - 1}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  const numFmts = custom.length === 0 ? '' : `<numFmts count="${custom.length}">${custom.join('')}</numFmts>`;
  return `<styleSheet xmlns="${MAIN}">${numFmts}<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${looks.length}">${looks.join('')}</cellXfs></styleSheet>`;
}

function sheetXml({ cells, merges, hiddenRows, hiddenColumns }: Sheet, formats: Map<string, number>): string {
  const hidden = new Set(hiddenRows);
  const rows: string[] = [];
  for (let row = 0; row < cells.rowCount; row++) {
    const written: string[] = [];
    for (let i = cells.rowStart[row] ?? 0; i < (cells.rowStart[row + 1] ?? 0); i++) {
      if (cells.kind[i] === CellKind.blank) continue;
      const format = cells.formats[cells.format[i] ?? 0] ?? 'General';
      const style = formats.get(format) ?? formats.size;
      formats.set(format, style);
      written.push(cellXml(storedValue(cells, i), cellName({ row, column: cells.column[i] ?? 0 }), style));
    }
    if (written.length > 0 || hidden.has(row))
      rows.push(`<row r="${row + 1}"${hidden.has(row) ? ' hidden="1"' : ''}>${written.join('')}</row>`);
  }
  const columns = hiddenColumns.map((column) => `<col min="${column + 1}" max="${column + 1}" width="9" hidden="1"/>`);
  const areas = merges.map((rect) => `<mergeCell ref="${rectName(rect)}"/>`);
  return `<worksheet xmlns="${MAIN}">${columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`}<sheetData>${rows.join('')}</sheetData>${areas.length === 0 ? '' : `<mergeCells count="${areas.length}">${areas.join('')}</mergeCells>`}</worksheet>`;
}

function cellXml(value: ReturnType<typeof storedValue>, at: string, style: number): string {
  const start = `<c r="${at}"${style === 0 ? '' : ` s="${style}"`}`;
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `${start} t="b"><v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'object') return `${start} t="e"><v>${escape(value.error)}</v></c>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${escapeExcel(value ?? '')}</t></is></c>`;
}
