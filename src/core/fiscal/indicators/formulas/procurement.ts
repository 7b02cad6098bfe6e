import { bounded, stated, tie } from '../building-blocks';
import { plus } from '../figure';
import type { Formulas } from '../indicator';

const MARKET = '电子卖场交易';
const TURNOVER = /交易额|成交金额|金额/;

/** P: procurement. What stands outside the market, and limits of the province, are in no table here. */
export const PROCUREMENT = {
  P01: (ask) =>
    stated(
      ask.whole(
        MARKET,
        TURNOVER,
        'marketTurnover',
        'money',
        ({ table }) => !table.columns.some(({ path }) => /订单号|单号/.test(path.join('|'))),
      ),
    ),
  P04: (ask) =>
    tie(
      ask.money(MARKET, 'total', TURNOVER, 'procurementTotal'),
      plus(...[/^货物/, /^工程/, /^服务/].map((row) => ask.money(MARKET, row, TURNOVER, 'procurementParts'))),
    ),
  P05: (ask) =>
    bounded(
      ask.whole(MARKET, /中小企业/, 'smallFirms.turnover'),
      ask.whole(MARKET, /^交易额|成交金额/, 'turnover', 'money', ({ table }) =>
        table.columns.some(({ path, role }) => /中小企业/.test(path.join('|')) && role === 'amount'),
      ),
      ask.pack.smallFirmsShare,
      'atLeast',
      'warn',
    ),
} satisfies Formulas;
