import { XmlScanner, unescapeExcel } from './xml';

/** The shared strings; runs of rich text are joined, phonetic hints left out. */
export function readSharedStrings(xml: string | undefined): string[] {
  const strings: string[] = [];
  if (xml === undefined) return strings;
  const scan = new XmlScanner(xml);
  while (scan.next()) {
    if (scan.name === 'si' && !scan.closing) strings.push(scan.empty ? '' : readString(scan, 'si'));
  }
  return strings;
}

/** The text of an `si` or `is` element that has just been opened. */
export function readString(scan: XmlScanner, until: string): string {
  let text = '';
  while (scan.next() && !(scan.closing && scan.name === until)) {
    if (scan.name === 't') text += scan.text();
    else if (scan.name === 'rPh') scan.skip();
  }
  return unescapeExcel(text);
}
