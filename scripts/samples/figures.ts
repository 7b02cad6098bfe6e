import { roundHalfUp } from '../../src/core/numbers/decimal';
import { itemName } from '../../src/core/tables/label';
import { countyMonth } from './county-month';
import { seeded } from './random';

/**
 * The figures that several workbooks of 青禾县 share. Those of May 2023 are read from its month tables;
 * June and the year before follow from them, so that the periods tie.
 */
export interface Line {
  /** As the May table writes it. */
  readonly label: string;
  readonly name: string;
  readonly code?: string;
  readonly initial: number;
  readonly adjusted: number;
  readonly month: number;
  readonly monthPrior: number;
  readonly ytd: number;
  readonly prior: number;
}

type Measure = 'initial' | 'adjusted' | 'month' | 'monthPrior' | 'ytd' | 'prior';
const MEASURES: readonly Measure[] = ['initial', 'adjusted', 'month', 'monthPrior', 'ytd', 'prior'];

const may = countyMonth();

function mayLines(
  sheetName: string,
  labelColumn: number,
  columns: Partial<Record<Measure, number>>,
  rows: readonly [first: number, last: number],
  codeColumn?: number,
): Line[] {
  const sheet = may.find(({ name }) => name === sheetName);
  if (!sheet) throw new RangeError(`no sheet ${sheetName}`);
  const lines: Line[] = [];
  for (let row = rows[0]; row <= rows[1]; row++) {
    const label = sheet.text(row, labelColumn);
    const code = codeColumn === undefined ? '' : sheet.text(row, codeColumn);
    const at = (measure: Measure) => (columns[measure] === undefined ? 0 : sheet.figure(row, columns[measure]));
    lines.push({
      label,
      name: itemName(label),
      ...(code === '' ? {} : { code }),
      initial: at('initial'),
      adjusted: at('adjusted'),
      month: at('month'),
      monthPrior: at('monthPrior'),
      ytd: at('ytd'),
      prior: at('prior'),
    });
  }
  return lines;
}

export const MAY_REVENUE: readonly Line[] = mayLines(
  '收入执行表 ',
  0,
  { initial: 1, adjusted: 2, month: 3, monthPrior: 4, ytd: 7, prior: 8 },
  [5, 29],
);
export const MAY_SPENDING: readonly Line[] = mayLines(
  '支出执行表',
  1,
  { initial: 2, adjusted: 3, month: 4, ytd: 5, prior: 6 },
  [4, 28],
  0,
);
export const MAY_TRANSFERS: readonly Line[] = mayLines('上级补助表', 0, { initial: 1, ytd: 2, prior: 3 }, [4, 22]);

/** Names of 税收 and 非税 details, in the order of the May table. */
export const TAX_NAMES = namesAfter('税收收入', '非税收入');
export const NON_TAX_NAMES = namesAfter('非税收入', '合计');

function namesAfter(first: string, next: string): string[] {
  const names = MAY_REVENUE.map(({ name }) => name);
  return names.slice(names.indexOf(first) + 1, names.indexOf(next));
}

const add = (lines: readonly Line[], like: Line): Line => ({
  ...like,
  ...Object.fromEntries(
    MEASURES.map((measure) => [
      measure,
      roundHalfUp(
        lines.reduce((sum, line) => sum + line[measure], 0),
        2,
      ),
    ]),
  ),
});

export function pick(lines: readonly Line[], name: string): Line {
  const line = lines.find((candidate) => candidate.name === name);
  if (!line) throw new RangeError(`no line ${name}`);
  return line;
}

/** The next month: what comes in goes onto the sum to date, this year and last year. */
function nextMonth(line: Line, month: number, monthPrior: number): Line {
  return {
    ...line,
    month,
    monthPrior,
    ytd: roundHalfUp(line.ytd + month, 2),
    prior: roundHalfUp(line.prior + monthPrior, 2),
  };
}

function juneRevenue(): Line[] {
  const random = seeded(20230601);
  const leaf = (name: string) => {
    const line = pick(MAY_REVENUE, name);
    const month = roundHalfUp(line.initial * (0.08 + random() * 0.025), 2);
    return nextMonth(line, month, roundHalfUp(month / (0.93 + random() * 0.16), 2));
  };
  const taxes = TAX_NAMES.map(leaf);
  const others = NON_TAX_NAMES.map(leaf);
  const tax = add(taxes, pick(MAY_REVENUE, '税收收入'));
  const nonTax = add(others, pick(MAY_REVENUE, '非税收入'));
  const total = add([tax, nonTax], pick(MAY_REVENUE, '合计'));
  const share = (name: string, part: number) =>
    nextMonth(pick(MAY_REVENUE, name), roundHalfUp(tax.month * part, 2), roundHalfUp(tax.monthPrior * part, 2));
  const shares = [share('上划中央收入', 0.82), share('上划省级收入', 0.21)];
  return [
    tax,
    ...taxes,
    nonTax,
    ...others,
    total,
    ...shares,
    add([total, ...shares], pick(MAY_REVENUE, '一般公共预算总收入')),
  ];
}

function juneSpending(): Line[] {
  const random = seeded(20230602);
  const classes = MAY_SPENDING.filter(({ code }) => code !== undefined).map((line) => {
    const month = line.name === '预备费' ? 35 : Math.round(line.initial * (0.112 + random() * 0.02));
    return nextMonth(line, month, Math.round(month / (0.94 + random() * 0.12)));
  });
  return [add(classes, pick(MAY_SPENDING, '合计')), ...classes];
}

function juneTransfers(): Line[] {
  const random = seeded(20230603);
  const groups: Line[][] = [];
  for (const line of MAY_TRANSFERS.slice(1)) {
    if (isTransferGroup(line)) groups.push([line]);
    else {
      const month = Math.round(line.initial * (0.04 + random() * 0.05));
      groups.at(-1)?.push(nextMonth(line, month, Math.round(month / (0.95 + random() * 0.1))));
    }
  }
  const summed = groups.flatMap(([head, ...parts]) => (head ? [add(parts, head), ...parts] : []));
  return [add(summed.filter(isTransferGroup), pick(MAY_TRANSFERS, '上级补助收入合计')), ...summed];
}

export function isTransferGroup({ label }: Line): boolean {
  return /^[一二三]、/.test(label);
}

export const JUNE_REVENUE: readonly Line[] = juneRevenue();
export const JUNE_SPENDING: readonly Line[] = juneSpending();
export const JUNE_TRANSFERS: readonly Line[] = juneTransfers();

/** Month, opening, inflow, outflow, closing in yuan, January to June 2023. */
export interface CashMonth {
  readonly month: number;
  readonly opening: number;
  readonly inflow: number;
  readonly outflow: number;
  readonly closing: number;
}

function cash(): CashMonth[] {
  const sheet = may.find(({ name }) => name === '库款月报');
  if (!sheet) throw new RangeError('no 库款月报');
  const months = [4, 5, 6, 7, 8].map((row, i) => ({
    month: i + 1,
    opening: sheet.figure(row, 1),
    inflow: sheet.figure(row, 2),
    outflow: sheet.figure(row, 3),
    closing: sheet.figure(row, 4),
  }));
  const opening = months.at(-1)?.closing ?? 0;
  const [inflow, outflow] = [262_774_918.46, 241_306_402.17];
  return [...months, { month: 6, opening, inflow, outflow, closing: roundHalfUp(opening + inflow - outflow, 2) }];
}

export const CASH: readonly CashMonth[] = cash();
export const CASH_AT_YEAR_END = CASH[0]?.opening ?? 0;

/** Sides of the fund table of May: item, budget, to date. */
export function mayFund(side: 'revenue' | 'expenditure'): { label: string; budget: number; ytd: number }[] {
  const sheet = may.find(({ name }) => name === '政府性基金表');
  if (!sheet) throw new RangeError('no 政府性基金表');
  const column = side === 'revenue' ? 0 : 4;
  return Array.from({ length: 11 }, (_, i) => ({
    label: sheet.text(4 + i, column),
    budget: sheet.figure(4 + i, column + 1),
    ytd: sheet.figure(4 + i, column + 2),
  }));
}

/** Codes of the 2023 classification, by the plain names of the month tables. */
export const REVENUE_CODES: Readonly<Record<string, string>> = {
  税收收入: '101',
  增值税: '10101',
  企业所得税: '10104',
  个人所得税: '10106',
  资源税: '10107',
  城市维护建设税: '10109',
  房产税: '10110',
  印花税: '10111',
  城镇土地使用税: '10112',
  土地增值税: '10113',
  车船税: '10114',
  耕地占用税: '10118',
  契税: '10119',
  环境保护税: '10121',
  其他税收收入: '10199',
  非税收入: '103',
  专项收入: '10302',
  行政事业性收费收入: '10304',
  罚没收入: '10305',
  '国有资源(资产)有偿使用收入': '10307',
  其他收入: '10399',
};
