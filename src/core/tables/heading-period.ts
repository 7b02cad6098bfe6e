import { isWholeYear, months, periodIn, periodWithin, type Period } from '../numbers/period';
import type { Heading } from './heading';
import { isNote } from './label';
import { headerYear } from './column-siblings';
import type { Column, Evidence } from './table';

/** The year that the heading speaks of. */
export function yearOf({ texts }: Heading): number | undefined {
  const period = texts
    .filter(saysPeriod)
    .map(periodIn)
    .find((found) => found !== undefined);
  return period && Number(period.to.slice(0, 4));
}

/** When a table was made, which is not when its figures are of. */
const IS_STAMP = /(?:编制|填报|制表|填表|打印|报出|报送|上报|印发)(?:日期|时间)/;
/** 第3期 青禾县财政局 2025年4月6日: when a paper was issued, and by whom. */
export const ISSUED = /^\(?第\s*\d+\s*期|(?:局|办公室|股|科|中心|办)\s*(?:19|20)\d{2}年\d{1,2}月\d{1,2}日/;

/** What a note under the title tells of: papers and meetings have dates of their own. */
const OF_A_PAPER = /[。;；]|根据|依据|按照|参照|意见|批复|会议|通知|印发|审议/;

/** 截至2025年10月31日；金额：万元 says until when, whatever else. */
const SAYS_UNTIL = /^\(?(?:统计|数据)?(?:截[至止]|时点|统计期|所属期)/;

/** Not when it was made, nor what a note under the title tells. */
export function saysPeriod(text: string): boolean {
  return (
    !IS_STAMP.test(text) && !ISSUED.test(text) && (SAYS_UNTIL.test(text) || (!isNote(text) && !OF_A_PAPER.test(text)))
  );
}

/** A period, and where it was said. */
interface Said {
  readonly id: 'periodTitle' | 'periodSheet' | 'periodFile' | 'periodBook';
  readonly text: string;
  readonly period: Period;
}

/**
 * The narrowest that is said counts: a month before a year, and 截至6月底 or a sheet called 6月 narrow
 * the year of the title. What stands above another table of the sheet is asked after headers, the file's name last.
 */
export function periodOf(
  heading: Heading,
  columns: readonly Column[],
  sheetName: string,
  { fileName = '', period: ofBook }: { readonly fileName?: string; readonly period?: Period },
  evidence: Evidence[],
): Period | undefined {
  const ofYear = headerYear(columns);
  const inYear = ofYear === undefined ? undefined : months(ofYear, 1, 12);
  const ofFile = narrowedTo(periodIn(fileName), fileName);
  const ofHeader =
    ofBalances(columns) ??
    (inYear && { id: 'periodTitle' as const, text: String(ofYear), period: inYear }) ??
    latestOf([...heading.headers, ...columns.flatMap(({ path }) => path)]);
  const ofAbove = narrowest(heading.aboveTexts.filter(saysPeriod), sheetName);
  const best =
    narrowest(heading.texts.filter(saysPeriod), sheetName) ??
    // A target for the year stands beside figures as of June.
    (ofHeader && ofAbove && isWithin(ofAbove.period, ofHeader.period) ? ofAbove : ofHeader) ??
    ofAbove ??
    (ofFile && { id: 'periodFile' as const, text: fileName, period: narrowed(sheetName, ofFile) });
  // 2025年…台账 in a file that is called 2025年9月.
  const isAsOfFile =
    best &&
    ofFile &&
    /月|季度|半年/.test(fileName) &&
    isWholeYear(best.period) &&
    isWithin(ofFile, best.period) &&
    !ANNUAL.test(best.text);
  // And one in a workbook whose other sheets are as of September.
  const isAsOfBook =
    best && ofBook && isWholeYear(best.period) && isWithin(ofBook, best.period) && !ANNUAL.test(best.text);
  const said: Said | undefined = isAsOfFile
    ? { id: 'periodFile', text: fileName, period: ofFile }
    : isAsOfBook
      ? { id: 'periodBook', text: '', period: { ...ofBook, from: best.period.from } }
      : (best ?? (ofBook && beside(heading, ofBook)));
  // Years to come, in which something falls due, are not what the table is of.
  if (said && ofBook && said.period.from > ofBook.to) return undefined;
  if (said) evidence.push({ id: said.id, text: said.text });
  return said?.period;
}

/** A sheet that says no time, or no year, is of the time of those beside it. */
function beside({ texts, aboveTexts }: Heading, ofBook: Period): Said {
  const year = Number(ofBook.to.slice(0, 4));
  const own = [...texts, ...aboveTexts].filter(saysPeriod).flatMap((text): Said[] => {
    const period = periodWithin(text, year);
    return period ? [{ id: 'periodBook', text, period }] : [];
  })[0];
  return own ?? { id: 'periodBook', text: '', period: ofBook };
}

/** What is of a year, whenever it is filed. */
const ANNUAL = /年度|全年|决算|预算|计划|[年期][末初底]|上年/;

/** 2024年末余额 before 9月末余额: the year that began with the one, as far as the other. */
function ofBalances(columns: readonly Column[]): Said | undefined {
  const [opening, closing] = (['opening', 'closing'] as const).map(
    (role) => columns.find((column) => column.role === role)?.path.join('|') ?? '',
  );
  const year = Number(/((?:19|20)\d{2})年(?:度)?[末底]/.exec(opening ?? '')?.[1]);
  const month = Number(/(\d{1,2})月(?:份)?[末底]/.exec(closing ?? '')?.[1] ?? 12);
  const period = Number.isNaN(year) ? undefined : months(year + 1, 1, month);
  return period && { id: 'periodTitle', text: `${opening}、${closing}`, period };
}

function isWithin(a: Period, b: Period): boolean {
  return a.from >= b.from && a.to <= b.to;
}

function narrowest(texts: readonly string[], sheetName: string): Said | undefined {
  const sources = [...texts.map((text) => ['periodTitle', text] as const), ['periodSheet', sheetName] as const];
  const found = sources.flatMap(([id, text]): Said[] => {
    const period = periodIn(text);
    return period ? [{ id, text, period }] : [];
  });
  const narrow = found.find(({ period }) => !isWholeYear(period));
  const [first] = found;
  if (narrow || !first) return narrow;
  const year = Number(first.period.to.slice(0, 4));
  const within = sources.flatMap(([id, text]): Said[] => {
    const period = periodWithin(text, year);
    return period ? [{ id, text, period }] : [];
  });
  return within[0] ?? first;
}

/** The latest period that some texts speak of: 2022年末, 2023年5月末, 2023年6月末 side by side are as of June. */
function latestOf(texts: readonly string[]): Said | undefined {
  return texts
    .flatMap((text): Said[] => {
      const period = periodIn(text);
      return period ? [{ id: 'periodTitle', text, period }] : [];
    })
    .reduce<Said | undefined>((latest, one) => (latest && latest.period.to >= one.period.to ? latest : one), undefined);
}

/** A sheet called 6月 in a workbook of 2023. */
function narrowed(sheetName: string, period: Period): Period {
  return isWholeYear(period) ? (periodWithin(sheetName, Number(period.to.slice(0, 4))) ?? period) : period;
}

/** 2025年…台账（至8月） is as of August. */
function narrowedTo(period: Period | undefined, text: string): Period | undefined {
  return period && narrowed(text, period);
}
