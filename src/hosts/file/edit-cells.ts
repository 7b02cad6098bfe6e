import { cellName, columnIndex, type Address, type Position } from '../../core/grid/address';
import type { CellContent } from '../../core/fix/fix';
import { isCellError } from '../../core/grid/value';
import { HostError, type CellsChange } from '../host';
import { inUtf8 } from './package-edit';
import { readRelationships, xmlPart } from './package-parts';
import { readWorkbookPart } from './read-xlsx';
import { SharedFormula } from './shared-formula';
import { escape, escapeExcel, XmlScanner } from './xml';
import { openZip } from './zip';
import { writeZip } from './write-zip';

/** What a cell is to hold. */
export interface CellEdit extends Position {
  readonly content: CellContent;
  /** The formula stays as it is written; only its result is another. */
  readonly isResult?: boolean;
}

/** What each cell is to hold after a change, by sheet name: a formula that is written has the result that it gives. */
export function editsOf({ writes, results }: CellsChange): Map<string, readonly CellEdit[]> {
  const keyOf = ({ sheet, row, column }: Address) => `${sheet}\u0001${row},${column}`;
  const resultOf = new Map(results.map((result) => [keyOf(result), result]));
  const edits = new Map<string, CellEdit[]>();
  const put = (sheet: string, edit: CellEdit) => edits.set(sheet, [...(edits.get(sheet) ?? []), edit]);
  for (const { at, after } of writes) {
    const result = after.formula === undefined ? undefined : resultOf.get(keyOf(at));
    put(at.sheet, { row: at.row, column: at.column, content: result ? { ...after, value: result.after } : after });
    resultOf.delete(keyOf(at));
  }
  for (const { sheet, row, column, after } of resultOf.values())
    put(sheet, { row, column, content: { value: after }, isResult: true });
  return edits;
}

/**
 * A copy of a workbook in which some cells hold something else, by sheet name. Looks stay; of the package only the
 * parts of those sheets change, and of them only those cells: where a changed cell held the formula that others
 * share, those get it written out.
 */
export function editCells(bytes: Uint8Array, edits: ReadonlyMap<string, readonly CellEdit[]>): Uint8Array {
  const zip = openZip(bytes);
  const { path, sheets } = readWorkbookPart(zip);
  const relationships = readRelationships(zip, path);
  const parts = new Map<string, Uint8Array>();
  for (const [name, cells] of edits) {
    const relationship = sheets.find((sheet) => sheet.name === name)?.relationship;
    const part = relationships.find(({ id }) => id === relationship)?.target;
    const xml = part === undefined ? undefined : xmlPart(zip, part);
    if (part === undefined || xml === undefined) throw new HostError('damaged', name);
    parts.set(spelling(zip.entries, part), new TextEncoder().encode(inUtf8(editedSheet(name, xml, cells))));
  }
  return writeZip(zip, parts);
}

/** A part is replaced under the name that the archive has for it. */
function spelling(entries: ReadonlyMap<string, { readonly name: string }>, part: string): string {
  const wanted = part.toLowerCase();
  return [...entries.values()].find(({ name }) => name.toLowerCase() === wanted)?.name ?? part;
}

/** A stretch of the part that is replaced. */
interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The XML of a sheet with some cells changed. */
export function editedSheet(sheet: string, xml: string, edits: readonly CellEdit[]): string {
  return withReplacements(xml, new SheetEditor(sheet, xml, edits).replacements());
}

function withReplacements(xml: string, replacements: readonly Replacement[]): string {
  let out = '';
  let at = 0;
  for (const { from, to, text } of replacements) {
    out += xml.slice(at, from) + text;
    at = to;
  }
  return out + xml.slice(at);
}

class SheetEditor {
  private readonly scan: XmlScanner;
  /** By row, columns ascending: those that were not met yet. */
  private readonly rows = new Map<number, CellEdit[]>();
  private readonly found: Replacement[] = [];
  /** Formulas that lose the cell in which they are written, by the number under which others share them. */
  private readonly orphaned = new Map<string, SharedFormula>();
  private prefix = '';
  private row = -1;
  private column = -1;

  constructor(
    private readonly sheet: string,
    private readonly xml: string,
    edits: readonly CellEdit[],
  ) {
    this.scan = new XmlScanner(xml);
    for (const edit of [...edits].sort((a, b) => a.row - b.row || a.column - b.column)) {
      const row = this.rows.get(edit.row) ?? [];
      row.push(edit);
      this.rows.set(edit.row, row);
    }
  }

  replacements(): readonly Replacement[] {
    const { scan } = this;
    while (scan.next()) {
      if (scan.name === 'sheetData') this.passData();
      else if (scan.name === 'row') this.passRow();
      else if (scan.name === 'c' && !scan.closing) this.passCell();
    }
    return this.found;
  }

  private passData(): void {
    const { scan } = this;
    const [from, to] = scan.span;
    if (!scan.closing) {
      this.prefix = /^<([\w.-]+:)/.exec(this.xml.slice(from, from + 80))?.[1] ?? '';
      if (!scan.empty) return;
      const open = this.xml.slice(from, to).replace(/\s*\/>$/, '>');
      this.found.push({ from, to, text: `${open}${this.newRows(Infinity)}</${this.prefix}sheetData>` });
    } else this.insert(from, this.newRows(Infinity));
  }

  private passRow(): void {
    const { scan } = this;
    const [from, to] = scan.span;
    if (scan.closing) {
      this.insert(from, this.newCells(Infinity));
      return;
    }
    const number = scan.attribute('r');
    const row = number === undefined ? this.row + 1 : Number(number) - 1;
    this.insert(from, this.newRows(row));
    this.row = row;
    this.column = -1;
    if (!scan.empty || !this.rows.has(row)) return;
    const open = this.xml.slice(from, to).replace(/\s*\/>$/, '>');
    this.found.push({ from, to, text: `${open}${this.newCells(Infinity)}</${this.prefix}row>` });
  }

  private passCell(): void {
    const { scan, xml } = this;
    const [from, tagEnd] = scan.span;
    const reference = scan.attribute('r');
    this.column = reference === undefined ? this.column + 1 : columnIndex(reference.replace(/\d+$/, ''));
    this.insert(from, this.newCells(this.column));
    const edit = this.rows.get(this.row)?.[0];
    const mine = edit?.column === this.column ? edit : undefined;
    const tag = xml.slice(from, tagEnd);
    const formula = scan.empty ? undefined : this.readFormula();
    const to = scan.span[1];
    if (mine) {
      this.rows.get(this.row)?.shift();
      if (mine.isResult !== true) this.leave(formula, mine);
      const kept = mine.isResult === true && formula ? xml.slice(formula.from, formula.to) : undefined;
      this.found.push({ from, to, text: this.cell(withoutType(tag), mine.content, kept) });
    } else if (formula?.shared !== undefined && formula.text === '') this.writeOut(formula);
  }

  /** Reads to the end of the cell. */
  private readFormula(): FoundFormula | undefined {
    const { scan } = this;
    let found: FoundFormula | undefined;
    while (scan.next() && !(scan.closing && scan.name === 'c')) {
      if (scan.name !== 'f' || scan.closing) continue;
      const [from, end] = scan.span;
      const kind = scan.attribute('t') ?? 'normal';
      const shared = kind === 'shared' ? scan.attribute('si') : undefined;
      const text = scan.text();
      const empty = scan.empty;
      if (!empty) while (scan.next() && !(scan.closing && scan.name === 'f'));
      found = { kind, shared, text, from, to: empty ? end : scan.span[1] };
    }
    return found;
  }

  /** A formula that fills several cells cannot be changed in one of them. */
  private leave(formula: FoundFormula | undefined, { row, column }: Position): void {
    if (!formula) return;
    if (formula.kind === 'array' || formula.kind === 'dataTable')
      throw new HostError('arrayFormula', `${this.sheet}!${cellName({ row, column })}`);
    if (formula.shared !== undefined && formula.text !== '')
      this.orphaned.set(formula.shared, new SharedFormula(formula.text, { row, column }));
  }

  private writeOut({ shared = '', from, to }: FoundFormula): void {
    const formula = this.orphaned.get(shared)?.at({ row: this.row, column: this.column });
    if (formula !== undefined) this.found.push({ from, to, text: this.element('f', escape(formula)) });
  }

  private insert(at: number, text: string): void {
    if (text !== '') this.found.push({ from: at, to: at, text });
  }

  /** Rows that the part does not have, before a row. */
  private newRows(before: number): string {
    const rows = [...this.rows.keys()].filter((row) => row < before).sort((a, b) => a - b);
    return rows
      .map((row) => {
        const cells = (this.rows.get(row) ?? []).map((edit) => this.newCell(edit)).join('');
        this.rows.delete(row);
        return cells === '' ? '' : `<${this.prefix}row r="${row + 1}">${cells}</${this.prefix}row>`;
      })
      .join('');
  }

  /** Cells that the row does not have, before a column; behind the last one they end the row. */
  private newCells(before: number): string {
    const row = this.rows.get(this.row);
    let text = '';
    for (let edit = row?.[0]; edit && edit.column < before; edit = row?.[0]) {
      text += this.newCell(edit);
      row?.shift();
    }
    if (before === Infinity) this.rows.delete(this.row);
    return text;
  }

  private newCell(edit: CellEdit): string {
    return this.cell(`<${this.prefix}c r="${cellName(edit)}">`, edit.content, undefined);
  }

  /** `tag`: the start tag of the cell, without its type; `kept`: a formula that stays as it is written. */
  private cell(tag: string, { value, formula }: CellContent, kept: string | undefined): string {
    const f = kept ?? (formula === undefined ? '' : this.element('f', escape(formula)));
    const typed = (type: string, inner: string) =>
      `${type === '' ? tag : tag.replace(/>$/, ` t="${type}">`)}${f}${inner}</${this.prefix}c>`;
    const v = (text: string) => this.element('v', text);
    if (value === undefined) return typed('', '');
    if (typeof value === 'number') return typed('', v(String(value)));
    if (typeof value === 'boolean') return typed('b', v(value ? '1' : '0'));
    if (isCellError(value)) return typed('e', v(escape(value.error)));
    if (f !== '') return typed('str', v(escapeExcel(value)));
    const text = `<${this.prefix}t xml:space="preserve">${escapeExcel(value)}</${this.prefix}t>`;
    return typed('inlineStr', this.element('is', text));
  }

  private element(name: string, content: string): string {
    return `<${this.prefix}${name}>${content}</${this.prefix}${name}>`;
  }
}

interface FoundFormula {
  readonly kind: string;
  /** Under which number it is shared; undefined: it is not. */
  readonly shared: string | undefined;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The start tag of a cell without what it says of its value: the type, and places in tables of rich values. */
function withoutType(tag: string): string {
  return tag.replace(/\s(?:t|cm|vm)\s*=\s*(?:"[^"]*"|'[^']*')/g, '').replace(/\s*\/?>$/, '>');
}
