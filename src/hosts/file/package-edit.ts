import { appendTo, without } from './edit-xml';
import { type Relationship, relationshipsIn, relationshipsPath, xmlPart } from './package-parts';
import { writeZip } from './write-zip';
import { bytesPart, type Zip } from './zip';

const RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NO_RELATIONSHIPS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
const CONTENT_TYPES = '[Content_Types].xml';

/** Parts of a package that are replaced, added and dropped; every other entry is copied raw. */
export class PackageEdit {
  private readonly parts = new Map<string, string>();
  private readonly gone = new Set<string>();
  private types: string;

  constructor(readonly zip: Zip) {
    this.types = asWorkbook(xmlPart(zip, CONTENT_TYPES) ?? '');
  }

  /** A part as it stands now. */
  text(name: string): string | undefined {
    const spelled = this.spellingOf(name);
    return this.gone.has(spelled) ? undefined : (this.parts.get(spelled) ?? xmlPart(this.zip, spelled));
  }

  set(name: string, xml: string): void {
    const spelled = this.spellingOf(name);
    this.gone.delete(spelled);
    this.parts.set(spelled, inUtf8(xml));
  }

  /** Adds a part under a name that is free; gives its path. */
  add(stem: string, xml: string, contentType: string): string {
    let path = `${stem}.xml`;
    for (let n = 2; this.text(path) !== undefined; n++) path = `${stem}-${n}.xml`;
    this.set(path, xml);
    this.types = appendTo(this.types, 'Types', `<Override PartName="/${path}" ContentType="${contentType}"/>`);
    return path;
  }

  /** Takes a part away, with what it is related by and with its content type. */
  drop(name: string): void {
    for (const path of [name, relationshipsPath(name)]) {
      const spelled = this.spellingOf(path);
      this.parts.delete(spelled);
      if (this.zip.entries.has(spelled)) this.gone.add(spelled);
    }
    this.types = without(
      this.types,
      'Override',
      (element) => element.attribute('PartName')?.toLowerCase() === `/${name}`.toLowerCase(),
    );
  }

  relationshipsOf(part: string): readonly Relationship[] {
    const xml = this.text(relationshipsPath(part));
    return xml === undefined ? [] : relationshipsIn(xml, part);
  }

  /** Adds a relationship of a part; gives its id. */
  relate(part: string, type: string, target: string): string {
    const path = relationshipsPath(part);
    const taken = new Set(this.relationshipsOf(part).map(({ id }) => id));
    let id = 'rIdGouji1';
    for (let n = 2; taken.has(id); n++) id = `rIdGouji${n}`;
    this.set(
      path,
      appendTo(
        this.text(path) ?? NO_RELATIONSHIPS,
        'Relationships',
        `<Relationship Id="${id}" Type="${RELATIONSHIP}/${type}" Target="/${target}"/>`,
      ),
    );
    return id;
  }

  unrelate(part: string, id: string): void {
    const path = relationshipsPath(part);
    const xml = this.text(path);
    if (xml === undefined) return;
    this.set(
      path,
      without(xml, 'Relationship', (element) => element.attribute('Id') === id),
    );
  }

  finish(): Uint8Array {
    if (this.types !== xmlPart(this.zip, CONTENT_TYPES)) this.set(CONTENT_TYPES, this.types);
    const changed = [...this.parts].filter(([name, xml]) => xml !== xmlPart(this.zip, name));
    return writeZip(
      this.zip,
      new Map(changed.map(([name, xml]) => [name, new TextEncoder().encode(this.markOf(name) + xml)])),
      this.gone,
    );
  }

  /** The byte order mark that some programs begin a part with. */
  private markOf(name: string): string {
    const [first, second, third] = this.zip.entries.has(name) ? (bytesPart(this.zip, name) ?? []) : [];
    return first === 0xef && second === 0xbb && third === 0xbf ? '\ufeff' : '';
  }

  /** Part names are case-insensitive; the archive's own spelling is kept. */
  private spellingOf(name: string): string {
    if (this.zip.entries.has(name)) return name;
    const wanted = name.toLowerCase();
    return [...this.zip.entries.keys()].find((entry) => entry.toLowerCase() === wanted) ?? name;
  }
}

/** A copy of a template is a workbook: Excel opens no .xlsx that calls itself a template. */
function asWorkbook(types: string): string {
  return types
    .replace('spreadsheetml.template.main+xml', 'spreadsheetml.sheet.main+xml')
    .replace('ms-excel.template.macroEnabled.main+xml', 'ms-excel.sheet.macroEnabled.main+xml');
}

/** What is written is UTF-8, whatever the part was before. */
export function inUtf8(xml: string): string {
  return xml.replace(/^(\s*<\?xml[^>]*?\sencoding\s*=\s*)("[^"]*"|'[^']*')/, (all, start: string, encoding: string) =>
    /utf-8/i.test(encoding) ? all : `${start}"UTF-8"`,
  );
}
