import { quoteSheet } from '../../core/grid/address';
import { freeSheetName, SUMMARY_MARK, type SummarySheet } from '../../core/summary/summary-sheet';
import { sheetOf } from '../../core/reading/user-sheets';
import { HostError } from '../host';
import { keptEntries, keptXml, type KeptEntries } from '../kept-part';
import { appendTo, findSection, insertBefore } from './edit-xml';
import { type Relationship, readRelationships, relationshipsPath, xmlPart } from './package-parts';
import { patchStyles } from './patch-styles';
import { keptPart, readWorkbookPart, type WorkbookPart } from './read-xlsx';
import { summaryXml } from './summary-xml';
import { openZip, type Zip } from './zip';
import { writeZip } from './write-zip';
import { escape } from './xml';

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
  const sheetNames = summaries.map((summary) => edit.put(summary));
  if (kept.size > 0) edit.keep(kept);
  return { bytes: edit.finish(), sheetNames };
}

class PackageEdit {
  private readonly parts = new Map<string, Uint8Array>();
  private readonly relationships: Relationship[];
  private patched: ReturnType<typeof patchStyles> | undefined;
  private readonly names: string[];
  private workbook: string;
  private rels: string;
  private types: string;
  private lastSheetId: number;

  constructor(
    private readonly zip: Zip,
    private readonly part: WorkbookPart,
  ) {
    this.workbook = xmlPart(zip, part.path) ?? '';
    if (rootNamespace(this.workbook) !== MAIN) throw new HostError('unknownNamespace', part.path);
    this.relationships = readRelationships(zip, part.path);
    this.rels = xmlPart(zip, relationshipsPath(part.path)) ?? '';
    this.types = xmlPart(zip, CONTENT_TYPES) ?? '';
    this.names = part.sheets.map(({ name }) => name);
    this.lastSheetId = Math.max(0, ...part.sheets.map(({ sheetId }) => sheetId));
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
    const mark = this.part.names.find(({ name }) => name === SUMMARY_MARK + summary.id);
    const known = mark && this.part.sheets.find(({ name }) => name === sheetOf(mark.refersTo));
    const target = known && this.relationships.find(({ id }) => id === known.relationship)?.target;
    if (known && target !== undefined) {
      this.setPart(target, summaryXml(summary, this.styles.index));
      this.replacePrintTitles(known.name, summary);
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
    this.workbook = appendTo(
      this.workbook,
      'sheets',
      `<sheet name="${escape(name)}" sheetId="${sheetId}" ~r:id="${relationship}"/>`,
    ).replace('~r:id', `${this.relationshipPrefix()}:id`);
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
    return writeZip(this.zip, this.parts);
  }

  private setPart(name: string, xml: string): void {
    // Part names are case-insensitive; the archive's own spelling is kept.
    const spelling = [...this.zip.entries.keys()].find((entry) => entry.toLowerCase() === name.toLowerCase()) ?? name;
    this.parts.set(spelling, new TextEncoder().encode(xml));
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

  private relationshipPrefix(): string {
    const declared = new RegExp(`xmlns:([\\w.-]+)="${RELATIONSHIP}"`).exec(this.workbook)?.[1];
    if (declared !== undefined) return declared;
    const root = findSection(this.workbook, 'workbook');
    if (!root) throw new HostError('damaged', this.part.path);
    this.workbook = `${this.workbook.slice(0, root.contentStart - 1)} xmlns:r="${RELATIONSHIP}"${this.workbook.slice(root.contentStart - 1)}`;
    return 'r';
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
    const before = new RegExp(
      `<(?:[\\w.-]+:)?definedName [^>]*name="_xlnm\\.Print_Titles"[^>]*localSheetId="${local}"[^>]*>[^<]*</(?:[\\w.-]+:)?definedName>`,
    );
    this.workbook = this.workbook.replace(before, '');
    this.addName(this.printTitles(name, summary));
  }
}

/** Namespace of the root element, whatever prefix it uses. */
function rootNamespace(xml: string): string | undefined {
  const root = findSection(xml, 'workbook');
  if (!root) return undefined;
  const attribute = root.prefix === '' ? 'xmlns' : `xmlns:${root.prefix.slice(0, -1)}`;
  return new RegExp(`\\s${attribute}=["']([^"']*)["']`).exec(xml.slice(root.start, root.contentStart))?.[1];
}
