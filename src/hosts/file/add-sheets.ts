import { freeSheetName, SUMMARY_MARK, type SummarySheet } from '../../core/summary/summary-sheet';
import { isSigned, sheetOf } from '../../core/reading/user-sheets';
import type { Sheet } from '../../core/grid/sheet';
import { HostError } from '../host';
import { keptEntries, keptXml, type KeptEntries } from '../kept-part';
import { withoutSheet } from './calc-chain';
import { appendTo, childrenOf, findSection, insertBefore, without } from './edit-xml';
import { keptLooks } from './kept-looks';
import { LIMITS } from './limits';
import { PackageEdit } from './package-edit';
import { xmlPart } from './package-parts';
import { patchStyles } from './patch-styles';
import { keptPart, readSheetParts, readWorkbookPart, type SheetEntry, type WorkbookPart } from './read-xlsx';
import { stylesRecord, withoutOurStyles } from './styles-record';
import { SummaryDrawing } from './summary-drawing';
import { markXml, SHEET_NAMES, sheetNamesXml, STYLES_NAME } from './summary-names';
import { summaryXml } from './summary-xml';
import { openZip, textPart, type Zip } from './zip';
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
  const edit = opened(bytes);
  edit.dropStaleMarks();
  const sheetNames = summaries.map((summary) => edit.put(summary));
  if (kept.size > 0) edit.keep(kept);
  return { bytes: edit.finish(), sheetNames };
}

/** The workbook without anything of ours: sheets, charts, names, styles, and what is kept in it. */
export function removeSheets(bytes: Uint8Array): { bytes: Uint8Array; sheetNames: string[] } {
  const edit = opened(bytes);
  const sheetNames = edit.removeAll();
  edit.dropStaleMarks();
  return { bytes: edit.finish(), sheetNames };
}

function opened(bytes: Uint8Array): SummaryEdit {
  const zip = openZip(bytes);
  const part = readWorkbookPart(zip);
  if (part.structureProtected) throw new HostError('structureProtected');
  return new SummaryEdit(zip, part);
}

/** Whether the package says that it holds macros. */
export function hasMacros(bytes: Uint8Array): boolean {
  return /macroEnabled\.main\+xml/i.test(xmlPart(openZip(bytes), CONTENT_TYPES) ?? '');
}

/** Whether the package carries a digital signature, which no copy with other contents can keep. */
export function hasSignature(bytes: Uint8Array): boolean {
  return [...openZip(bytes).entries.keys()].some((name) => name.startsWith('_xmlsignatures/'));
}

/** A sheet of ours that the workbook has from before. */
interface OwnSheet {
  readonly entry: SheetEntry;
  readonly sheet: Sheet;
}

class SummaryEdit {
  private readonly edit: PackageEdit;
  private patched: ReturnType<typeof patchStyles> | undefined;
  private names: string[];
  private workbook: string;
  private lastSheetId: number;
  /** The sheets that are ours, by their marks. */
  private readonly ours = new Map<string, OwnSheet>();

  constructor(
    private readonly zip: Zip,
    private readonly part: WorkbookPart,
  ) {
    this.edit = new PackageEdit(zip);
    this.workbook = xmlPart(zip, part.path) ?? '';
    if (rootNamespace(this.workbook) !== MAIN) throw new HostError('unknownNamespace', part.path);
    this.names = part.sheets.map(({ name }) => name);
    this.lastSheetId = part.sheets.reduce((most, { sheetId }) => Math.max(most, sheetId), 0);
    const marked = part.names.flatMap(({ name, refersTo }) => {
      const entry = name.startsWith(SUMMARY_MARK) && part.sheets.find((sheet) => sheet.name === sheetOf(refersTo));
      return entry ? [{ name, entry }] : [];
    });
    const sheets = readSheetParts(
      zip,
      part,
      marked.map(({ entry }) => entry),
      this.relationships,
    );
    marked.forEach(({ name, entry }, i) => {
      const sheet = sheets[i];
      if (sheet && isSigned(sheet)) this.ours.set(name, { entry, sheet });
    });
  }

  private get relationships() {
    return this.edit.relationshipsOf(this.part.path);
  }

  private targetOf({ relationship }: SheetEntry): string | undefined {
    return this.relationships.find(({ id }) => id === relationship)?.target;
  }

  /** Marks of sheets that the user has deleted (`#REF!`), and those that came onto a sheet of the user's. */
  dropStaleMarks(): void {
    this.dropNames((name) => name.startsWith(SUMMARY_MARK) && !this.ours.has(name));
  }

  /** Our looks among those of the workbook; its styles change only where a sheet of ours is written. */
  private get styles(): ReturnType<typeof patchStyles> {
    if (this.patched) return this.patched;
    const path = this.relationships.find(({ type }) => type === 'styles')?.target;
    const before = path === undefined ? undefined : this.edit.text(path);
    const patched = patchStyles(before);
    if (path === undefined) this.addPart('styles', 'styles', patched.xml, 'styles+xml');
    else this.edit.set(path, patched.xml);
    // Where ours are all there the record is, too; or the workbook was saved by another program since.
    if (patched.xml !== before && !this.part.names.some(({ name }) => name === STYLES_NAME))
      this.addName(
        `<definedName name="${STYLES_NAME}" hidden="1">${escape(`"${stylesRecord(before)}"`)}</definedName>`,
      );
    return (this.patched = patched);
  }

  /** Writes one of our sheets; gives the name it has in the workbook. */
  put(summary: SummarySheet): string {
    const known = this.ours.get(SUMMARY_MARK + summary.id);
    const target = known && this.targetOf(known.entry);
    if (known && target !== undefined) {
      this.rewrite(summary, known, target);
      return known.entry.name;
    }
    // What nobody could read again is not written.
    if (this.names.length >= LIMITS.sheets) throw new HostError('tooLarge', summary.name);
    const name = freeSheetName(summary.name, this.names);
    const { id: relationship, path } = this.addPart('worksheet', `worksheets/gouji-${summary.id}`, '', 'worksheet+xml');
    const drawing = new SummaryDrawing(this.edit, path).write(summary, name);
    this.edit.set(path, summaryXml(summary, this.styles.index, undefined, drawing));
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
    this.addName(markXml(summary.id, name));
    for (const local of sheetNamesXml(summary, name, this.names.indexOf(name))) this.addName(local);
    return name;
  }

  /** In place; what the user changed of its looks stays where the shape is the same. */
  private rewrite(summary: SummarySheet, { entry, sheet }: OwnSheet, target: string): void {
    const looks = keptLooks(this.edit.text(target) ?? '', sheet, summary);
    const drawing = new SummaryDrawing(this.edit, target);
    const named = looks && drawing.holds(summary) ? drawing.relationship : drawing.write(summary, entry.name);
    this.edit.set(target, summaryXml(summary, this.styles.index, looks, named));
    // A rewritten sheet may repeat other rows than before.
    const local = this.names.indexOf(entry.name);
    this.dropLocalNames(local);
    for (const name of sheetNamesXml(summary, entry.name, local)) this.addName(name);
    this.dropFromCalcChain(entry.sheetId);
  }

  /** Takes every sheet of ours out, with all that belongs to it; gives the names that they had. */
  removeAll(): string[] {
    const removed: string[] = [];
    for (const [mark, { entry }] of this.ours) {
      const target = this.targetOf(entry);
      if (target === undefined) continue;
      new SummaryDrawing(this.edit, target).drop();
      for (const { target: beside, type } of this.edit.relationshipsOf(target))
        if (type !== 'drawing') this.edit.drop(beside);
      this.edit.drop(target);
      this.edit.unrelate(this.part.path, entry.relationship);
      this.dropFromCalcChain(entry.sheetId);
      this.dropSheet(entry.name);
      this.ours.delete(mark);
      removed.push(entry.name);
    }
    this.removeStyles();
    this.removeKept();
    return removed;
  }

  private dropSheet(name: string): void {
    const at = this.names.indexOf(name);
    this.dropNames((_, local) => local === String(at));
    this.names = this.names.filter((other) => other !== name);
    this.workbook = without(this.workbook, 'sheet', (element) => element.attribute('name') === name);
    // Places are counted: what stood behind moves up.
    const moved = (text: string) => (Number(text) > at ? String(Number(text) - 1) : text);
    this.workbook = this.workbook
      .replace(/(\slocalSheetId\s*=\s*["'])(\d+)/g, (_, start: string, local: string) => start + moved(local))
      .replace(
        /(\s(?:activeTab|firstSheet)\s*=\s*["'])(\d+)/g,
        (_, start: string, tab: string) => start + String(Math.min(Number(moved(tab)), this.names.length - 1)),
      );
  }

  /** Our entries at the end of the styles, where they are still what we wrote and nobody else uses them. */
  private removeStyles(): void {
    const record = this.part.names.find(({ name }) => name === STYLES_NAME)?.refersTo;
    this.dropNames((name) => name === STYLES_NAME);
    const styles = this.relationships.find(({ type }) => type === 'styles');
    if (record === undefined || !styles) return;
    const sheets = this.relationships
      .filter(({ type }) => type === 'worksheet')
      .map(({ target }) => textPart(this.zip, target) ?? '');
    const before = withoutOurStyles(this.edit.text(styles.target) ?? '', record.replaceAll('"', ''), sheets);
    if (before === 'none') {
      this.edit.drop(styles.target);
      this.edit.unrelate(this.part.path, styles.id);
    } else if (before) this.edit.set(styles.target, before.xml);
  }

  private removeKept(): void {
    const kept = keptPart(this.zip, this.relationships);
    const relationship = kept && this.relationships.find(({ target }) => target === kept.path);
    if (!kept || !relationship) return;
    for (const { target } of this.edit.relationshipsOf(kept.path)) this.edit.drop(target);
    this.edit.drop(kept.path);
    this.edit.unrelate(this.part.path, relationship.id);
  }

  /** Puts entries into our custom XML part; those that another version keeps there stay. */
  keep(entries: KeptEntries): void {
    const before = keptPart(this.zip, this.relationships);
    const xml = keptXml(new Map([...keptEntries(before?.xml), ...entries]));
    if (before) this.edit.set(before.path, xml);
    else this.edit.relate(this.part.path, 'customXml', this.edit.add('customXml/gouji', xml, 'application/xml'));
  }

  finish(): Uint8Array {
    this.edit.set(this.part.path, this.workbook);
    return this.edit.finish();
  }

  /** Adds a part beside the workbook part with its relationship and content type. */
  private addPart(type: string, name: string, xml: string, content: string): { id: string; path: string } {
    const folder = this.part.path.slice(0, this.part.path.lastIndexOf('/') + 1);
    const path = this.edit.add(`${folder}${name}`, xml, `${CONTENT}.${content}`);
    return { id: this.edit.relate(this.part.path, type, path), path };
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

  /** Names that go; a list that is left empty goes with them, for Excel knows none. */
  private dropNames(which: (name: string, local: string | undefined) => boolean): void {
    this.workbook = without(this.workbook, 'definedName', (element) =>
      which(element.attribute('name') ?? '', element.attribute('localSheetId')),
    );
    if (findSection(this.workbook, 'definedNames') && childrenOf(this.workbook, 'definedNames').length === 0)
      this.workbook = without(this.workbook, 'definedNames', () => true);
  }

  private dropLocalNames(local: number): void {
    this.dropNames((name, of) => SHEET_NAMES.some((known) => known === name) && of === String(local));
  }

  /**
   * The order of calculation names the cells of formulas; one that names a cell without a formula makes Excel repair
   * the workbook. Excel lists the cells that are not named.
   */
  private dropFromCalcChain(sheetId: number): void {
    const chain = this.relationships.find(({ type }) => type === 'calcChain');
    const xml = chain && this.edit.text(chain.target);
    if (!chain || xml === undefined) return;
    const edited = withoutSheet(xml, sheetId);
    if (edited !== undefined) {
      this.edit.set(chain.target, edited);
      return;
    }
    this.edit.drop(chain.target);
    this.edit.unrelate(this.part.path, chain.id);
  }
}

/** Namespace of the root element, whatever prefix it uses. */
function rootNamespace(xml: string): string | undefined {
  const root = findSection(xml, 'workbook');
  if (!root) return undefined;
  const attribute = root.prefix === '' ? 'xmlns' : `xmlns:${root.prefix.slice(0, -1)}`;
  return new RegExp(`\\s${attribute}\\s*=\\s*["']([^"']*)["']`).exec(xml.slice(root.start, root.contentStart))?.[1];
}
