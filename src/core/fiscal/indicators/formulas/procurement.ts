import { bounded, stated, tie } from '../building-blocks';
import { plus } from '../figure';
import type { Formulas } from '../indicator';

const MARKET = '电子卖场交易';
const TURNOVER = /交易额|成交金额|金额/;

/** P: procurement. What stands outside the market, and limits of the province, are in no table here. */
export const PROCUREMENT: Formulas = {
  P01: (ask) =>
    stated(
      ask.whole(
        MARKET,
        TURNOVER,
        '电子卖场交易额',
        'money',
        ({ table }) => !table.columns.some(({ path }) => /订单号|单号/.test(path.join('|'))),
      ),
    ),
  P04: (ask) =>
    tie(
      ask.money(MARKET, 'total', TURNOVER, '三类合计'),
      plus(...[/^货物/, /^工程/, /^服务/].map((row) => ask.money(MARKET, row, TURNOVER, '货物、工程、服务'))),
    ),
  P05: (ask) =>
    bounded(
      ask.whole(MARKET, /中小企业/, '中小企业交易额'),
      ask.whole(MARKET, /^交易额|成交金额/, '交易额', 'money', ({ table }) =>
        table.columns.some(({ path, role }) => /中小企业/.test(path.join('|')) && role === 'amount'),
      ),
      ask.pack.smallFirmsShare,
      'atLeast',
      'warn',
    ),
};
