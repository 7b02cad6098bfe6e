import type { Address, Rect } from '../grid/address';

/**
 * A sheet of ours before any host has written it: blocks of values, formulas and named styles. Both
 * the file host and the Excel host render it; neither decides how it looks.
 */
export interface SummarySheet {
  /** Which of our sheets it is; the mark in the workbook carries it, so it never changes. */
  readonly id: string;
  /** Wanted sheet name; a host adds ` (2)` when a user's sheet has it. */
  readonly name: string;
  /** Width of each column, in characters of the standard font. */
  readonly widths: readonly number[];
  readonly rows: readonly SummaryRow[];
  /** Rows to be repeated on each printed page, 0-based, inclusive. */
  readonly repeatedRows: readonly [first: number, last: number];
  /** Rows that stay in view above the scrolled ones. */
  readonly frozenRows: number;
  /** Printed on one page, whatever it holds; absent: one page wide and as many long as it takes. */
  readonly onePage?: boolean;
  /** Rows that can be filtered and sorted, header and last row, 0-based, inclusive; over the whole width. */
  readonly filter?: readonly [header: number, last: number];
  readonly charts?: readonly SummaryChart[];
  /** The last row that is printed, 0-based; absent: all are. */
  readonly lastPrinted?: number;
}

/** A native chart on cells of its own sheet. */
export interface SummaryChart {
  /** Tells the charts of one sheet apart; part of its name in the workbook, so it never changes. */
  readonly id: string;
  readonly title: string;
  /** Where it stands: rows and columns that it covers, 0-based, inclusive. */
  readonly at: Rect;
  readonly categories: Rect;
  readonly series: readonly SummarySeries[];
  readonly valueTitle: string;
  /** Number format of its value axis. */
  readonly format: string;
}

export interface SummarySeries {
  readonly name: string;
  readonly values: Rect;
  readonly as: 'bar' | 'line';
}

export interface SummaryRow {
  /** In points; absent: the host fits it. */
  readonly height?: number;
  readonly cells: readonly SummaryCell[];
  /** Its first cell spans the whole width. */
  readonly spanned?: boolean;
  /** How deep it lies in the outline; absent or 0: it cannot be folded away. */
  readonly outline?: number;
}

export interface SummaryCell {
  readonly style: SummaryStyle;
  /** Always written as what it is: a text stays text, also when it begins with = + - @. */
  readonly value?: string | number;
  /** Without `=`; `value` is then its cached result. */
  readonly formula?: string;
  /** A click goes there. */
  readonly link?: Address;
}

export type SummaryStyle =
  | 'title'
  | 'subtitle'
  | 'unit'
  | 'header'
  | 'text'
  | 'centered'
  | 'link'
  | 'amount'
  | 'percent'
  | 'ratio'
  | 'count'
  | 'error'
  | 'warning'
  | 'hint'
  | 'pass'
  | 'note'
  | 'heading'
  | 'strong'
  | 'strongAmount'
  | 'strongPercent'
  | 'strongPoints'
  | 'points'
  | 'namedPoints'
  | 'days'
  | 'number'
  | 'missing'
  | 'remark'
  | 'small'
  | 'lent';

/** How a named style looks. Legible in black and white: levels are words, colour only helps. */
export interface StyleLook {
  readonly bold?: boolean;
  readonly size?: number;
  /** RRGGBB */
  readonly color?: string;
  readonly fill?: string;
  readonly border: boolean;
  readonly align: 'left' | 'center' | 'right';
  readonly wrap: boolean;
  readonly underline?: boolean;
  /** Excel number format code; absent: General. */
  readonly format?: string;
}

const body = { border: true, wrap: true } as const;

export const SUMMARY_LOOKS: Readonly<Record<SummaryStyle, StyleLook>> = {
  title: { bold: true, size: 16, border: false, align: 'center', wrap: false },
  subtitle: { border: false, align: 'left', wrap: false, color: '444444' },
  unit: { border: false, align: 'right', wrap: false },
  header: { ...body, bold: true, align: 'center', fill: 'E8EEF4' },
  text: { ...body, align: 'left', format: '@' },
  centered: { ...body, align: 'center', format: '@' },
  link: { ...body, align: 'left', color: '0B5394', underline: true, format: '@' },
  amount: { ...body, align: 'right', format: '#,##0.00' },
  percent: { ...body, align: 'right', format: '0.00%' },
  ratio: { ...body, align: 'right', format: '0.000' },
  count: { ...body, align: 'right', format: '#,##0' },
  error: { ...body, bold: true, align: 'center', color: '9C0006', fill: 'FBE5E6', format: '@' },
  warning: { ...body, bold: true, align: 'center', color: '7F4B00', fill: 'FFF2DC', format: '@' },
  hint: { ...body, align: 'center', color: '1F4E79', fill: 'E9F1F9', format: '@' },
  pass: { ...body, align: 'center', color: '1E5B2A', fill: 'E8F3EA', format: '@' },
  note: { border: false, align: 'left', wrap: false, color: '444444' },
  heading: { bold: true, border: false, align: 'left', wrap: false },
  strong: { ...body, bold: true, align: 'left', format: '@' },
  strongAmount: { ...body, bold: true, align: 'right', format: '#,##0.00' },
  strongPercent: { ...body, bold: true, align: 'right', format: '0.00%' },
  strongPoints: { ...body, bold: true, align: 'right', format: '0.00' },
  points: { ...body, align: 'right', format: '0.00' },
  namedPoints: { ...body, align: 'right', format: '0.00"个百分点"' },
  days: { ...body, align: 'right', format: '#,##0.0' },
  number: { ...body, align: 'right', format: '#,##0.##########' },
  missing: { ...body, align: 'right', format: '@' },
  remark: { border: false, align: 'left', wrap: true, color: '444444', size: 10 },
  lent: { border: true, align: 'left', wrap: false, size: 9, format: '@' },
  small: { ...body, align: 'left', color: '0B5394', underline: true, size: 9, format: '@' },
};

export const SUMMARY_FONT = '宋体';

/** The foot of each printed page, as Excel's codes write it. */
export const PAGE_OF_PAGES = '第 &P 页 共 &N 页';

/** Prefix of the hidden defined names that mark our sheets: `_gouji_summary_findings`. */
export const SUMMARY_MARK = '_gouji_summary_';

/** Stands in the last line of each of our sheets, in every language. */
export const SUMMARY_SIGNATURE = 'Gouji';

/** The first of `name`, `name (2)`, `name (3)` … that no sheet has; within Excel's 31 characters. */
export function freeSheetName(name: string, taken: Iterable<string>): string {
  const used = new Set([...taken].map((other) => other.toLowerCase()));
  let candidate = name;
  for (let n = 2; used.has(candidate.toLowerCase()); n++) candidate = `${name.slice(0, 26)} (${n})`;
  return candidate;
}
