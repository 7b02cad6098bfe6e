import type { DefinedName, Sheet, Visibility, Workbook } from '../../core/grid/sheet';
import { HostError, type ReadOptions } from '../host';
import { isKeptPart, keptEntries } from '../kept-part';
import { LIMITS, wholeBudget } from './limits';
import { type Relationship, readRelationships, workbookPath, xmlBytesPart, xmlPart } from './package-parts';
import { readSheet, type SheetContext } from './read-sheet';
import { readSharedStrings } from './read-strings';
import { readStyles } from './read-styles';
import { XmlScanner } from './xml';
import { openZip, textPart, type Zip } from './zip';

/** Where a sheet stands in the package. */
export interface SheetEntry {
  readonly name: string;
  readonly visibility: Visibility;
  readonly relationship: string;
  readonly sheetId: number;
}

/** The list of sheets and names of the workbook part. */
export interface WorkbookPart {
  readonly path: string;
  readonly sheets: readonly SheetEntry[];
  readonly names: readonly DefinedName[];
  readonly structureProtected: boolean;
  readonly date1904: boolean;
}

/** Opens .xlsx and .xlsm bytes. A sheet that is a chart has no cells and is left out. */
export async function readXlsx(bytes: Uint8Array, fileName: string, options: ReadOptions = {}): Promise<Workbook> {
  const zip = openZip(bytes);
  const part = readWorkbookPart(zip);
  const relationships = readRelationships(zip, part.path);
  const context = contextOf(zip, part, relationships);
  const sheets: Sheet[] = [];
  const used = new Set<string>();
  for (const [done, entry] of part.sheets.entries()) {
    if (options.signal?.aborted) throw new HostError('cancelled');
    options.progress?.({ sheet: entry.name, done, total: part.sheets.length });
    const target = worksheetOf(entry, relationships);
    if (target === undefined) continue;
    // A part that several sheets claim is read a thousand times over; no program writes one.
    const xml = used.has(target) ? undefined : xmlBytesPart(zip, target);
    if (xml === undefined) throw new HostError('damaged', target);
    used.add(target);
    sheets.push(readSheet(entry.name, entry.visibility, xml, context));
    // A turn for the event loop, so that cancelling and painting work between two sheets.
    await Promise.resolve();
  }
  const kept = keptEntries(keptPart(zip, relationships)?.xml);
  return { sheets, names: part.names, fileName, ...(kept.size === 0 ? {} : { kept: Object.fromEntries(kept) }) };
}

/** Our custom XML part among those of the workbook. */
export function keptPart(zip: Zip, relationships: readonly Relationship[]): { path: string; xml: string } | undefined {
  for (const { type, target } of relationships) {
    const xml = type === 'customXml' ? textPart(zip, target) : undefined;
    if (xml !== undefined && isKeptPart(xml)) return { path: target, xml };
  }
  return undefined;
}

/** Some sheets by themselves, with their texts. */
export function readSheetParts(
  zip: Zip,
  part: WorkbookPart,
  entries: readonly SheetEntry[],
  relationships: readonly Relationship[],
): Sheet[] {
  if (entries.length === 0) return [];
  const context = contextOf(zip, part, relationships);
  return entries.map((entry) => {
    const target = worksheetOf(entry, relationships);
    const xml = target === undefined ? undefined : xmlBytesPart(zip, target);
    if (xml === undefined) throw new HostError('damaged', entry.name);
    return readSheet(entry.name, entry.visibility, xml, context);
  });
}

function contextOf(zip: Zip, part: WorkbookPart, relationships: readonly Relationship[]): SheetContext {
  const targetOf = (type: string) => relationships.find((relationship) => relationship.type === type)?.target;
  const strings = targetOf('sharedStrings');
  const styles = targetOf('styles');
  return {
    strings: readSharedStrings(strings === undefined ? undefined : xmlBytesPart(zip, strings)),
    looks: readStyles(styles === undefined ? undefined : xmlPart(zip, styles)),
    date1904: part.date1904,
    budget: wholeBudget(),
  };
}

function worksheetOf(entry: SheetEntry, relationships: readonly Relationship[]): string | undefined {
  const found = relationships.find((relationship) => relationship.id === entry.relationship);
  return found?.type === 'worksheet' ? found.target : undefined;
}

export function readWorkbookPart(zip: Zip): WorkbookPart {
  const path = workbookPath(zip);
  const xml = xmlPart(zip, path) ?? '';
  const sheets: SheetEntry[] = [];
  const raw: { name: string; refersTo: string; hidden: boolean; local: string | undefined }[] = [];
  let structureProtected = false;
  let date1904 = false;
  const scan = new XmlScanner(xml);
  while (scan.next()) {
    if (scan.closing) continue;
    if (scan.name === 'sheet') {
      if (sheets.length >= LIMITS.sheets) throw new HostError('tooLarge', path);
      const state = scan.attribute('state');
      sheets.push({
        name: scan.attribute('name') ?? '',
        visibility: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
        relationship: scan.attribute('id') ?? '',
        sheetId: Number(scan.attribute('sheetId') ?? 0),
      });
    } else if (scan.name === 'definedName') {
      if (raw.length >= LIMITS.names) throw new HostError('tooLarge', path);
      raw.push({
        name: scan.attribute('name') ?? '',
        hidden: scan.attribute('hidden') === '1',
        local: scan.attribute('localSheetId'),
        refersTo: scan.text(),
      });
    } else if (scan.name === 'workbookPr') {
      date1904 = /^(1|true)$/.test(scan.attribute('date1904') ?? '');
    } else if (scan.name === 'workbookProtection') {
      structureProtected = /^(1|true)$/.test(scan.attribute('lockStructure') ?? '');
    }
  }
  const names = raw.map(({ name, hidden, local, refersTo }): DefinedName => {
    const sheet = local === undefined ? undefined : sheets[Number(local)]?.name;
    return { name, hidden, refersTo, ...(sheet === undefined ? {} : { sheet }) };
  });
  return { path, sheets, names, structureProtected, date1904 };
}
