import { decodeEntities, XmlScanner } from '../xml';

/** A run of text of a document: where its characters lie in the plain text and in the XML. */
export interface TextRun {
  /** In the plain text. */
  readonly start: number;
  readonly end: number;
  /** The `<w:t>` element, and its content. */
  readonly tag: readonly [start: number, end: number];
  readonly content: readonly [start: number, end: number];
  readonly closing: readonly [start: number, end: number];
  /** The `<w:r>` around it. */
  readonly run: readonly [start: number, end: number];
  /** True where the run holds nothing beside its properties and this text, so that it may be parted. */
  readonly isAlone: boolean;
  /** The `<w:rPr>` of the run as it stands; empty: none. */
  readonly properties: string;
}

export interface DocumentText {
  readonly text: string;
  readonly runs: readonly TextRun[];
}

interface OpenRun {
  readonly start: number;
  properties: string;
  parts: number;
  readonly texts: Omit<TextRun, 'run' | 'isAlone' | 'properties'>[];
}

/** The text of the body of a document, a line for a paragraph; what was deleted under review is none. */
export function documentText(xml: string): DocumentText {
  const scan = new XmlScanner(xml);
  const runs: TextRun[] = [];
  let text = '';
  let run: OpenRun | undefined;
  while (scan.next()) {
    const { name, closing, empty, span } = scan;
    // What an older program would show instead: the same text a second time.
    if ((name === 'Fallback' || name === 'del') && !closing) scan.skip();
    else if (name === 'p' && closing) text += '\n';
    else if (name === 'r' && !closing && !empty) run = { start: span[0], properties: '', parts: 0, texts: [] };
    else if (name === 'r' && closing && run) {
      runs.push(...closed(run, span[1]));
      run = undefined;
    } else if (run && name === 'rPr' && !closing) {
      const start = span[0];
      scan.skip();
      run.properties = xml.slice(start, scan.span[1]);
    } else if (run && !closing) {
      run.parts += 1;
      if (name === 'br' || name === 'cr') text += '\n';
      else if (name === 'tab') text += ' ';
      else if (name === 'noBreakHyphen') text += '-';
      else if (name === 't' && !empty) {
        const tag = span;
        const content = [span[1], xml.indexOf('<', span[1])] as const;
        const start = text.length;
        text += decodeEntities(xml.slice(...content));
        const closingEnd = xml.indexOf('>', content[1]) + 1;
        run.texts.push({ start, end: text.length, tag, content, closing: [content[1], closingEnd] });
      }
    }
  }
  return { text, runs };
}

function closed({ start, properties, parts, texts }: OpenRun, end: number): TextRun[] {
  return texts.map((one) => ({ ...one, run: [start, end], isAlone: parts === 1, properties }));
}
