import { SUMMARY_FONT, SUMMARY_LOOKS, type StyleLook, type SummaryStyle } from '../../core/summary/summary-sheet';
import { appendTo, childrenOf, findSection, insertBefore, recount, withPrefix } from './edit-xml';
import { HostError } from '../host';
import { escape } from './xml';

/** The `s` attribute of each of our styles in a workbook. */
export type StyleIndex = Readonly<Record<SummaryStyle, number>>;

const EMPTY_STYLES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>';

/** The sections of a style sheet in their order (ECMA-376 part 1, 18.8.39). */
const ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
] as const;

/** What a section holds before anything of ours: a cell without a style has its first entry. */
const FIRST: Readonly<Partial<Record<(typeof ORDER)[number], readonly string[]>>> = {
  fonts: ['<font><sz val="11"/><name val="宋体"/></font>'],
  fills: ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>'],
  borders: ['<border><left/><right/><top/><bottom/><diagonal/></border>'],
  cellStyleXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
  cellXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'],
};

/** So many cell formats Excel holds; of a file with more it drops formats when it opens it. */
const MOST_FORMATS = 65_490;

/** Adds our styles to the workbook's, each once however often it is done; the user's keep their numbers. */
export function patchStyles(original: string | undefined): { xml: string; index: StyleIndex } {
  let xml = original ?? EMPTY_STYLES;
  for (const [name, entries] of Object.entries(FIRST))
    if (childrenOf(xml, name).length === 0) xml = filled(xml, name as keyof typeof FIRST, entries);
  const known = new Map<string, Map<string, number>>();
  const counts = new Map<string, number>();
  // Put in at once at the end: each time the whole style sheet is gone through.
  const added = new Map<(typeof ORDER)[number], string[]>();
  const section = (name: (typeof ORDER)[number], element: string): number => {
    if (!findSection(xml, name)) xml = filled(xml, name, []);
    const prefixed = withPrefix(element, findSection(xml, name)?.prefix ?? '');
    let entries = known.get(name);
    if (!entries) {
      // Of two that are alike the first counts.
      entries = new Map(
        childrenOf(xml, name)
          .map((child, i) => [child, i] as const)
          .reverse(),
      );
      known.set(name, entries);
      counts.set(name, childrenOf(xml, name).length);
    }
    const at = entries.get(prefixed);
    if (at !== undefined) return at;
    const next = counts.get(name) ?? 0;
    entries.set(prefixed, next);
    counts.set(name, next + 1);
    added.set(name, [...(added.get(name) ?? []), element]);
    return next;
  };
  const border = section(
    'borders',
    '<border><left style="thin"><color rgb="FF808080"/></left><right style="thin"><color rgb="FF808080"/></right><top style="thin"><color rgb="FF808080"/></top><bottom style="thin"><color rgb="FF808080"/></bottom><diagonal/></border>',
  );
  const numberFormat = (code: string | undefined): number => {
    if (code === undefined) return 0;
    const builtIn = BUILT_IN[code];
    if (builtIn !== undefined) return builtIn;
    const formats = [...childrenOf(xml, 'numFmts'), ...(added.get('numFmts') ?? [])].map((child) => ({
      id: Number(/\snumFmtId\s*=\s*["'](\d+)["']/.exec(child)?.[1] ?? 0),
      code: /formatCode="([^"]*)"/.exec(child)?.[1],
    }));
    const known = formats.find((format) => format.code === escape(code));
    if (known) return known.id;
    const id = formats.reduce((most, format) => Math.max(most, format.id), 163) + 1;
    section('numFmts', `<numFmt numFmtId="${id}" formatCode="${escape(code)}"/>`);
    return id;
  };
  const entries = (Object.entries(SUMMARY_LOOKS) as [SummaryStyle, StyleLook][]).map(([style, look]) => {
    const font = section('fonts', fontXml(look));
    const fill =
      look.fill === undefined
        ? 0
        : section(
            'fills',
            `<fill><patternFill patternType="solid"><fgColor rgb="FF${look.fill}"/><bgColor indexed="64"/></patternFill></fill>`,
          );
    const format = numberFormat(look.format);
    const alignment = `<alignment horizontal="${look.align}" vertical="center"${look.wrap ? ' wrapText="1"' : ''}/>`;
    const xf = `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${look.border ? border : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`;
    return [style, section('cellXfs', xf)] as const;
  });
  for (const [name, elements] of added)
    xml = recount(appendTo(xml, name, elements.join('')), name, counts.get(name) ?? elements.length);
  if ((counts.get('cellXfs') ?? 0) > MOST_FORMATS) throw new HostError('tooManyFormats', String(MOST_FORMATS));
  return { xml, index: Object.fromEntries(entries) as StyleIndex };
}

/** The style sheet with that section in its place, holding these entries. */
function filled(xml: string, name: (typeof ORDER)[number], entries: readonly string[]): string {
  const after = ORDER.slice(ORDER.indexOf(name) + 1);
  const placed = findSection(xml, name) ? xml : insertBefore(xml, after, 'styleSheet', `<${name} count="0"></${name}>`);
  return entries.length === 0 ? placed : recount(appendTo(placed, name, entries.join('')), name, entries.length);
}

const BUILT_IN: Readonly<Record<string, number>> = { '0.00%': 10, '#,##0': 3, '#,##0.00': 4, '@': 49 };

function fontXml({ bold, underline, size, color }: StyleLook): string {
  return `<font>${bold ? '<b/>' : ''}${underline ? '<u/>' : ''}<sz val="${size ?? 11}"/>${color ? `<color rgb="FF${color}"/>` : ''}<name val="${SUMMARY_FONT}"/></font>`;
}
