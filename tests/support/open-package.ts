import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** Children of an element in the order of their schema (ECMA-376 part 1, annex A). */
const ORDERS: Readonly<Record<string, readonly string[]>> = {
  workbook:
    'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst'.split(
      ' ',
    ),
  styleSheet: 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'.split(' '),
  worksheet:
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing'.split(
      ' ',
    ),
};

interface Node {
  readonly local: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

/** A part as a strict parser sees it, namespaces resolved; throws where it is not well-formed. */
export function parsePart(bytes: Uint8Array): Node {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const parser = new SaxesParser({ xmlns: true });
  const root: Node = { local: '', attributes: {}, children: [], text: '' };
  const open = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, attributes }) => {
    const plain = Object.fromEntries(
      Object.values(attributes).map((one) => [one.uri === '' ? one.local : `{${one.uri}}${one.local}`, one.value]),
    );
    const node: Node = { local, attributes: plain, children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => {
    const node = open.at(-1);
    if (node) node.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(bytes)).close();
  const [document] = root.children;
  if (!document) throw new Error('empty part');
  return document;
}

/**
 * What would make Excel repair a package: a part that is not well-formed, children out of order, a relationship or a
 * content type that leads nowhere, an id, a sheet or a local name twice, a count that lies.
 */
export function faultsOf(bytes: Uint8Array): string[] {
  const faults: string[] = [];
  const parts = unzipSync(bytes);
  const parsed = new Map<string, Node>();
  for (const [name, content] of Object.entries(parts)) {
    if (name.includes('\\')) faults.push(`${name}: no name of a part`);
    if (!/\.(?:xml|rels)$/.test(name)) continue;
    try {
      parsed.set(name, parsePart(content));
    } catch (error) {
      faults.push(`${name}: ${String(error)}`);
    }
  }
  for (const [name, root] of parsed) {
    const order = ORDERS[root.local];
    const places = root.children.map(({ local }) => order?.indexOf(local) ?? 0);
    if (places.some((place, i) => place < (places[i - 1] ?? -1))) faults.push(`${name}: children out of order`);
    for (const section of root.children)
      if (section.attributes.count !== undefined && Number(section.attributes.count) !== section.children.length)
        faults.push(`${name}: ${section.local} counts ${section.attributes.count}, has ${section.children.length}`);
  }
  const has = (path: string) => Object.keys(parts).some((name) => name.toLowerCase() === path.toLowerCase());
  for (const { attributes } of parsed.get('[Content_Types].xml')?.children ?? [])
    if (attributes.PartName !== undefined && !has(attributes.PartName.slice(1)))
      faults.push(`content type of ${attributes.PartName}, which is not there`);
  return [...faults, ...workbookFaults(parsed, has)];
}

const RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function workbookFaults(parsed: ReadonlyMap<string, Node>, has: (path: string) => boolean): string[] {
  const faults: string[] = [];
  const rels = new Map(
    (parsed.get('xl/_rels/workbook.xml.rels')?.children ?? []).map(({ attributes }) => [
      attributes.Id ?? '',
      attributes.Target ?? '',
    ]),
  );
  for (const target of rels.values())
    if (!has(target.startsWith('/') ? target.slice(1) : `xl/${target}`)) faults.push(`${target} is not there`);
  const workbook = parsed.get('xl/workbook.xml');
  const section = (name: string) => workbook?.children.find(({ local }) => local === name)?.children ?? [];
  const sheets = section('sheets').map(({ attributes }) => attributes);
  for (const sheet of sheets)
    if (!rels.has(sheet[`{${RELATIONSHIP}}id`] ?? '')) faults.push(`sheet ${sheet.name ?? ''} leads nowhere`);
  for (const key of ['name', 'sheetId', `{${RELATIONSHIP}}id`])
    if (new Set(sheets.map((sheet) => sheet[key]?.toLowerCase())).size < sheets.length) faults.push(`${key} twice`);
  const names = section('definedNames').map(
    ({ attributes }) => `${attributes.name ?? ''} of ${attributes.localSheetId ?? 'all'}`,
  );
  for (const name of names) if (names.indexOf(name) !== names.lastIndexOf(name)) faults.push(`name ${name} twice`);
  return faults;
}
