import { HostError } from '../host';
import { LIMITS } from './limits';
import { unescapeExcel } from './xml';
import { nameBytes, XmlBytes } from './xml-bytes';

const ITEM = nameBytes('si');
const PHONETIC = nameBytes('rPh');
const T = 116;

/** The shared strings; runs of rich text are joined, phonetic hints left out. */
export function readSharedStrings(xml: Uint8Array | undefined): string[] {
  const strings: string[] = [];
  if (xml === undefined) return strings;
  const scan = new XmlBytes(xml);
  while (scan.next()) {
    if (scan.closing || !scan.is(ITEM)) continue;
    if (strings.length >= LIMITS.strings) throw new HostError('tooLarge', 'sharedStrings');
    strings.push(scan.empty ? '' : readString(scan, ITEM));
  }
  return strings;
}

/** The text of an `si` or `is` element that has just been opened. */
export function readString(scan: XmlBytes, until: Uint8Array): string {
  let text = '';
  while (scan.next() && !(scan.closing && scan.is(until))) {
    if (scan.letter === T) text += scan.text();
    else if (scan.is(PHONETIC)) scan.skip();
  }
  return unescapeExcel(text);
}
