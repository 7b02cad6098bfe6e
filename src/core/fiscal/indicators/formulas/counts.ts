import { none, stated } from '../building-blocks';
import type { MissingItem } from '../items';
import type { CheckCount, Checks, CountFormula, CountFormulas, Inquiry } from '../indicator';

const PAYMENTS = '低保/补贴发放表';

/** How a rule came out; one that could not be judged is missing. */
function countOf(ask: Inquiry, checks: Checks, code: string, item: MissingItem): CheckCount {
  const count = checks.get(code);
  if (!count) ask.lacking('', item);
  return count ?? { passed: 0, found: 0 };
}

/** How often rules found something of which there should be nothing. */
function violations(rules: readonly string[], item: MissingItem, verdict: 'warn' | 'fail' = 'fail'): CountFormula {
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
export const COUNTS = {
  T04: violations(['T303'], 'twoSources'),
  T08: violations(['A106'], 'shares'),
  T10: violations(['T305'], 'lastMonth'),
  T11: violations(['T306'], 'lastYear', 'warn'),
  T14: violations(['T311'], 'yearlyAndMonthly', 'warn'),
  S09: {
    rules: ['T310'],
    compute: (ask, checks) => {
      const { passed, found } = countOf(ask, checks, 'T310', 'personsAndStandard');
      const [placed] = ask.tables(PAYMENTS, 'disabledPayments', ({ table }) => /两项补贴|残疾人/.test(table.title));
      return placed && passed + found > 0
        ? stated(
            ask.whole(
              PAYMENTS,
              /金额合计|合计金额|金额/,
              'disabledAmount',
              'money',
              ({ table }) => table === placed.table,
            ),
          )
        : undefined;
    },
  },
  S11: violations(['T319'], 'oldAgeRoster', 'warn'),
  S13: violations(['T317', 'T318'], 'idRoster'),
  S14: violations(['T308'], 'dueAndPaidRoster'),
  P03: violations(['T328'], 'orders', 'warn'),
  Z06: violations(['T312'], 'disposalsAndIncome'),
  Z08: violations(['T315'], 'disposalAndApproval'),
  D09: violations(['T316'], 'dueDatesAndBalance'),
} satisfies CountFormulas;

/** Codes of the rules that must have judged before these can be counted. */
export const COUNTED_RULES: readonly string[] = [...new Set(Object.values(COUNTS).flatMap(({ rules }) => rules))];
