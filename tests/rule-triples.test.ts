import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { enUS } from '../src/messages/en-US';
import { zhCN } from '../src/messages/zh-CN';
import { RULES } from '../src/rules';
import { TEXT_RULES } from '../src/rules/text-rules';
import { sentences } from './rules/rule-tester';
import { textSentences } from './rules/text-rule-tester';

const root = join(__dirname, '..');
/** Rules about workbooks, and about the texts of reports. */
const ALL = [...RULES, ...TEXT_RULES];
const ofText = new Set(TEXT_RULES.map(({ code }) => code));

async function said(code: string, example: string): Promise<string[]> {
  return ofText.has(code) ? textSentences(code, example) : sentences(code, example);
}

const SECTIONS = ['何时提示', '为什么', '怎样处理', '不适用的情形', '例子'];

describe('a rule is a file, a page and a test of one name', () => {
  test('no code stands twice', () => {
    const codes = ALL.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test.each(ALL.map(({ code, name }) => [`${code}-${name}`]))('%s', (name) => {
    for (const path of [`src/rules/${name}.ts`, `docs/rules/${name}.md`, `tests/rules/${name}.test.ts`]) {
      expect([path, existsSync(join(root, path))]).toEqual([path, true]);
    }
  });

  test('no rule file, page or test is left without its rule', () => {
    const names = new Set(ALL.map(({ code, name }) => `${code}-${name}`));
    const files = ['src/rules', 'docs/rules', 'tests/rules'].flatMap((folder) =>
      readdirSync(join(root, folder)).filter((file) => /^[A-Z]\d{3}-/.test(file)),
    );
    for (const file of files) expect([file, names.has(file.replace(/(\.test)?\.[a-z]+$/, ''))]).toEqual([file, true]);
  });

  test.each(
    ALL.flatMap(({ code, messageIds }) => [`rule.${code}`, ...messageIds.map((id) => `${code}.${id}`)]).map((id) => [
      id,
    ]),
  )('%s has its words in both languages', (id) => {
    expect(zhCN).toHaveProperty([id]);
    expect(enUS).toHaveProperty([id]);
  });
});

describe('the page of a rule', () => {
  test.each(ALL.map(({ code, name }) => [code, name]))(
    '%s-%s has its sections, and its examples are true',
    async (code, name) => {
      const page = readFileSync(join(root, `docs/rules/${code}-${name}.md`), 'utf8');
      expect([...page.matchAll(/^## (.+)$/gm)].map((match) => match[1])).toEqual(SECTIONS);
      const blocks = [...page.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map((match) => ({
        kind: match[1],
        text: match[2] ?? '',
      }));
      expect(blocks.map(({ kind }) => kind)).toEqual(['valid', 'invalid', 'says']);
      expect(await said(code, blocks[0]?.text ?? '')).toEqual([]);
      expect(await said(code, blocks[1]?.text ?? '')).toEqual([blocks[2]?.text.trim()]);
    },
  );
});
