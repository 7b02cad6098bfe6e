import { roundHalfUp } from '../../../src/core/numbers/decimal';
import type { SampleBook } from '../book';
import {
  isTransferGroup,
  MAY_REVENUE,
  MAY_SPENDING,
  MAY_TRANSFERS,
  NON_TAX_NAMES,
  pick,
  REVENUE_CODES,
  TAX_NAMES,
  type Line,
} from '../figures';
import { swap } from '../planted-errors';
import { seeded } from '../random';
import { SheetDraft } from '../sheet-draft';
import { caption, rolled, TableDraft, type Entry } from '../table-draft';
import { inMonth, upTo } from '../table-truth';

/** The year before: what its sums to date are, the tables of May 2023 print as 上年同期. Typed throughout, as an export is. */
const COUNTY = '青禾县';

function sheets(): SheetDraft[] {
  return [revenue(), spending(), transfers(), cash()];
}

const percent = (now: number, before: number) => roundHalfUp((now / before - 1) * 100, 2);

/** Period only in the sheet name. */
function revenue(): SheetDraft {
  const random = seeded(20220501);
  const sheet = new SheetDraft('2022年5月收入');
  caption(sheet, { title: `${COUNTY}地方财政收入完成情况`, left: '编制：预算股', right: '单位：万元', last: 7 });
  const table = new TableDraft(sheet, {
    kind: '一般公共预算收入执行情况表',
    unit: '万元',
    period: inMonth(2022, 5),
    top: 2,
    columns: [
      ['项目', 'item', 40],
      ['年初预算', 'budget_initial'],
      ['当月完成', 'month'],
      ['累计完成', 'ytd'],
      ['去年同期累计', 'prior'],
      ['增减额', 'delta'],
      ['增减%', 'pct_yoy'],
      ['完成预算%', 'pct_budget'],
    ],
  });
  const leaf = (name: string) => {
    const line = pick(MAY_REVENUE, name);
    return {
      name,
      figures: [
        Math.round(line.initial / (1.02 + random() * 0.05)),
        line.monthPrior,
        line.prior,
        roundHalfUp(line.prior / (0.94 + random() * 0.14), 2),
      ] as const,
    };
  };
  const taxes = TAX_NAMES.map(leaf);
  const others = NON_TAX_NAMES.map(leaf);
  type Figures = readonly [number, number, number, number];
  const sum = (list: readonly { figures: Figures }[]): Figures =>
    [0, 1, 2, 3].map((i) =>
      roundHalfUp(
        list.reduce((all, { figures }) => all + (figures[i] ?? 0), 0),
        2,
      ),
    ) as unknown as Figures;
  const put = (label: string, figures: Figures, style: 'plain' | 'bold' | 'total' = 'plain') => {
    const [budget, month, ytd, prior] = figures;
    table.add(
      [
        label,
        budget,
        month,
        ytd,
        prior,
        roundHalfUp(ytd - prior, 2),
        percent(ytd, prior),
        roundHalfUp((ytd / budget) * 100, 2),
      ],
      style,
    );
  };
  // Code and name in one cell, as the treasury system prints them.
  const fused = (name: string) => `${REVENUE_CODES[name]} ${name}`;
  put(fused('税收收入'), sum(taxes), 'bold');
  taxes.forEach(({ name, figures }) => put(`  ${fused(name)}`, figures));
  put(fused('非税收入'), sum(others), 'bold');
  others.forEach(({ name, figures }) => put(`  ${fused(name)}`, figures));
  put('地方收入合计', sum([...taxes, ...others]), 'total');
  return sheet;
}

/** Codes and one column of figures as text, the total in between nothing: last. */
function spending(): SheetDraft {
  const random = seeded(20220502);
  const sheet = new SheetDraft('2022年5月支出');
  caption(sheet, { at: 1, title: `${COUNTY}2022年1-5月财政支出完成情况`, left: '单位：万元', last: 7 });
  const table = new TableDraft(sheet, {
    kind: '支出执行表',
    unit: '万元',
    period: upTo(2022, 5),
    top: 3,
    decimals: 0,
    columns: [
      ['编码', 'code'],
      ['科目名称', 'item', 32],
      ['预算数', 'budget_initial'],
      ['本月', 'month'],
      ['累计', 'ytd'],
      ['同期', 'prior'],
      ['±额', 'delta'],
      ['±%', 'pct_yoy'],
    ],
  });
  const lines = MAY_SPENDING.filter(({ code }) => code !== undefined).map((line) => {
    const budget = Math.round(line.initial / (1.01 + random() * 0.06));
    const prior = Math.round(line.prior / (0.95 + random() * 0.1));
    return { line, figures: [budget, Math.round(line.prior * (0.17 + random() * 0.06)), line.prior, prior] as const };
  });
  const entries = ([budget, month, ytd, prior]: readonly number[]): Entry[] => [
    budget,
    month,
    ytd,
    String(prior),
    (ytd ?? 0) - (prior ?? 0),
    percent(ytd ?? 0, prior ?? 1),
  ];
  for (const { line, figures } of lines) table.add([line.code, line.name, ...entries(figures)]);
  const total = [0, 1, 2, 3].map((i) => lines.reduce((sum, { figures }) => sum + (figures[i] ?? 0), 0));
  table.add([undefined, '合\u3000计', ...entries(total)], 'total');
  return sheet;
}

function transfers(): SheetDraft {
  const random = seeded(20220503);
  const sheet = new SheetDraft('转移支付');
  caption(sheet, { title: `${COUNTY}2022年1-5月转移支付资金到位情况表`, right: '单位：万元', last: 4 });
  const table = new TableDraft(sheet, {
    kind: '转移支付表',
    unit: '万元',
    period: upTo(2022, 5),
    top: 2,
    decimals: 0,
    columns: [
      ['项\u3000目', 'item', 44],
      ['2022年预算数', 'budget_initial'],
      ['累计到位数', 'ytd'],
      ['占预算%', 'pct_budget'],
      ['备注', 'remark'],
    ],
  });
  const put = (line: Line, budget: number, style: 'plain' | 'bold' | 'total') =>
    table.add([line.label, budget, line.prior, roundHalfUp((line.prior / budget) * 100, 1)], style);
  const budgets = new Map(
    MAY_TRANSFERS.filter((line, i) => i > 0 && !isTransferGroup(line)).map(({ name, initial }) => [
      name,
      Math.round(initial / (0.98 + random() * 0.08)),
    ]),
  );
  let all = 0;
  const rest = MAY_TRANSFERS.slice(1);
  rest.forEach((line, i) => {
    const after = rest.slice(i + 1);
    const end = after.findIndex(isTransferGroup);
    const parts = end < 0 ? after : after.slice(0, end);
    const budget = isTransferGroup(line)
      ? parts.reduce((sum, { name }) => sum + (budgets.get(name) ?? 0), 0)
      : (budgets.get(line.name) ?? 0);
    if (!isTransferGroup(line)) all += budget;
    put(line, budget, isTransferGroup(line) ? 'bold' : 'plain');
  });
  put({ ...pick(MAY_TRANSFERS, '上级补助收入合计'), label: '合\u3000计' }, all, 'total');
  return sheet;
}

function cash(): SheetDraft {
  const sheet = new SheetDraft('库款');
  caption(sheet, { title: `${COUNTY}2022年5月库款收支情况月报`, right: '单位：万元', last: 4 });
  const table = new TableDraft(sheet, {
    kind: '库款月报',
    unit: '万元',
    period: inMonth(2022, 5),
    top: 2,
    columns: [
      ['月份', 'item', 10],
      ['期初余额', 'opening'],
      ['流入', 'inflow'],
      ['流出', 'outflow'],
      ['期末余额', 'closing'],
    ],
  });
  const flows: readonly (readonly [number, number])[] = [
    [21_806.42, 19_233.8],
    [13_550.18, 15_027.36],
    [18_941.07, 18_460.95],
    [15_202.8, 15_871.44],
    [17_660.53, 17_118.29],
  ];
  let row = -1;
  flows.forEach(([into, out], i) => {
    const before = row;
    const opening: Entry =
      i === 0 ? 8_412.65 : { formula: () => `E${before + 1}`, compute: (figure) => figure(before, 4) };
    row = table.add([`${i + 1}月`, opening, into, out, rolled(1, 2, 3)]);
  });
  return sheet;
}

export const COUNTY_LAST_YEAR: SampleBook = {
  name: 'county-2022-05',
  sheets,
  facts: [{ sheet: '2022年5月收入', code: 'I402', why: '非税占比高于30%' }],
  errors: [
    {
      sheet: '2022年5月收入',
      item: '个人所得税',
      column: 3,
      code: ['T306', 'A101', 'A104', 'A102'],
      kind: 'transposed',
      level: 'error',
      change: swap(1),
    },
    {
      sheet: '2022年5月收入',
      item: '地方收入合计',
      column: 2,
      code: ['T304', 'A101'],
      kind: 'wrongTotal',
      level: 'error',
      change: (was) => was + 800,
    },
    {
      sheet: '2022年5月收入',
      item: '契税',
      column: 7,
      code: 'A103',
      kind: 'wrongRate',
      level: 'error',
      change: (was) => roundHalfUp(was + 4.4, 2),
    },
    {
      sheet: '2022年5月收入',
      item: '车船税',
      column: 0,
      code: 'T314',
      kind: 'codeAndName',
      level: 'error',
      change: () => '  10114 印花税',
    },
    {
      sheet: '2022年5月支出',
      item: '公共安全支出',
      column: 4,
      code: ['T306', 'A101', 'A104', 'A102'],
      kind: 'wrongDigit',
      level: 'error',
      change: (was) => was + 100,
    },
    {
      sheet: '2022年5月支出',
      item: '节能环保支出',
      column: 1,
      code: 'T314',
      kind: 'codeAndName',
      level: 'error',
      change: () => '卫生健康支出',
    },
    {
      sheet: '2022年5月支出',
      item: '商业服务业等支出',
      column: 7,
      code: 'A102',
      kind: 'sign',
      level: 'error',
      change: (was) => -was,
    },
    {
      sheet: '转移支付',
      item: '均衡性转移支付收入',
      column: 2,
      code: ['A101', 'T306', 'A103'],
      kind: 'droppedDigit',
      level: 'error',
      change: (was) => Math.floor(was / 10),
    },
    {
      sheet: '转移支付',
      item: '结算补助收入',
      column: 3,
      code: 'A103',
      kind: 'wrongRate',
      level: 'error',
      change: (was) => roundHalfUp(was - 7.3, 1),
    },
    {
      sheet: '库款',
      item: '3月',
      column: 4,
      code: ['T301', 'F202'],
      kind: 'typedOver',
      level: 'error',
      change: (was) => roundHalfUp(was + 100, 2),
    },
  ],
};
