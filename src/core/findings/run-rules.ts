import type { Position } from '../grid/address';
import type { Cause } from '../relations/types';
import type { Source } from '../fiscal/pack';
import { fingerprintOf, hash } from './fingerprint';
import type { Dossier } from '../reading/dossier';
import type { Datum, Level, Report, Rule, Skip, StatedRelation } from './rule';
import type { Grade } from '../fiscal/grade';

/** A frozen record of something that is wrong or worth a look. */
export interface Finding {
  readonly code: string;
  readonly level: Level;
  readonly grade?: Grade;
  readonly sheet: string;
  readonly cells: readonly Position[];
  readonly relation?: StatedRelation;
  /** Relations that the same cause breaks: folded here instead of being findings of their own. */
  readonly consequences: readonly StatedRelation[];
  /** `<code>.<id>` in `src/messages`. */
  readonly messageId: string;
  readonly data: Readonly<Record<string, Datum>>;
  readonly expected?: number;
  readonly actual?: number;
  readonly difference?: number;
  readonly cause?: Cause;
  readonly source?: Source;
  readonly fingerprint: string;
}

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
}

/** Runs the rules over a workbook that was read. The one exit of findings. */
export function runRules(context: Dossier, rules: readonly Rule[]): Outcome {
  const findings: Finding[] = [];
  const outcomes: RuleOutcome[] = [];
  const skipped: SkippedRule[] = [];
  for (const rule of rules) {
    const { passed, reports, skipped: skip } = rule.check(context);
    if (skip) skipped.push({ rule: rule.code, ...skip });
    outcomes.push({ rule: rule.code, passed, found: reports.length });
    for (const report of reports) findings.push(toFinding(rule.code, report, context));
  }
  return { findings: inOrder(uniquePrints(findings), context), rules: outcomes, skipped };
}

function toFinding(code: string, report: Report, context: Dossier): Finding {
  const reading = context.sheets.find(({ sheet }) => sheet.name === report.sheet);
  const { consequences = [], messageId, ...rest } = report;
  return {
    code,
    ...rest,
    consequences,
    messageId: `${code}.${messageId}`,
    fingerprint: reading ? fingerprintOf(code, reading, report.cells[0]) : hash([code, report.sheet]),
  };
}

/** Two rows of one name have one fingerprint: the second says that it is the second. */
function uniquePrints(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const count = (seen.get(finding.fingerprint) ?? 0) + 1;
    seen.set(finding.fingerprint, count);
    return count === 1 ? finding : { ...finding, fingerprint: `${finding.fingerprint}-${count}` };
  });
}

const LEVELS: readonly Level[] = ['error', 'warning', 'hint'];

/** Gravest first; within a level by sheet, row, column: the order in which a reader meets them. */
function inOrder(findings: readonly Finding[], context: Dossier): Finding[] {
  const sheetAt = new Map(context.workbook.sheets.map(({ name }, i) => [name, i]));
  const key = ({ level, grade, sheet, cells }: Finding) => [
    LEVELS.indexOf(level),
    grade === 'yellow' ? 1 : 0,
    sheetAt.get(sheet) ?? 0,
    cells[0]?.row ?? 0,
    cells[0]?.column ?? 0,
  ];
  return findings
    .map((finding) => ({ finding, key: key(finding) }))
    .sort((a, b) => {
      const i = a.key.findIndex((value, at) => value !== b.key[at]);
      return i < 0 ? 0 : (a.key[i] ?? 0) - (b.key[i] ?? 0);
    })
    .map(({ finding }) => finding);
}
