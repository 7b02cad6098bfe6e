import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { openDocument } from '../../../src/hosts/file/docx/read-docx';
import { writeDocument } from '../../../src/hosts/file/docx/write-docx';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

function docx(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`,
    'word/media/seal.bin': 'anything at all',
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

const BOLD = '<w:rPr><w:b/></w:rPr>';
const run = (text: string, properties = '') => `<w:r>${properties}<w:t>${text}</w:t></w:r>`;
const paragraph = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;

function part(bytes: Uint8Array, name: string): string {
  return strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
}

test('the text of the body, a line for a paragraph, without what was deleted or moved away under review', () => {
  const { text } = openDocument(
    docx(
      paragraph(run('税收'), run('&lt;*万元&gt;', BOLD)) +
        paragraph(
          '<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>',
          run('新'),
          '<w:r><w:tab/><w:t>表</w:t></w:r>',
        ) +
        paragraph(
          '<w:moveFrom w:id="1">' + run('移') + '</w:moveFrom>',
          '<w:moveTo w:id="2">' + run('移') + '</w:moveTo>',
        ),
    ),
    'a.docx',
  );
  expect(text).toBe('税收<*万元>\n新 表\n移\n');
});

test('only the replaced stretch differs, in its own format, and every other part is the same', () => {
  const original = docx(paragraph(run('税收完成*万元 &amp; 增长', BOLD), run('*％')));
  const document = openDocument(original, 'a.docx');
  const at = document.text.indexOf('*');
  const filled = writeDocument(document, [{ start: at, end: at + 1, text: '9360' }]);
  expect(part(filled, 'word/document.xml')).toContain(
    `<w:r>${BOLD}<w:t>税收完成</w:t></w:r><w:r>${BOLD}<w:t>9360</w:t></w:r><w:r>${BOLD}<w:t>万元 &amp; 增长</w:t></w:r>${run('*％')}`,
  );
  expect(openDocument(filled, 'a.docx').text).toBe(document.text.replace('*', '9360'));
  const [before, after] = [unzipSync(original), unzipSync(filled)];
  expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
  for (const name of Object.keys(before).filter((one) => one !== 'word/document.xml'))
    expect([name, after[name]]).toEqual([name, before[name]]);
});

test('a comment lies on its figure, and its part is declared and led to', () => {
  const document = openDocument(docx(paragraph(run('税收*万元'))), 'a.docx');
  const filled = writeDocument(document, [{ start: 2, end: 3, text: '9360', comment: '收入表 <C5>' }]);
  expect(part(filled, 'word/document.xml')).toContain(
    '<w:commentRangeStart w:id="0"/><w:r><w:t>9360</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
  );
  expect(part(filled, 'word/comments.xml')).toContain('收入表 &lt;C5&gt;');
  expect(part(filled, '[Content_Types].xml')).toContain('PartName="/word/comments.xml"');
  expect(part(filled, 'word/_rels/document.xml.rels')).toContain('Target="comments.xml"');
});

test('text boxes, footnotes, headers and footers are read behind the body, and filled without a comment', () => {
  const related = ['footnotes', 'header', 'header', 'footer'].map(
    (type, i) =>
      `<Relationship Id="r${i}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${type}1.xml"/>`,
  );
  const box = `<w:r><w:t>前</w:t><w:drawing><w:txbxContent>${paragraph(run('框*万元'))}</w:txbxContent></w:drawing></w:r>`;
  const original = docx(paragraph(box, run('后*％')), {
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related.join('')}</Relationships>`,
    'word/footnotes1.xml': `<w:footnotes xmlns:w="${W}"><w:footnote w:id="1">${paragraph(run('注*人'))}</w:footnote></w:footnotes>`,
    'word/header1.xml': `<w:hdr xmlns:w="${W}">${paragraph(run('眉'))}</w:hdr>`,
    'word/footer1.xml': `<w:ftr xmlns:w="${W}">${paragraph(run('脚*户'))}</w:ftr>`,
  });
  const document = openDocument(original, 'a.docx');
  expect(document.text).toBe('前后*％\n框*万元\n注*人\n眉\n脚*户\n');
  const blanks = [...document.text.matchAll(/\*/g)].map(({ index }, i) => ({
    start: index,
    end: index + 1,
    text: String(i + 1),
    comment: `c${i + 1}`,
  }));
  const filled = writeDocument(document, blanks);
  expect(openDocument(filled, 'a.docx').text).toBe('前后1％\n框2万元\n注3人\n眉\n脚4户\n');
  // Word knows comments in the body alone.
  expect([...part(filled, 'word/comments.xml').matchAll(/>(c\d)</g)].map(([, text]) => text)).toEqual(['c1']);
  expect(part(filled, 'word/footer1.xml')).not.toContain('comment');
  expect(part(filled, 'word/header1.xml')).toBe(part(original, 'word/header1.xml'));
});

test('comments that are there stay, and new ones get numbers of their own', () => {
  const document = openDocument(
    docx(paragraph(run('税收*万元')), {
      'word/comments.xml': `<w:comments xmlns:w="${W}"><w:comment w:id="7"><w:p/></w:comment></w:comments>`,
      'word/_rels/document.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
    }),
    'a.docx',
  );
  const comments = part(writeDocument(document, [{ start: 2, end: 3, text: '9', comment: 'c' }]), 'word/comments.xml');
  expect([...comments.matchAll(/<w:comment w:id="(\d+)"/g)].map((match) => match[1])).toEqual(['7', '8']);
});

test('a run that holds more than text is not parted: its text alone is replaced', () => {
  const document = openDocument(docx(paragraph('<w:r><w:t>甲*</w:t><w:br/><w:t>乙*</w:t></w:r>')), 'a.docx');
  const second = document.text.lastIndexOf('*');
  const filled = writeDocument(document, [{ start: second, end: second + 1, text: '5', comment: 'c' }]);
  expect(part(filled, 'word/document.xml')).toContain(
    '<w:commentRangeStart w:id="0"/><w:r><w:t>甲*</w:t><w:br/><w:t>乙5</w:t></w:r><w:commentRangeEnd w:id="0"/>',
  );
});

test('a blank that runs over two runs stands in the first', () => {
  const document = openDocument(docx(paragraph(run('税收*'), run('*万元', BOLD))), 'a.docx');
  const filled = writeDocument(document, [{ start: 2, end: 4, text: '9' }]);
  expect(openDocument(filled, 'a.docx').text).toBe('税收9万元\n');
});

test.each([
  ['an old .doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(600)]), 'oldDocument'],
  ['a file of something else', strToU8('hello'), 'notADocument'],
  ['a workbook', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), 'notADocument'],
  ['half a file', docx(paragraph(run('税收'))).subarray(0, 300), 'damaged'],
])('%s is refused', (_, bytes, fault) => {
  expect(() => openDocument(bytes, 'a.docx')).toThrow(expect.objectContaining({ fault }));
});
