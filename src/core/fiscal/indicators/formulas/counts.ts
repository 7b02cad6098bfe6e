import { none, stated } from '../building-blocks';
import type { CheckCount, Checks, CountFormula, Inquiry } from '../indicator';
import type { IndicatorId } from '../catalogue';

const PAYMENTS = '低保/补贴发放表';

/** How a rule came out; one that could not be judged is missing. */
function countOf(ask: Inquiry, checks: Checks, code: string, item: string): CheckCount {
  const count = checks.get(code);
  if (!count) ask.lacking('', item);
  return count ?? { passed: 0, found: 0 };
}

/** How often rules found something of which there should be nothing. */
function violations(rules: readonly string[], item: string, verdict: 'warn' | 'fail' = 'fail'): CountFormula {
  return {
    rules,
    compute: (ask, checks) =>
      none(
        rules.reduce((sum, code) => sum + countOf(ask, checks, code, item).found, 0),
        verdict,
      ),
  };
}

/** Indicators that count what rules found, of every letter. */
export const COUNTS: Readonly<Partial<Record<IndicatorId, CountFormula>>> = {
  T04: violations(['T303'], '两张列有同一指标的表'),
  T08: violations(['A106'], '列有占比的表'),
  T10: violations(['T305'], '上月的同一张表'),
  T11: violations(['T306'], '上年同月的同一张表', 'warn'),
  T14: violations(['T311'], '同时列有年标准、月标准的表', 'warn'),
  S09: {
    rules: ['T310'],
    compute: (ask, checks) => {
      const { passed, found } = countOf(ask, checks, 'T310', '人数、标准和金额');
      const [placed] = ask.tables(PAYMENTS, '残疾人两项补贴发放', ({ table }) => /两项补贴|残疾人/.test(table.title));
      return placed && passed + found > 0
        ? stated(
            ask.whole(
              PAYMENTS,
              /金额合计|合计金额|金额/,
              '两项补贴金额',
              'money',
              ({ table }) => table === placed.table,
            ),
          )
        : undefined;
    },
  },
  S11: violations(['T319'], '高龄补贴名册', 'warn'),
  S13: violations(['T317', 'T318'], '列有证件号码的名册'),
  S14: violations(['T308'], '同时列有应发、实发的名册'),
  Z06: violations(['T312'], '处置台账和资产处置收入'),
  Z08: violations(['T315'], '处置日期和批复日期'),
  D09: violations(['T316'], '列有到期日和余额的债务台账'),
};

/** Codes of the rules that must have judged before these can be counted. */
export const COUNTED_RULES: readonly string[] = [...new Set(Object.values(COUNTS).flatMap(({ rules }) => rules))];
