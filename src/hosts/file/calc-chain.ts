import { XmlScanner } from './xml';

/** A calculation chain without the cells of one sheet; undefined: nothing is left. An entry without `i` is of the sheet before. */
export function withoutSheet(xml: string, sheetId: number): string | undefined {
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
