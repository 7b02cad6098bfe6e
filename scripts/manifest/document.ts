import { SaxesParser } from 'saxes';

/** An element of the manifest with its place, for the sentence about it. */
export interface Element {
  /** Without prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  readonly line: number;
  text: string;
}

/** What is wrong, in a sentence; `line` 0 concerns the whole file. */
export interface Problem {
  readonly line: number;
  readonly sentence: string;
}

/** Reads the XML strictly; a document that is not well-formed gives its first problem instead. */
export function parseManifest(xml: string): Element | Problem {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: Element[] = [];
  let root: Element | undefined;
  let problem: Problem | undefined;
  parser.on('error', ({ message }) => {
    problem ??= {
      line: parser.line,
      sentence: `The XML is not well-formed: ${message.replace(/^(\S+:)?\d+:\d+: /, '')}`,
    };
  });
  parser.on('opentag', ({ local, attributes }) => {
    const values = Object.values(attributes).map(({ local: key, value }) => [key, value] as const);
    const element = { name: local, attributes: Object.fromEntries(values), children: [], line: parser.line, text: '' };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return problem ?? root ?? { line: 0, sentence: 'The manifest is empty.' };
}

export function* descendants(element: Element): Generator<Element> {
  for (const child of element.children) {
    yield child;
    yield* descendants(child);
  }
}

export function all(root: Element, name: string): Element[] {
  return [...descendants(root)].filter((element) => element.name === name);
}

/** The element at a path of names; undefined when there is none. */
export function at(root: Element, ...path: readonly string[]): Element | undefined {
  return path.reduce<Element | undefined>(
    (element, name) => element?.children.find((child) => child.name === name),
    root,
  );
}
