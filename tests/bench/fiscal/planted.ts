import { checkWorkbook } from '../../../src/app/check-workbook';
import { plainCheck, type PlainFinding } from '../../../src/app/plain-findings';
import { translator } from '../../../src/messages/translator';
import type { Truth } from '../../../scripts/samples/planted-errors';
import { companionsOf, type Sample } from './sample-county';

/** A planted error and the codes of the findings that touch it. */
export interface Outcome {
  readonly sample: string;
  readonly planted: Truth;
  readonly told: readonly string[];
}

export async function plantedOutcomes(county: readonly Sample[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const sample of county) {
    const findings = await findingsOf(sample, sample.dirty, county);
    outcomes.push(
      ...sample.planted.map((planted) => ({
        sample: sample.name,
        planted,
        told: findings.filter((finding) => touches(finding, planted)).map(({ code }) => code),
      })),
    );
  }
  return outcomes;
}

export function acceptable({ code }: Truth): readonly string[] {
  return typeof code === 'string' ? [code] : code;
}

/** Told by a rule that is meant to, not by just any. */
export function isFound({ planted, told }: Outcome): boolean {
  return told.some((code) => acceptable(planted).includes(code));
}

/** What is found in the clean workbook and is not meant. */
export async function falseFindings(sample: Sample, county: readonly Sample[]): Promise<PlainFinding[]> {
  const findings = await findingsOf(sample, sample.clean, county);
  return findings.filter(({ sheet, code }) => !sample.facts.some((fact) => fact.sheet === sheet && fact.code === code));
}

async function findingsOf(
  sample: Sample,
  workbook: Sample['clean'],
  county: readonly Sample[],
): Promise<readonly PlainFinding[]> {
  return plainCheck(await checkWorkbook(workbook, { companions: companionsOf(sample, county) }), translator('zh-CN'))
    .findings;
}

function touches({ sheet, cells, relation }: PlainFinding, planted: Truth): boolean {
  if (sheet !== planted.sheet) return false;
  const named = new Set([...cells, ...(relation ? [relation.target, ...relation.range] : [])].map(String));
  return planted.cells.some((cell) => named.has(String(cell)));
}
