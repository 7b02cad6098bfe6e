import { all, at, descendants, type Element, type Problem } from './document';

const ID_LENGTH = 32;

/** The table of resources that a reference must point into. */
const TABLE_OF: Readonly<Record<string, string>> = {
  Image: 'Images',
  Runtime: 'Urls',
  FunctionFile: 'Urls',
  SourceLocation: 'Urls',
  LearnMoreUrl: 'Urls',
  Label: 'ShortStrings',
  Title: 'ShortStrings',
  Description: 'LongStrings',
};

const MOST_CHARACTERS: Readonly<Record<string, number>> = { ShortStrings: 125, LongStrings: 250 };

/** Resources: defined once, in the right table, used, and not too long; no id twice anywhere. */
export function* checkResources(root: Element): Generator<Problem> {
  const overrides = at(root, 'VersionOverrides');
  if (!overrides) return;
  const tables = at(overrides, 'Resources')?.children ?? [];
  const tableOf = new Map<string, string>();
  for (const table of tables) {
    for (const { attributes, line, children } of table.children) {
      const id = attributes.id ?? '';
      tableOf.set(id, table.name);
      if (id === '' || id.length > ID_LENGTH) {
        yield { line, sentence: `The resource id "${id}" has ${id.length} characters; 1 to ${ID_LENGTH} are allowed.` };
      }
      const most = MOST_CHARACTERS[table.name];
      for (const value of [attributes.DefaultValue ?? '', ...children.map((child) => child.attributes.Value ?? '')]) {
        if (most !== undefined && value.length > most) {
          yield {
            line,
            sentence: `The text "${id}" has ${value.length} characters; ${most} are allowed in <${table.name}>.`,
          };
        }
      }
    }
  }
  yield* checkReferences(overrides, tableOf);
  yield* checkTwice(overrides);
}

function* checkReferences(overrides: Element, tableOf: ReadonlyMap<string, string>): Generator<Problem> {
  const used = new Set<string>();
  for (const { name, attributes, line } of descendants(overrides)) {
    const { resid } = attributes;
    if (resid === undefined) continue;
    used.add(resid);
    const table = tableOf.get(resid);
    const wanted = TABLE_OF[name];
    if (table === undefined) yield { line, sentence: `<${name}> refers to "${resid}", which no resource defines.` };
    else if (wanted !== undefined && table !== wanted) {
      yield { line, sentence: `<${name}> refers to "${resid}" in <${table}>; it must be in <${wanted}>.` };
    }
  }
  for (const id of tableOf.keys()) {
    if (!used.has(id))
      yield { line: all(overrides, 'Resources')[0]?.line ?? 0, sentence: `The resource "${id}" is never used.` };
  }
}

function* checkTwice(overrides: Element): Generator<Problem> {
  const seen = new Set<string>();
  for (const { name, attributes, line } of descendants(overrides)) {
    const { id } = attributes;
    if (id === undefined) continue;
    if (seen.has(id)) yield { line, sentence: `The id "${id}" of <${name}> is used twice.` };
    seen.add(id);
  }
}
