import { all, at, descendants, type Element, type Problem } from './document';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const NAME_LENGTH = 125;
const DESCRIPTION_LENGTH = 250;

/** Who the add-in is, what it needs, and that it speaks https only. */
export function* checkIdentity(root: Element): Generator<Problem> {
  const text = (name: string): string => at(root, name)?.text.trim() ?? '';
  const line = (name: string): number => at(root, name)?.line ?? root.line;
  if (!GUID.test(text('Id'))) yield { line: line('Id'), sentence: `<Id> "${text('Id')}" is no GUID.` };
  if (!/^\d{1,5}(\.\d{1,5}){1,3}$/.test(text('Version'))) {
    yield { line: line('Version'), sentence: `<Version> "${text('Version')}" must be two to four numbers with dots.` };
  }
  yield* checkLengths(at(root, 'DisplayName'), NAME_LENGTH);
  yield* checkLengths(at(root, 'Description'), DESCRIPTION_LENGTH);
  if (text('Permissions') !== 'ReadWriteDocument') {
    yield {
      line: line('Permissions'),
      sentence: '<Permissions> must be ReadWriteDocument: the summary sheets are written.',
    };
  }
  const hosts = at(root, 'Hosts')?.children.map((host) => host.attributes.Name) ?? [];
  if (hosts.join() !== 'Workbook')
    yield { line: line('Hosts'), sentence: '<Hosts> must name Workbook and nothing else.' };
  const set = all(root, 'Set').find((element) => element.attributes.Name === 'ExcelApi');
  if (set?.attributes.MinVersion !== '1.9') {
    yield {
      line: set?.line ?? line('Requirements'),
      sentence: 'The add-in needs <Set Name="ExcelApi" MinVersion="1.9"/>.',
    };
  }
  for (const element of descendants(root)) yield* checkAddress(element);
  yield* checkServer(root);
}

/** A manifest that was moved to another server by hand, and not in every place. */
function* checkServer(root: Element): Generator<Problem> {
  const page = at(root, 'DefaultSettings', 'SourceLocation')?.attributes.DefaultValue ?? '';
  const server = serverOf(page);
  for (const element of descendants(root)) {
    const address = element.name === 'AppDomain' ? element.text.trim() : element.attributes.DefaultValue;
    const other = serverOf(address ?? '');
    if (other === undefined || server === undefined || other === server) continue;
    yield { line: element.line, sentence: `<${element.name}> is on ${other}; the page is on ${server}.` };
  }
}

function serverOf(address: string): string | undefined {
  return /^https:\/\/[^/\s]+/.exec(address)?.[0];
}

function* checkLengths(element: Element | undefined, most: number): Generator<Problem> {
  if (!element) return;
  for (const { attributes, line } of [element, ...element.children]) {
    const value = attributes.DefaultValue ?? attributes.Value ?? '';
    if (value.trim() === '') yield { line, sentence: `<${element.name}> is empty.` };
    if (value.length > most)
      yield { line, sentence: `<${element.name}> has ${value.length} characters; ${most} are allowed.` };
  }
}

function* checkAddress({ name, attributes, text, line }: Element): Generator<Problem> {
  const value = name === 'AppDomain' ? text.trim() : (attributes.DefaultValue ?? attributes.Value ?? '');
  const named = /Url$|^SourceLocation$|^AppDomain$|^Image$/.test(name) && value !== '';
  if (!named && !/^\w+:\/\//.test(value)) return;
  if (!/^https:\/\/[^/\s]+/.test(value)) yield { line, sentence: `<${name}> "${value}" is no https address.` };
}
