import { SUMMARY_FONT, SUMMARY_LOOKS, type StyleLook, type SummaryStyle } from '../../core/summary/summary-sheet';
import { appendTo, childrenOf, findSection, insertBefore, recount, withPrefix } from './edit-xml';
import { escape } from './xml';

/** The `s` attribute of each of our styles in a workbook. */
export type StyleIndex = Readonly<Record<SummaryStyle, number>>;

const EMPTY_STYLES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>';

const AFTER_FORMATS = ['fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs'];

/** Adds our styles to the workbook's, each once however often it is done; the user's keep their numbers. */
export function patchStyles(original: string | undefined): { xml: string; index: StyleIndex } {
  let xml = original ?? EMPTY_STYLES;
  const section = (name: string, element: string, before: readonly string[]): number => {
    if (!findSection(xml, name)) xml = insertBefore(xml, before, 'styleSheet', `<${name} count="0"></${name}>`);
    const prefix = findSection(xml, name)?.prefix ?? '';
    const children = childrenOf(xml, name);
    const known = children.indexOf(withPrefix(element, prefix));
    if (known >= 0) return known;
    xml = recount(appendTo(xml, name, element), name, children.length + 1);
    return children.length;
  };
  const border = section(
    'borders',
    '<border><left style="thin"><color rgb="FF808080"/></left><right style="thin"><color rgb="FF808080"/></right><top style="thin"><color rgb="FF808080"/></top><bottom style="thin"><color rgb="FF808080"/></bottom><diagonal/></border>',
    ['cellStyleXfs', 'cellXfs'],
  );
  const numberFormat = (code: string | undefined): number => {
    if (code === undefined) return 0;
    const builtIn = BUILT_IN[code];
    if (builtIn !== undefined) return builtIn;
    const formats = childrenOf(xml, 'numFmts').map((child) => ({
      id: Number(/numFmtId="(\d+)"/.exec(child)?.[1]),
      code: /formatCode="([^"]*)"/.exec(child)?.[1],
    }));
    const known = formats.find((format) => format.code === escape(code));
    if (known) return known.id;
    const id = Math.max(163, ...formats.map((format) => format.id)) + 1;
    section('numFmts', `<numFmt numFmtId="${id}" formatCode="${escape(code)}"/>`, AFTER_FORMATS);
    return id;
  };
  const entries = (Object.entries(SUMMARY_LOOKS) as [SummaryStyle, StyleLook][]).map(([style, look]) => {
    const font = section('fonts', fontXml(look), ['fills']);
    const fill =
      look.fill === undefined
        ? 0
        : section(
            'fills',
            `<fill><patternFill patternType="solid"><fgColor rgb="FF${look.fill}"/><bgColor indexed="64"/></patternFill></fill>`,
            ['borders'],
          );
    const format = numberFormat(look.format);
    const alignment = `<alignment horizontal="${look.align}" vertical="center"${look.wrap ? ' wrapText="1"' : ''}/>`;
    const xf = `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${look.border ? border : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`;
    return [style, section('cellXfs', xf, ['cellStyles', 'dxfs', 'tableStyles'])] as const;
  });
  return { xml, index: Object.fromEntries(entries) as StyleIndex };
}

const BUILT_IN: Readonly<Record<string, number>> = { '0.00%': 10, '#,##0': 3, '#,##0.00': 4, '@': 49 };

function fontXml({ bold, underline, size, color }: StyleLook): string {
  return `<font>${bold ? '<b/>' : ''}${underline ? '<u/>' : ''}<sz val="${size ?? 11}"/>${color ? `<color rgb="FF${color}"/>` : ''}<name val="${SUMMARY_FONT}"/></font>`;
}
