import { childrenOf, findSection, recount, without } from './edit-xml';
import { patchStyles } from './patch-styles';

/** Sections of the styles to which ours are added. */
const SECTIONS = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs'] as const;

/**
 * How many entries each section has before ours come, and how many it says: `numFmts:-,fonts:12/12,…`; `-`: it is not
 * there. `none`: no styles at all.
 */
export function stylesRecord(xml: string | undefined): string {
  if (xml === undefined) return 'none';
  return SECTIONS.map((name) => {
    const found = findSection(xml, name);
    if (!found) return `${name}:-`;
    const count = childrenOf(xml, name).length;
    const said = /\scount\s*=\s*["'](\d+)["']/.exec(xml.slice(found.start, found.contentStart))?.[1];
    return `${name}:${count}/${said ?? count}`;
  }).join(',');
}

/**
 * The styles as they were before ours came, by the record of then. Undefined where that cannot be had: another program
 * has written them anew since, or a sheet of the user's uses one of ours.
 */
export function withoutOurStyles(
  xml: string,
  record: string,
  userSheets: readonly string[],
): { readonly xml: string } | 'none' | undefined {
  const counts = new Map(record.split(',').map((one) => one.split(':') as [string, string | undefined]));
  const formats = record === 'none' ? 0 : Number.parseInt(counts.get('cellXfs') ?? '', 10);
  if (userSheets.some((sheet) => usesStyleFrom(sheet, record === 'none' ? 1 : formats))) return undefined;
  if (record === 'none') return patchStyles(undefined).xml === xml ? 'none' : undefined;
  let before = xml;
  for (const name of SECTIONS) {
    const count = counts.get(name);
    if (count === undefined) return undefined;
    const [entries = NaN, said = NaN] = count.split('/').map(Number);
    before = count === '-' ? without(before, name, () => true) : shortened(before, name, entries, said);
  }
  return patchStyles(before).xml === xml ? { xml: before } : undefined;
}

function shortened(xml: string, name: string, count: number, said: number): string {
  const found = findSection(xml, name);
  const children = childrenOf(xml, name);
  if (!found || children.length <= count) return xml;
  // Ours were appended: they stand behind the last one of before.
  let end = found.contentStart;
  for (const child of children.slice(0, count)) end = xml.indexOf(child, end) + child.length;
  return recount(xml.slice(0, end) + xml.slice(found.contentEnd), name, said);
}

function usesStyleFrom(sheet: string, first: number): boolean {
  for (const [, style] of sheet.matchAll(/<(?:[\w.-]+:)?c\s[^>]*?\ss\s*=\s*["'](\d+)["']/g))
    if (Number(style) >= first) return true;
  return false;
}
