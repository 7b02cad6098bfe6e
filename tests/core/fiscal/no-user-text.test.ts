import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { MONEY_UNITS } from '../../../src/core/numbers/unit';
import { isTableKind } from '../../../src/core/tables/table-kinds';

const FOLDER = join(__dirname, '../../../src/core/fiscal/indicators');

/** Columns of the catalogue count in these; the tables of the bureaus write them so in any language of ours. */
const COUNTING_UNITS = /^(?:日期|处|倍|年|人|个|个百分点|天|笔|户|家|宗|平方米|万元\/亩|元\/(?:人|年|月|人·月))$/;

/**
 * What may be Chinese in an indicator, and why: words that recognition looks for (regular expressions,
 * also those made at run time), names of table kinds (they are identities, and `messages` has their
 * names), and units as the tables write them. All else would be text for a user, and that stands in
 * `src/messages`.
 */
function isAllowed(node: ts.Node, text: string): boolean {
  const isPattern = ts.findAncestor(node, (one) => ts.isNewExpression(one) && one.expression.getText() === 'RegExp');
  return isPattern !== undefined || isTableKind(text) || text in MONEY_UNITS || COUNTING_UNITS.test(text);
}

/** Literals with a Chinese character that are none of these, as `file:line text`. */
function userTexts(file: string, source: string): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const walk = (node: ts.Node): void => {
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    if (isText && /\p{Script=Han}/u.test(node.text) && !isAllowed(node, node.text))
      found.push(`${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${node.text}`);
    ts.forEachChild(node, walk);
  };
  walk(tree);
  return found;
}

test('the indicators hold no text for a user', () => {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(10);
  expect(files.flatMap((file) => userTexts(file, readFileSync(join(FOLDER, file), 'utf8')))).toEqual([]);
});

test.each([
  ["ask.lacking('库款月报', '月末库款余额')", ['a.ts:1 月末库款余额']],
  ['const item = `${name}面积`;', ['a.ts:1 面积']],
  ['new RegExp(`${from}万元?以上`)', []],
  ["unit === '万元'", []],
])('%s', (source, texts) => expect(userTexts('a.ts', source)).toEqual(texts));
