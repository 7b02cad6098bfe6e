import { HostError } from '../host';
import { type Zip, textPart } from './zip';
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
  if (xml !== undefined && /<!DOCTYPE/i.test(xml.slice(0, 2000))) throw new HostError('damaged', name);
  return xml;
}

/** Path of the part that holds the relationships of another. */
export function relationshipsPath(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

export function readRelationships(zip: Zip, part: string): Relationship[] {
  const xml = xmlPart(zip, relationshipsPath(part));
  const found: Relationship[] = [];
  if (xml === undefined) return found;
  const scan = new XmlScanner(xml);
  while (scan.next()) {
    if (scan.name !== 'Relationship' || scan.closing || scan.attribute('TargetMode') === 'External') continue;
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
  if (path.endsWith('.bin')) throw new HostError('cannotWriteFormat', 'xlsb');
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
