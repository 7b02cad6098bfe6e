import { HostError } from '../host';
import { LIMITS } from './limits';
import { type Zip, bytesPart, textPart } from './zip';
import { XmlScanner } from './xml';

/** A relationship of a part: what kind it is and which part it leads to (a path without a leading slash). */
export interface Relationship {
  readonly id: string;
  /** Last segment of its type: `worksheet`, `styles`, `sharedStrings` … */
  readonly type: string;
  readonly target: string;
}

/** XML of a part; refuses a document type, which no Office part has and which only attacks need. */
export function xmlPart(zip: Zip, name: string): string | undefined {
  const xml = textPart(zip, name);
  if (xml !== undefined) refuseDocumentType(xml.slice(0, HEAD), name);
  return xml;
}

/** The same as bytes of UTF-8, for parts that are too large to be a text. */
export function xmlBytesPart(zip: Zip, name: string): Uint8Array | undefined {
  const xml = bytesPart(zip, name);
  if (xml !== undefined) refuseDocumentType(new TextDecoder().decode(xml.subarray(0, HEAD)), name);
  return xml;
}

const HEAD = 2000;

function refuseDocumentType(head: string, name: string): void {
  if (/<!DOCTYPE/i.test(head)) throw new HostError('damaged', name);
}

/** Path of the part that holds the relationships of another. */
export function relationshipsPath(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

export function readRelationships(zip: Zip, part: string): Relationship[] {
  const xml = xmlPart(zip, relationshipsPath(part));
  return xml === undefined ? [] : relationshipsIn(xml, part);
}

/** The relationships that the text of a relationships part of `part` lists. */
export function relationshipsIn(xml: string, part: string): Relationship[] {
  const found: Relationship[] = [];
  const scan = new XmlScanner(xml);
  while (scan.next()) {
    if (scan.name !== 'Relationship' || scan.closing || scan.attribute('TargetMode') === 'External') continue;
    if (found.length >= LIMITS.relationships) throw new HostError('tooLarge', part);
    found.push({
      id: scan.attribute('Id') ?? '',
      type: (scan.attribute('Type') ?? '').split('/').pop() ?? '',
      target: resolve(part, scan.attribute('Target') ?? ''),
    });
  }
  return found;
}

/** The workbook part, found by its relationship and not by its usual name. */
export function workbookPath(zip: Zip): string {
  const main = readRelationships(zip, '').find((relationship) => relationship.type === 'officeDocument');
  const path = main?.target ?? 'xl/workbook.xml';
  if (textPart(zip, path) === undefined) throw new HostError('notAWorkbook');
  return path;
}

function resolve(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}
