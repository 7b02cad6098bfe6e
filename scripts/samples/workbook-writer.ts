import { strToU8, zipSync } from 'fflate';
import { cellName, columnName } from '../../src/core/grid/address';
import { escape } from '../../src/hosts/file/xml';

/** How a sample cell looks; each different one becomes a cell format. */
export interface SampleLook {
  readonly bold?: boolean;
  readonly indent?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly format?: string;
  readonly border?: boolean;
  readonly size?: number;
}

export interface SampleCell {
  readonly value?: string | number;
  /** Without `=`; `value` is its cached result. */
  readonly formula?: string;
  /** What a formula that fails shows, instead of a value. */
  readonly error?: string;
  readonly look?: SampleLook;
}

export interface SampleSheet {
  readonly name: string;
  readonly hidden?: boolean;
  readonly rows: readonly (readonly (SampleCell | undefined)[])[];
  readonly merges: readonly string[];
  readonly widths: readonly number[];
  /** Empty rows below that carry only a format: the ghost of a used range. */
  readonly ghostRows?: number;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The bytes of a sample workbook; the same input gives the same bytes. */
export function writeSampleWorkbook(sheets: readonly SampleSheet[]): Uint8Array {
  const styles = new Styles();
  const parts: Record<string, string> = {};
  sheets.forEach((sheet, i) => (parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet, styles)));
  const list = sheets
    .map(
      ({ name, hidden }, i) =>
        `<sheet name="${escape(name)}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
    )
    .join('');
  parts['xl/workbook.xml'] =
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${list}</sheets><calcPr calcId="191029"/></workbook>`;
  const sheetRelations = sheets
    .map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`))
    .join('');
  parts['xl/_rels/workbook.xml.rels'] = relations(`${sheetRelations}${relation('rIdS', 'styles', 'styles.xml')}`);
  parts['xl/styles.xml'] = styles.xml();
  parts['_rels/.rels'] = relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'));
  const override = (part: string, type: string) =>
    `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  parts['[Content_Types].xml'] =
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
    `${override('xl/workbook.xml', 'sheet.main')}${override('xl/styles.xml', 'styles')}${sheets.map((_, i) => override(`xl/worksheets/sheet${i + 1}.xml`, 'worksheet')).join('')}</Types>`;
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(XML + xml)] as const);
  return zipSync(Object.fromEntries(files), { level: 9, mtime: new Date(1980, 0, 1, 12) });
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}

function relations(inner: string): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${inner}</Relationships>`;
}

function sheetXml(sheet: SampleSheet, styles: Styles): string {
  const width = sheet.widths.length;
  const rows = sheet.rows.map(
    (cells, r) =>
      `<row r="${r + 1}">${cells.map((cell, c) => (cell ? cellXml(cell, r, c, styles) : '')).join('')}</row>`,
  );
  const blank = styles.index({ border: true });
  for (let g = 0; g < (sheet.ghostRows ?? 0); g++) {
    const r = sheet.rows.length + g;
    rows.push(
      `<row r="${r + 1}">${Array.from({ length: width }, (_, c) => `<c r="${cellName({ row: r, column: c })}" s="${blank}"/>`).join('')}</row>`,
    );
  }
  const columns = sheet.widths
    .map((w, i) => `<col min="${i + 1}" max="${i + 1}" width="${w}" customWidth="1"/>`)
    .join('');
  const merges =
    sheet.merges.length > 0
      ? `<mergeCells count="${sheet.merges.length}">${sheet.merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
      : '';
  return `<worksheet xmlns="${MAIN}"><dimension ref="A1:${columnName(width - 1)}${rows.length}"/><cols>${columns}</cols><sheetData>${rows.join('')}</sheetData>${merges}</worksheet>`;
}

function cellXml({ value, formula, error, look }: SampleCell, row: number, column: number, styles: Styles): string {
  const head = `<c r="${cellName({ row, column })}" s="${styles.index(look ?? {})}"`;
  const f = formula === undefined ? '' : `<f>${escape(formula)}</f>`;
  if (error !== undefined) return `${head} t="e">${f}<v>${escape(error)}</v></c>`;
  if (typeof value === 'number') return `${head}>${f}<v>${value}</v></c>`;
  if (typeof value === 'string')
    return formula === undefined
      ? `${head} t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>`
      : `${head} t="str">${f}<v>${escape(value)}</v></c>`;
  return `${head}/>`;
}

class Styles {
  private readonly fonts = ['<font><sz val="11"/><name val="宋体"/></font>'];
  private readonly formats: string[] = [];
  private readonly looks = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'];

  index({ bold, indent, align, format, border, size }: SampleLook): number {
    const font = position(this.fonts, `<font>${bold ? '<b/>' : ''}<sz val="${size ?? 11}"/><name val="宋体"/></font>`);
    const numFmt = format === undefined ? 0 : 164 + position(this.formats, format);
    const alignment =
      align || indent
        ? `<alignment${align || indent ? ` horizontal="${align ?? 'left'}"` : ''}${indent ? ` indent="${indent}"` : ''} vertical="center"/>`
        : '';
    return position(
      this.looks,
      `<xf numFmtId="${numFmt}" fontId="${font}" fillId="0" borderId="${border ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`,
    );
  }

  xml(): string {
    const side = (name: string) => `<${name} style="thin"><color auto="1"/></${name}>`;
    return (
      `<styleSheet xmlns="${MAIN}">` +
      (this.formats.length > 0
        ? `<numFmts count="${this.formats.length}">${this.formats.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escape(code)}"/>`).join('')}</numFmts>`
        : '') +
      `<fonts count="${this.fonts.length}">${this.fonts.join('')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
      `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${side('left')}${side('right')}${side('top')}${side('bottom')}<diagonal/></border></borders>` +
      `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${this.looks.length}">${this.looks.join('')}</cellXfs>` +
      `<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
    );
  }
}

function position(list: string[], item: string): number {
  const known = list.indexOf(item);
  return known >= 0 ? known : list.push(item) - 1;
}
