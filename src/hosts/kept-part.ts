/**
 * What Gouji keeps for a workbook lies in it as one custom XML part of this namespace, so that it goes where
 * the workbook goes and no cell knows of it. An entry is a name with a JSON text; what an entry means, and in
 * which version, is the matter of `src/app/kept`.
 */
export const KEPT_NAMESPACE = 'urn:gouji:kept';

/** Entries by name, each a JSON text. */
export type KeptEntries = ReadonlyMap<string, string>;

/** Longer parts were not written by us. */
const LONGEST = 4_000_000;

export function keptXml(entries: KeptEntries): string {
  const listed = [...entries].map(([name, json]) => `<entry name="${escaped(name)}">${escaped(json)}</entry>`);
  return `<kept xmlns="${KEPT_NAMESPACE}">${listed.join('')}</kept>`;
}

/** The entries of such a part; none of what is no part of ours. Never throws. */
export function keptEntries(xml: string | undefined): KeptEntries {
  const entries = new Map<string, string>();
  if (xml === undefined || xml.length > LONGEST || !isKeptPart(xml)) return entries;
  for (const [, name = '', json = ''] of xml.matchAll(
    /<(?:[\w.-]+:)?entry\s+name=["']([^"'<>]*)["']\s*>([^<]*)<\/(?:[\w.-]+:)?entry\s*>/g,
  ))
    entries.set(plain(name), plain(json));
  return entries;
}

export function isKeptPart(xml: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?<(?:[\w.-]+:)?kept\s[^>]*["']urn:gouji:kept["']/.test(xml.slice(0, 1000));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function escaped(text: string): string {
  return (
    text
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
      // JSON writes control characters as escapes; line ends would be normalised.
      .replace(/[\r\n\t]/g, (c) => `&#${c.charCodeAt(0)};`)
  );
}

function plain(text: string): string {
  return text.replace(
    /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (all, name?: string, decimal?: string, hex?: string) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? all;
      const code = decimal !== undefined ? Number(decimal) : parseInt(hex ?? '', 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}
