import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { DOCUMENTS_EN } from '../../src/messages/documents.en-US';
import { zhCN } from '../../src/messages/zh-CN';
import { RULES } from '../../src/rules';
import { TEXT_RULES } from '../../src/rules/text-rules';

const SOURCES = join(__dirname, '../../src');

interface Named {
  /** Whole string literals. */
  readonly literals: Set<string>;
  /** What template literals begin with, up to a dot: `level.${…}`. */
  readonly prefixes: Set<string>;
  /** Parts between dots of every literal, and names of properties. */
  readonly words: Set<string>;
}

/** All that the sources could make an id of. */
function namesIn(sources: readonly string[]): Named {
  const named: Named = { literals: new Set(), prefixes: new Set(), words: new Set() };
  const walk = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) named.literals.add(node.text);
    if (ts.isTemplateHead(node) && node.text.includes('.')) named.prefixes.add(node.text);
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      for (const word of [node.text, ...node.text.split('.')]) named.words.add(word);
    if (ts.isPropertyAssignment(node)) named.words.add(node.name.getText());
    ts.forEachChild(node, walk);
  };
  for (const source of sources) walk(ts.createSourceFile('a.tsx', source, ts.ScriptTarget.Latest, true));
  return named;
}

const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('messages'))
  .map((file) => readFileSync(join(SOURCES, file), 'utf8'));
const named = namesIn(sources);
const ofRules = new Set(
  [...RULES, ...TEXT_RULES].flatMap(({ code, messageIds }) => [
    `rule.${code}`,
    ...messageIds.map((id) => `${code}.${id}`),
  ]),
);

function isUsed(id: string, { literals, prefixes, words }: Named): boolean {
  if (literals.has(id) || ofRules.has(id)) return true;
  return [...prefixes].some((prefix) => {
    const rest = id.slice(prefix.length);
    return id.startsWith(prefix) && (words.has(rest) || rest.split('.').every((word) => words.has(word)));
  });
}

test.each(Object.keys(zhCN).map((id) => [id]))('%s is said by something', (id) => expect(isUsed(id, named)).toBe(true));

test.each(Object.keys(DOCUMENTS_EN).map((name) => [name]))('%s is cited by something', (name) =>
  expect(named.literals.has(name)).toBe(true),
);

test('an id that nothing makes is seen', () => {
  const few = namesIn(["const a = translate.text(`level.${level}`); const levels = ['error'];"]);
  expect([isUsed('level.error', few), isUsed('level.fatal', few), isUsed('role.error', few)]).toEqual([
    true,
    false,
    false,
  ]);
});
