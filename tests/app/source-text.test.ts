import { documentText, sourceText } from '../../src/app/source-text';
import { NATIONAL_PACK } from '../../src/core/fiscal/national-pack';
import type { Source } from '../../src/core/fiscal/pack';
import { translator } from '../../src/messages/translator';

const zh = translator('zh-CN');
const en = translator('en-US');

function sourcesIn(value: unknown): Source[] {
  if (typeof value !== 'object' || value === null) return [];
  return 'document' in value ? [value as Source] : Object.values(value).flatMap(sourcesIn);
}

test('every document of the national pack is called in the language of the reader', () => {
  const sources = sourcesIn(NATIONAL_PACK);
  expect(sources.length).toBeGreaterThan(20);
  for (const source of sources) {
    expect(documentText(source, zh)).toBe(`${source.document}${source.article ?? ''}`);
    expect(sourceText(source, en)).not.toMatch(/[\u4e00-\u9fff]/);
  }
});

test('an article, a document that nobody looked up, and one of the county’s own', () => {
  const law: Source = { document: '中华人民共和国预算法', article: '第四十条', verified: true };
  expect(sourceText(law, en)).toBe('Budget Law of the People’s Republic of China, Article 40');
  expect(sourceText({ ...law, verified: false }, zh)).toBe('中华人民共和国预算法第四十条（文号未核实）');
  expect(sourceText({ document: '青财〔2025〕3号', verified: true }, en)).toBe('青财〔2025〕3号');
});
