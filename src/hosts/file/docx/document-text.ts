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
  /** Whether a comment may lie on it. */
  readonly hostsComments: boolean;
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
  readonly texts: Omit<TextRun, 'run' | 'isAlone' | 'properties' | 'hostsComments'>[];
}

/** A story of its own: the paragraphs of the part, or of one text box in it. */
interface Story {
  text: string;
  readonly runs: TextRun[];
  readonly open: OpenRun[];
}

/** The same text a second time, as an older program would show it; what was deleted; what was moved elsewhere. */
const NOT_READ: ReadonlySet<string> = new Set(['Fallback', 'del', 'moveFrom']);

const newStory = (): Story => ({ text: '', runs: [], open: [] });

/**
 * The text of a part of a document, a line for a paragraph, and that of its text boxes behind it; what was deleted
 * or moved away under review is none. `hostsComments`: Word keeps comments in the body alone, and in none of its text boxes.
 */
export function documentText(xml: string, hostsComments = true): DocumentText {
  const scan = new XmlScanner(xml);
  const stories = [newStory()];
  const within: Story[] = [...stories];
  while (scan.next()) {
    const { name, closing, empty, span } = scan;
    const story = within.at(-1) ?? newStory();
    const run = story.open.at(-1);
    if (NOT_READ.has(name) && !closing) scan.skip();
    else if (name === 'txbxContent' && !empty) {
      if (closing) within.pop();
      else within.push(stories[stories.push(newStory()) - 1] ?? story);
    } else if (name === 'p' && closing) story.text += '\n';
    else if (name === 'r' && !closing && !empty)
      story.open.push({ start: span[0], properties: '', parts: 0, texts: [] });
    else if (name === 'r' && closing && run) {
      story.runs.push(...closed(run, span[1], hostsComments && story === stories[0]));
      story.open.pop();
    } else if (run && name === 'rPr' && !closing) {
      const start = span[0];
      scan.skip();
      run.properties = xml.slice(start, scan.span[1]);
    } else if (run && !closing) {
      run.parts += 1;
      if (name === 'br' || name === 'cr') story.text += '\n';
      else if (name === 'tab') story.text += ' ';
      else if (name === 'noBreakHyphen') story.text += '-';
      else if (name === 't' && !empty) {
        const tag = span;
        const content = [span[1], xml.indexOf('<', span[1])] as const;
        const start = story.text.length;
        story.text += decodeEntities(xml.slice(...content));
        const closingEnd = xml.indexOf('>', content[1]) + 1;
        run.texts.push({ start, end: story.text.length, tag, content, closing: [content[1], closingEnd] });
      }
    }
  }
  const { text, runs } = joinTexts(stories);
  return { text, runs: runs.flat() };
}

/** Texts one behind the other, and the runs of each where they come to lie. */
export function joinTexts(texts: readonly DocumentText[]): { text: string; runs: (readonly TextRun[])[] } {
  let text = '';
  const runs = texts.map((one) => {
    const shift = text.length;
    text += one.text;
    return one.runs.map((run) => ({ ...run, start: run.start + shift, end: run.end + shift }));
  });
  return { text, runs };
}

function closed({ start, properties, parts, texts }: OpenRun, end: number, hostsComments: boolean): TextRun[] {
  return texts.map((one) => ({ ...one, run: [start, end], isAlone: parts === 1, properties, hostsComments }));
}
