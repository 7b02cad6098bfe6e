import type { Dossier } from '../reading/dossier';
import type { SheetReading } from '../reading/sheet-reading';
import type { Judgement, Rule, SheetRule } from './rule';

/** What one rule said of one sheet, and by what it was judged. */
interface Kept {
  readonly asOf: string | undefined;
  readonly pack: Dossier['pack'];
  readonly judgement: Judgement;
}

/**
 * What rules said of a sheet is remembered with its reading, which never changes: after an edit only the
 * sheet that was edited is judged again.
 */
const REMEMBERED = new WeakMap<SheetReading, Map<SheetRule, Kept>>();

export function judge(rule: Rule, dossier: Dossier): Judgement {
  if (rule.reach === 'set') return rule.check(dossier);
  const { sheets, asOf, pack } = dossier;
  if (sheets.length === 0) return rule.check({ sheets, pack, ...(asOf === undefined ? {} : { asOf }) });
  const judged = sheets.map((reading) => judgeSheet(rule, reading, dossier));
  const [first] = judged;
  // A rule is skipped where it found nothing to judge on any sheet.
  const isSkipped = judged.every(({ skipped }) => skipped !== undefined);
  return {
    passed: judged.reduce((sum, { passed }) => sum + passed, 0),
    reports: judged.flatMap(({ reports }) => reports),
    ...(isSkipped && first?.skipped ? { skipped: first.skipped } : {}),
  };
}

function judgeSheet(rule: SheetRule, reading: SheetReading, { asOf, pack }: Dossier): Judgement {
  const kept = REMEMBERED.get(reading) ?? new Map<SheetRule, Kept>();
  REMEMBERED.set(reading, kept);
  const known = kept.get(rule);
  if (known && known.asOf === asOf && known.pack === pack) return known.judgement;
  const judgement = rule.check({ sheets: [reading], pack, ...(asOf === undefined ? {} : { asOf }) });
  kept.set(rule, { asOf, pack, judgement });
  return judgement;
}
