import { roundHalfUp } from '../../../src/core/numbers/decimal';
import type { SampleBook } from '../book';
import {
  CASH_AT_YEAR_END,
  isTransferGroup,
  JUNE_REVENUE,
  JUNE_SPENDING,
  JUNE_TRANSFERS,
  NON_TAX_NAMES,
  pick,
  TAX_NAMES,
  type Line,
} from '../figures';
import { swap } from '../planted-errors';
import { seeded } from '../random';
import { SheetDraft, sumOfRun } from '../sheet-draft';
import { caption, growth, rateOf, rolled, TableDraft, type Entry } from '../table-draft';
import { wholeYear } from '../table-truth';

/** 总决算 of 2022: what stands at its end, 2023 begins with. */
const COUNTY = '青禾县';
const YEAR = wholeYear(2022);
/** 年终结转结余 of 2022, 万元, which is the 上年结余收入 of 2023. */
const CARRIED = 48_620;

interface Final {
  readonly name: string;
  readonly budget: number;
  readonly adjusted: number;
  readonly done: number;
  readonly prior: number;
}

/** The half year of 2022 stands in the tables of June 2023; the whole year follows from it. */
function finals(lines: readonly Line[], share: number, seed: number, decimals: number): Final[] {
  const random = seeded(seed);
  return lines.map(({ name, prior }) => {
    const done = roundHalfUp(prior / (share + random() * 0.03), decimals);
    return {
      name,
      budget: Math.round(done * (0.97 + random() * 0.05)),
      adjusted: Math.round(done * (1.005 + random() * 0.04)),
      done,
      prior: roundHalfUp(done / (0.95 + random() * 0.1), decimals),
    };
  });
}

const TAXES = finals(
  TAX_NAMES.map((name) => pick(JUNE_REVENUE, name)),
  0.53,
  20221201,
  2,
);
const NON_TAXES = finals(
  NON_TAX_NAMES.map((name) => pick(JUNE_REVENUE, name)),
  0.52,
  20221202,
  2,
);
const CLASSES = finals(
  JUNE_SPENDING.filter(({ code }) => code !== undefined),
  0.55,
  20221203,
  0,
);
const TRANSFERS = finals(
  JUNE_TRANSFERS.filter((line, i) => i > 0 && !isTransferGroup(line)),
  0.76,
  20221204,
  0,
);

const sum = (lines: readonly Final[], measure: 'budget' | 'adjusted' | 'done' | 'prior') =>
  roundHalfUp(
    lines.reduce((all, line) => all + line[measure], 0),
    2,
  );

function sheets(): SheetDraft[] {
  return [revenue(), spending(), transfers(), balance(), insurance(), cash()];
}

function revenue(): SheetDraft {
  const sheet = new SheetDraft('收入决算');
  caption(sheet, {
    title: `二〇二二年度${COUNTY}一般公共预算收入决算表`,
    left: '决算01表',
    right: '单位：万元',
    last: 6,
  });
  const table = new TableDraft(sheet, {
    kind: '一般公共预算收入执行情况表',
    unit: '万元',
    period: YEAR,
    top: 2,
    columns: [
      ['预算科目', 'item', 34],
      ['预算数', 'budget_initial'],
      ['调整预算数', 'budget_adjusted'],
      ['决算数', 'ytd'],
      ['决算数为调整预算数的%', 'pct_budget', 13],
      ['上年决算数', 'prior'],
      ['为上年决算数的增减%', 'pct_yoy', 13],
    ],
  });
  const others: Record<number, Entry> = { 4: rateOf(3, 2), 6: growth(3, 5) };
  const group = (name: string, lines: readonly Final[]) => {
    const at = table.keep();
    const rows = lines.map((line) =>
      table.add([`\u3000\u3000${line.name}`, line.budget, line.adjusted, line.done, others[4], line.prior, others[6]]),
    );
    return table.total(at, [name], rows, 'run', [1, 2, 3, 5], others, 'bold');
  };
  const groups = [group('一、税收收入', TAXES), group('二、非税收入', NON_TAXES)];
  table.addTotal(['本年收入合计'], groups, 'plus', [1, 2, 3, 5], others);
  return sheet;
}

function spending(): SheetDraft {
  const sheet = new SheetDraft('支出决算');
  caption(sheet, {
    title: `2022年度${COUNTY}一般公共预算支出决算功能分类总表`,
    left: '决算02表',
    right: '单位：万元',
    last: 6,
  });
  const table = new TableDraft(sheet, {
    kind: '支出执行表',
    unit: '万元',
    period: YEAR,
    top: 2,
    decimals: 0,
    columns: [
      ['预算科目', 'item', 34],
      ['预算数', 'budget_initial'],
      ['调整预算数', 'budget_adjusted'],
      ['决算数', 'ytd'],
      ['完成%', 'pct_budget'],
      ['上年决算数', 'prior'],
      ['备注', 'remark'],
    ],
  });
  const total = table.keep();
  const rows = CLASSES.map(({ name, budget, adjusted, done, prior }) =>
    table.add([name, budget, adjusted, done, rateOf(3, 2), prior]),
  );
  table.total(total, ['本年支出合计'], rows, 'run', [1, 2, 3, 5], { 4: rateOf(3, 2) });
  return sheet;
}

/** 预算数 and 决算数 only, grouped in the three ways that money comes down. */
function transfers(): SheetDraft {
  const sheet = new SheetDraft('转移支付决算');
  caption(sheet, {
    at: 1,
    title: `${COUNTY}2022年一般公共预算税收返还和转移支付决算分项目表`,
    right: '单位：万元',
    last: 2,
  });
  const table = new TableDraft(sheet, {
    kind: '转移支付表',
    unit: '万元',
    period: YEAR,
    top: 3,
    decimals: 0,
    columns: [
      ['项\u3000\u3000目', 'item', 46],
      ['预算数', 'budget_initial', 14],
      ['决算数', 'ytd', 14],
    ],
  });
  const total = table.keep();
  let parts: number[] = [];
  let head: { at: number; label: string } | undefined;
  const groups: number[] = [];
  const close = () => {
    if (head) groups.push(table.total(head.at, [head.label], parts, 'run', [1, 2], {}, 'bold'));
    parts = [];
  };
  for (const line of JUNE_TRANSFERS.slice(1)) {
    if (isTransferGroup(line)) {
      close();
      head = { at: table.keep(), label: line.label };
    } else {
      const final = TRANSFERS.find(({ name }) => name === line.name);
      if (final) parts.push(table.add([`\u3000\u3000${line.name}`, final.budget, final.done]));
    }
  }
  close();
  table.total(total, ['上级补助收入合计'], groups, 'plus', [1, 2]);
  return sheet;
}

/** Both halves under one header, the sums on the last row; what 2023 begins with stands above them at the right. */
function balance(): SheetDraft {
  const sheet = new SheetDraft('平衡');
  caption(sheet, { title: `${COUNTY}2022年度一般公共预算收支决算平衡表`, right: '单位：万元', last: 3 });
  const plan = { kind: '收支平衡表', unit: '万元', period: YEAR, top: 2 } as const;
  const left = new TableDraft(sheet, {
    ...plan,
    columns: [
      ['收入项目', 'item', 34],
      ['决算数', 'ytd', 15],
    ],
  });
  const right = new TableDraft(sheet, {
    ...plan,
    left: 2,
    columns: [
      ['支出项目', 'item', 34],
      ['决算数', 'ytd', 15],
    ],
  });
  const [local, helped, spent] = [sum([...TAXES, ...NON_TAXES], 'done'), sum(TRANSFERS, 'done'), sum(CLASSES, 'done')];
  const outgo = [
    ['一般公共预算支出', spent],
    ['上解上级支出', 5_640],
    ['地方政府一般债务还本支出', 7_900],
    ['补充预算稳定调节基金', 3_060],
    ['年终结转结余', CARRIED],
  ] as const;
  const total = roundHalfUp(
    outgo.reduce((all, [, value]) => all + value, 0),
    2,
  );
  const income = [
    ['地方一般公共预算收入', local],
    ['上级补助收入', helped],
    ['地方政府一般债务转贷收入', 9_600],
    ['调入资金', 62_000],
  ] as const;
  const before = roundHalfUp(total - income.reduce((all, [, value]) => all + value, 0), 2);
  [...income, ['上年结余收入', before] as const].forEach((line) => left.add(line));
  outgo.forEach((line) => right.add(line));
  left.add(['收入总计', total], 'total');
  right.add(['支出总计', total], 'total');
  return sheet;
}

/** 社保基金 of the year before: its end is the head of 2023. */
function insurance(): SheetDraft {
  const sheet = new SheetDraft('社保决算');
  caption(sheet, { title: `${COUNTY}2022年社会保险基金决算收支结余表`, left: '单位：千元', last: 5 });
  const table = new TableDraft(sheet, {
    kind: '社保基金',
    unit: '千元',
    period: YEAR,
    top: 2,
    decimals: 1,
    columns: [
      ['项目', 'item', 32],
      ['上年结余', 'opening'],
      ['当年收入', 'inflow'],
      ['当年支出', 'outflow'],
      ['年末滚存结余', 'closing', 14],
      ['备注', 'remark'],
    ],
  });
  const lines = [
    ['城乡居民基本养老保险基金', 21_846.5, 18_012.4, 13_940.2],
    ['机关事业单位基本养老保险基金', 3_260.18, 26_118, 25_870.6],
    ['城乡居民基本医疗保险基金', 8_412.9, 41_330.8, 40_006.5],
    ['职工基本医疗保险基金', 15_077.33, 15_204.6, 13_118.2],
    ['工伤保险基金', 986.4, 790.3, 611.9],
  ] as const;
  const rows = lines.map(([name, closing, into, out]) =>
    table.add([
      name,
      roundHalfUp((closing - into + out) * 10, 1),
      roundHalfUp(into * 10, 1),
      roundHalfUp(out * 10, 1),
      rolled(1, 2, 3),
    ]),
  );
  table.addTotal(['合计'], rows, 'run', [1, 2, 3, 4]);
  return sheet;
}

/** Quarters instead of months. */
function cash(): SheetDraft {
  const sheet = new SheetDraft('库款');
  caption(sheet, { title: `${COUNTY}2022年度国库库款收支余情况`, right: '单位：元', last: 4 });
  const table = new TableDraft(sheet, {
    kind: '库款月报',
    unit: '元',
    period: YEAR,
    top: 2,
    columns: [
      ['季度', 'item', 12],
      ['期初余额', 'opening', 19],
      ['流入', 'inflow', 19],
      ['流出', 'outflow', 19],
      ['期末余额', 'closing', 19],
    ],
  });
  const flows = [
    [542_975_700.12, 527_220_100.4],
    [531_018_655.7, 538_904_213.05],
    [560_447_018.33, 571_006_390.9],
    [668_190_422.6, 681_412_151.22],
  ] as const;
  const end = flows.reduce((balance, [into, out]) => balance + into - out, 0);
  let opening = roundHalfUp(CASH_AT_YEAR_END - end, 2);
  const rows = flows.map(([into, out], i) => {
    const at = table.add([`第${'一二三四'[i]}季度`, opening, into, out, rolled(1, 2, 3)]);
    opening = table.figure(at, 4);
    return at;
  });
  table.addTotal(['全年'], rows, 'run', [2, 3]);
  return sheet;
}

export const FINAL_ACCOUNT: SampleBook = {
  name: 'final-account-2022',
  sheets,
  facts: [
    { sheet: '收入决算', code: 'I402', why: '非税占比高于30%' },
    { sheet: '平衡', code: 'I402', why: '年终结转结余占支出的比重高于9%' },
    { sheet: '库款', code: 'I401', why: '年末库款保障水平低于0.5' },
  ],
  errors: [
    {
      sheet: '收入决算',
      item: '一、税收收入',
      column: 5,
      code: ['F203', 'A101', 'F201'],
      kind: 'sumStopsShort',
      level: 'error',
      change: (_, row) => sumOfRun(row + 1, row + 12, 5),
    },
    {
      sheet: '支出决算',
      item: '教育支出',
      column: 3,
      code: 'T320',
      kind: 'overBudget',
      level: 'error',
      change: (was) => was + 9_000,
      shows: [{ item: '教育支出', column: 4 }],
    },
    {
      sheet: '支出决算',
      item: '交通运输支出',
      column: 4,
      code: ['A103', 'F202'],
      kind: 'typedOver',
      level: 'error',
      change: (was) => roundHalfUp(was - 12.4, 2),
    },
    {
      sheet: '转移支付决算',
      item: '一般性转移支付收入',
      column: 2,
      code: ['F202', 'A101'],
      kind: 'typedOver',
      level: 'error',
      change: (was) => was + 5_000,
    },
    {
      sheet: '平衡',
      item: '上级补助收入',
      column: 1,
      code: ['A101', 'T303'],
      kind: 'transposed',
      level: 'error',
      change: swap(1),
    },
    {
      sheet: '平衡',
      item: '年终结转结余',
      column: 3,
      code: ['T307', 'A101'],
      kind: 'notNextYearsHead',
      level: 'error',
      change: (was) => was + 1_200,
    },
    {
      sheet: '社保决算',
      item: '工伤保险基金',
      column: 4,
      code: ['F202', 'T301', 'T307'],
      kind: 'typedOver',
      level: 'error',
      change: (was) => roundHalfUp(was + 500, 1),
    },
    {
      sheet: '社保决算',
      item: '城乡居民基本养老保险基金',
      column: 2,
      code: ['T307', 'T303', 'T301'],
      kind: 'notNextYearsHead',
      level: 'error',
      change: (was) => was + 3_000,
      shows: [{ item: '城乡居民基本养老保险基金', column: 4 }],
    },
    {
      sheet: '库款',
      item: '第三季度',
      column: 1,
      code: ['T301', 'T307'],
      kind: 'notLastQuartersEnd',
      level: 'error',
      change: (was) => was + 6_000_000,
    },
  ],
};
