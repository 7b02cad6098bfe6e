import { quoteSheet } from '../../core/grid/address';
import { freeSheetName, SUMMARY_MARK, type SummarySheet } from '../../core/summary/summary-sheet';
import { isSigned, sheetOf } from '../../core/reading/user-sheets';
import { HostError } from '../host';
import { keptEntries, keptXml, type KeptEntries } from '../kept-part';
import { appendTo, findSection, insertBefore, without } from './edit-xml';
import { type Relationship, readRelationships, relationshipsPath, xmlPart } from './package-parts';
import { patchStyles } from './patch-styles';
import { keptPart, readSheetPart, readWorkbookPart, type SheetEntry, type WorkbookPart } from './read-xlsx';
import { summaryXml } from './summary-xml';
import { openZip, type Zip } from './zip';
import { writeZip } from './write-zip';
import { escape, XmlScanner } from './xml';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const CONTENT_TYPES = '[Content_Types].xml';

/** What stands after `definedNames` in a workbook part (ECMA-376 part 1, 18.2.27). */
const AFTER_NAMES = [
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
];

/**
 * The workbook with our sheets written into it: those it has from before are rewritten in place, new
 * ones come last. Of the other parts only the workbook part, its relationships, the content types and
 * the styles change, by insertion.
 */
export function addSheets(
  bytes: Uint8Array,
  summaries: readonly SummarySheet[],
  kept: KeptEntries = new Map(),
): { bytes: Uint8Array; sheetNames: string[] } {
  const zip = openZip(bytes);
  const part = readWorkbookPart(zip);
  if (part.structureProtected) throw new HostError('structureProtected');
  const edit = new PackageEdit(zip, part);
  edit.dropStaleMarks();
  const sheetNames = summaries.map((summary) => edit.put(summary));
  if (kept.size > 0) edit.keep(kept);
  return { bytes: edit.finish(), sheetNames };
}

/** Whether the package says that it holds macros. */
export function hasMacros(bytes: Uint8Array): boolean {
  return /macroEnabled\.main\+xml/i.test(xmlPart(openZip(bytes), CONTENT_TYPES) ?? '');
}

class PackageEdit {
  private readonly parts = new Map<string, Uint8Array>();
  private readonly gone = new Set<string>();
  private readonly relationships: Relationship[];
  private patched: ReturnType<typeof patchStyles> | undefined;
  private readonly names: string[];
  private workbook: string;
  private rels: string;
  private types: string;
  private lastSheetId: number;
  /** The sheets that are ours, by their marks. */
  private readonly ours = new Map<string, SheetEntry>();

  constructor(
    private readonly zip: Zip,
    private readonly part: WorkbookPart,
  ) {
    this.workbook = xmlPart(zip, part.path) ?? '';
    if (rootNamespace(this.workbook) !== MAIN) throw new HostError('unknownNamespace', part.path);
    this.relationships = readRelationships(zip, part.path);
    this.rels = xmlPart(zip, relationshipsPath(part.path)) ?? '';
    this.types = asWorkbook(xmlPart(zip, CONTENT_TYPES) ?? '');
    this.names = part.sheets.map(({ name }) => name);
    this.lastSheetId = part.sheets.reduce((most, { sheetId }) => Math.max(most, sheetId), 0);
    for (const { name, refersTo } of part.names) {
      const marked = name.startsWith(SUMMARY_MARK) && part.sheets.find((sheet) => sheet.name === sheetOf(refersTo));
      if (marked && isSigned(readSheetPart(zip, part, marked, this.relationships))) this.ours.set(name, marked);
    }
  }

  /** Marks of sheets that the user has deleted (`#REF!`), and those that came onto a sheet of the user's. */
  dropStaleMarks(): void {
    this.workbook = without(this.workbook, 'definedName', (element) => {
      const name = element.attribute('name') ?? '';
      return name.startsWith(SUMMARY_MARK) && !this.ours.has(name);
    });
  }

  /** Our looks among those of the workbook; its styles change only where a sheet of ours is written. */
  private get styles(): ReturnType<typeof patchStyles> {
    if (this.patched) return this.patched;
    const path = this.relationships.find(({ type }) => type === 'styles')?.target;
    const patched = patchStyles(path === undefined ? undefined : xmlPart(this.zip, path));
    if (path === undefined) this.addPart('styles', 'styles', patched.xml, 'styles+xml');
    else this.setPart(path, patched.xml);
    return (this.patched = patched);
  }

  /** Writes one of our sheets; gives the name it has in the workbook. */
  put(summary: SummarySheet): string {
    const known = this.ours.get(SUMMARY_MARK + summary.id);
    const target = known && this.relationships.find(({ id }) => id === known.relationship)?.target;
    if (known && target !== undefined) {
      this.setPart(target, summaryXml(summary, this.styles.index));
      this.replacePrintTitles(known.name, summary);
      this.dropFromCalcChain(known.sheetId);
      return known.name;
    }
    const name = freeSheetName(summary.name, this.names);
    const relationship = this.addPart(
      'worksheet',
      `worksheets/gouji-${summary.id}`,
      summaryXml(summary, this.styles.index),
      'worksheet+xml',
    );
    const sheetId = ++this.lastSheetId;
    const prefix = this.relationshipPrefix();
    // Where the root does not declare it (files of the .NET SDK declare it on each sheet) ours declares it itself.
    const declared = prefix === undefined ? ` xmlns:r="${RELATIONSHIP}"` : '';
    this.workbook = appendTo(
      this.workbook,
      'sheets',
      `<sheet${declared} name="${escape(name)}" sheetId="${sheetId}" ${prefix ?? 'r'}:id="${relationship}"/>`,
    );
    this.names.push(name);
    this.addName(
      `<definedName name="${SUMMARY_MARK}${summary.id}" hidden="1">${escape(`${quoteSheet(name)}!$A$1`)}</definedName>`,
    );
    this.addName(this.printTitles(name, summary));
    return name;
  }

  /** Puts entries into our custom XML part; those that another version keeps there stay. */
  keep(entries: KeptEntries): void {
    const before = keptPart(this.zip, this.relationships);
    const xml = keptXml(new Map([...keptEntries(before?.xml), ...entries]));
    if (before) {
      this.setPart(before.path, xml);
      return;
    }
    const path = this.freePath('customXml/gouji');
    this.setPart(path, xml);
    this.relate('customXml', path);
    this.types = appendTo(this.types, 'Types', `<Override PartName="/${path}" ContentType="application/xml"/>`);
  }

  finish(): Uint8Array {
    this.setPart(this.part.path, this.workbook);
    this.setPart(relationshipsPath(this.part.path), this.rels);
    this.setPart(CONTENT_TYPES, this.types);
    return writeZip(this.zip, this.parts, this.gone);
  }

  private setPart(name: string, xml: string): void {
    this.parts.set(this.spellingOf(name), new TextEncoder().encode(inUtf8(xml)));
  }

  /** Part names are case-insensitive; the archive's own spelling is kept. */
  private spellingOf(name: string): string {
    const wanted = name.toLowerCase();
    return [...this.zip.entries.keys()].find((entry) => entry.toLowerCase() === wanted) ?? name;
  }

  /** Adds a part beside the workbook part with its relationship and content type; gives the relationship's id. */
  private addPart(type: string, name: string, xml: string, content: string): string {
    const folder = this.part.path.slice(0, this.part.path.lastIndexOf('/') + 1);
    const path = this.freePath(`${folder}${name}`);
    this.setPart(path, xml);
    this.types = appendTo(this.types, 'Types', `<Override PartName="/${path}" ContentType="${CONTENT}.${content}"/>`);
    return this.relate(type, path);
  }

  private freePath(stem: string): string {
    let path = `${stem}.xml`;
    for (let n = 2; this.zip.entries.has(path) || this.parts.has(path); n++) path = `${stem}-${n}.xml`;
    return path;
  }

  /** Adds a relationship of the workbook part; gives its id. */
  private relate(type: string, path: string): string {
    const taken = new Set(this.relationships.map(({ id }) => id));
    let id = `rIdGouji1`;
    for (let n = 2; taken.has(id); n++) id = `rIdGouji${n}`;
    this.relationships.push({ id, type, target: path });
    this.rels = appendTo(
      this.rels,
      'Relationships',
      `<Relationship Id="${id}" Type="${RELATIONSHIP}/${type}" Target="/${path}"/>`,
    );
    return id;
  }

  /** What the root calls the namespace of relationships; undefined where it does not declare it. */
  private relationshipPrefix(): string | undefined {
    const root = findSection(this.workbook, 'workbook');
    if (!root) throw new HostError('damaged', this.part.path);
    const tag = this.workbook.slice(root.start, root.contentStart);
    return new RegExp(`\\sxmlns:([\\w.-]+)\\s*=\\s*["']${RELATIONSHIP}["']`).exec(tag)?.[1];
  }

  private addName(definedName: string): void {
    if (!findSection(this.workbook, 'definedNames'))
      this.workbook = insertBefore(this.workbook, AFTER_NAMES, 'workbook', '<definedNames></definedNames>');
    this.workbook = appendTo(this.workbook, 'definedNames', definedName);
  }

  private printTitles(name: string, summary: SummarySheet): string {
    const [first, last] = summary.repeatedRows;
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${this.names.indexOf(name)}">${escape(`${quoteSheet(name)}!$${first + 1}:$${last + 1}`)}</definedName>`;
  }

  /** A rewritten sheet may repeat other rows than before. */
  private replacePrintTitles(name: string, summary: SummarySheet): void {
    const local = this.names.indexOf(name);
    this.workbook = without(
      this.workbook,
      'definedName',
      (element) =>
        element.attribute('name') === '_xlnm.Print_Titles' && element.attribute('localSheetId') === String(local),
    );
    this.addName(this.printTitles(name, summary));
  }

  /**
   * The order of calculation names the cells of formulas; one that names a cell without a formula makes Excel repair
   * the workbook. Excel lists the cells that are not named.
   */
  private dropFromCalcChain(sheetId: number): void {
    const chain = this.relationships.find(({ type }) => type === 'calcChain');
    const xml = chain && xmlPart(this.zip, chain.target);
    if (!chain || xml === undefined) return;
    const edited = withoutSheet(this.textOf(chain.target) ?? xml, sheetId);
    if (edited !== undefined) this.setPart(chain.target, edited);
    else this.dropPart(chain);
  }

  private textOf(name: string): string | undefined {
    const bytes = this.parts.get(this.spellingOf(name));
    return bytes && new TextDecoder().decode(bytes);
  }

  private dropPart({ id, target }: Relationship): void {
    this.gone.add(this.spellingOf(target));
    this.parts.delete(this.spellingOf(target));
    this.rels = without(this.rels, 'Relationship', (element) => element.attribute('Id') === id);
    this.types = without(
      this.types,
      'Override',
      (element) => element.attribute('PartName')?.toLowerCase() === `/${target}`.toLowerCase(),
    );
  }
}

/** A calculation chain without the cells of one sheet; undefined: nothing is left. An entry without `i` is of the sheet before. */
function withoutSheet(xml: string, sheetId: number): string | undefined {
  const scan = new XmlScanner(xml);
  const edits: { from: number; to: number; text: string }[] = [];
  let sheet = '';
  let last = '';
  let left = 0;
  while (scan.next()) {
    if (scan.name !== 'c' || scan.closing) continue;
    const [from] = scan.span;
    const own = scan.attribute('i');
    sheet = own ?? sheet;
    const dropped = Number(sheet) === sheetId;
    const tag = xml.slice(from, scan.span[1]);
    if (!scan.empty) scan.skip();
    const to = scan.span[1];
    if (dropped) edits.push({ from, to, text: '' });
    else {
      left++;
      if (own === undefined && sheet !== '' && last !== sheet)
        edits.push({ from, to, text: tag.replace(/\s*\/?>$/, ` i="${sheet}"/>`) });
      last = sheet;
    }
  }
  if (left === 0) return undefined;
  let out = '';
  let at = 0;
  for (const { from, to, text } of edits) {
    out += xml.slice(at, from) + text;
    at = to;
  }
  return out + xml.slice(at);
}

/** A copy of a template is a workbook: Excel opens no .xlsx that calls itself a template. */
function asWorkbook(types: string): string {
  return types
    .replace('spreadsheetml.template.main+xml', 'spreadsheetml.sheet.main+xml')
    .replace('ms-excel.template.macroEnabled.main+xml', 'ms-excel.sheet.macroEnabled.main+xml');
}

/** What is written is UTF-8, whatever the part was before. */
export function inUtf8(xml: string): string {
  return xml.replace(/^(\s*<\?xml[^>]*?\sencoding\s*=\s*)(?:"[^"]*"|'[^']*')/, '$1"UTF-8"');
}

/** Namespace of the root element, whatever prefix it uses. */
function rootNamespace(xml: string): string | undefined {
  const root = findSection(xml, 'workbook');
  if (!root) return undefined;
  const attribute = root.prefix === '' ? 'xmlns' : `xmlns:${root.prefix.slice(0, -1)}`;
  return new RegExp(`\\s${attribute}\\s*=\\s*["']([^"']*)["']`).exec(xml.slice(root.start, root.contentStart))?.[1];
}
