import { fixFor, provenFixes } from '../fix/proven-fix';
import type { Position } from '../grid/address';
import { bookId, placesOn } from '../grid/place';
import type { Dossier } from '../reading/dossier';
import { type Coverage, coverageOf, type Unread } from './coverage';
import type { Finding } from './finding';
import { fingerprints, hash, type Fingerprints } from './fingerprint';
import { foldFindings, type Unfolded } from './fold';
import { inOrder } from './order';
import { judge } from './judge';
import type { Report, Rule, Skip } from './rule';

export interface RuleOutcome {
  readonly rule: string;
  readonly passed: number;
  readonly found: number;
}

export interface SkippedRule extends Skip {
  readonly rule: string;
}

/** What was found, what was right, and what could not be judged. */
export interface Outcome {
  readonly findings: readonly Finding[];
  readonly rules: readonly RuleOutcome[];
  readonly skipped: readonly SkippedRule[];
  /** What became of every figure. */
  readonly coverage: readonly Coverage[];
  readonly unread: readonly Unread[];
}

/**
 * Runs the rules over a workbook that was read. The one exit of findings: here each gets its places, its
 * fingerprint and its fixes; what means the same becomes one, what another explains is folded under it,
 * and all are put in order.
 */
export function runRules(dossier: Dossier, rules: readonly Rule[]): Outcome {
  const print = fingerprints(dossier);
  const found: Unfolded[] = [];
  const outcomes: RuleOutcome[] = [];
  const skipped: SkippedRule[] = [];
  for (const rule of rules) {
    const { passed, reports, skipped: skip } = judge(rule, dossier);
    if (skip) skipped.push({ rule: rule.code, ...skip });
    outcomes.push({ rule: rule.code, passed, found: reports.length });
    for (const report of reports) found.push(findingOf(rule, report, dossier, print));
  }
  const findings = inOrder(foldFindings(found), dossier);
  let covered: Pick<Outcome, 'coverage' | 'unread'> | undefined;
  return {
    findings,
    rules: outcomes,
    skipped,
    // While sheets are still being read nobody asks.
    get coverage() {
      return (covered ??= coverageOf(dossier, findings)).coverage;
    },
    get unread() {
      return (covered ??= coverageOf(dossier, findings)).unread;
    },
  };
}

function findingOf(rule: Rule, report: Report, dossier: Dossier, print: Fingerprints): Unfolded {
  const {
    consequences = [],
    messageId,
    sheet,
    cells,
    against = [],
    follows = [],
    extent = 'cell',
    indicator,
    aspect = '',
    mends,
    ...rest
  } = report;
  if (!rule.levels.includes(rest.level)) throw new RangeError(`${rule.code} may not report at ${rest.level}`);
  const reading = dossier.sheets.find((candidate) => candidate.sheet.name === sheet);
  const book = bookId(dossier.workbook);
  const thing = `${rule.code}.${rule.degrees?.find((ids) => ids.includes(messageId))?.[0] ?? messageId}.${aspect}${directionOf(report)}`;
  const isRedLine = indicator !== undefined && rest.grade === 'red' && dossier.pack.redLines.includes(indicator);
  const finding: Finding = {
    code: rule.code,
    ...rest,
    at: placesOn(book, sheet, cells),
    against,
    ...(isRedLine ? { redLine: true } : {}),
    consequences,
    folded: [],
    messageId: `${rule.code}.${messageId}`,
    fixes: reading
      ? mends
        ? [fixFor(book, reading.sheet, mends.cells, mends.safe)]
        : provenFixes(book, reading.sheet, rest.cause, rest.data['cause'] !== 'oneOf')
      : [],
    fingerprint: reading ? print(thing, reading, meant(report), extent) : hash([thing, sheet]),
  };
  return { finding, follows: placesOn(book, sheet, follows), blamesFigure: indicator === undefined };
}

/** What a finding is about: the figure that does not follow, for which cell is to blame may turn with what else is wrong. */
function meant({ relation, cells: [first] }: Report): Position | undefined {
  return relation?.target ?? first;
}

/** Of a total along its row and another down its column each is a thing of its own. */
function directionOf({ relation }: Report): string {
  const [operand] = relation?.range ?? [];
  return relation && operand ? (operand.row === relation.target.row ? 'across' : 'down') : '';
}
