import { isWholeYear } from '../numbers/period';
import type { TableKind } from '../tables/table-kinds';
import type { Measure, Phase } from './measure';
import type { Side, SubjectId } from './subjects';

/** Tables that repeat what others are kept for: of two sources of one period theirs is the second. */
const DIGESTS: readonly TableKind[] = ['收支平衡表', '财政运行基础表'];

/** Tables of tasks, levels and places: their figures tie to the others', but no indicator is taken from them. */
const PARTIAL: readonly TableKind[] = [
  '任务分解',
  '国库收入分级表',
  '分级分部门',
  '财政支出分级分科目',
  '国库收支存月报',
];

/** Looks measures of the whole up; of several for one key the latest period counts, then the table kept for it, then the first met. */
export class MeasureIndex {
  private readonly byKey = new Map<string, Measure>();

  constructor(readonly measures: readonly Measure[]) {
    for (const measure of ofOneTier(measures)) {
      if (measure.subject === undefined || measure.scope !== '' || measure.unit === undefined || isPartial(measure))
        continue;
      const key = `${measure.subject}|${measure.phase}`;
      const known = this.byKey.get(key);
      if (!known || isBetter(measure, known)) this.byKey.set(key, measure);
    }
  }

  /** What was known on a day: figures of later days are not there, plans for the year of that day are. */
  until(day: string): MeasureIndex {
    return new MeasureIndex(
      this.measures.filter(
        ({ from = '', asOf }) =>
          asOf === undefined ||
          asOf <= day ||
          (asOf.slice(0, 4) === day.slice(0, 4) && isWholeYear({ from, to: asOf })),
      ),
    );
  }

  get(subject: SubjectId, phase: Phase): Measure | undefined {
    return this.byKey.get(`${subject}|${phase}`);
  }
}

/** The figures of each side of the budget from one tier alone. */
export function ofOneTier(measures: readonly Measure[]): Measure[] {
  const ownLevel = new Set(sidesOfOwnTier(measures));
  return measures.filter((measure) => isOfTier(measure, ownLevel.has(measure.side) ? 'own' : 'whole'));
}

/** Whether its table is one of tasks, levels or places, or it stands aside of what others are kept for. */
export function isPartial({ kind, isAside }: Measure): boolean {
  return PARTIAL.includes(kind) || isAside === true;
}

/** Whether its table repeats what others are kept for. */
export function isDigest({ kind }: Measure): boolean {
  return DIGESTS.includes(kind);
}

/** Whether a figure is of the whole (said or unsaid), or of a level's own budget. */
function isOfTier({ tier }: Measure, breadth: 'whole' | 'own'): boolean {
  return (tier?.breadth ?? 'whole') === breadth;
}

/**
 * 全市 and 市本级 must not meet in one ratio: each side of the budget is taken from one tier, from its own level only
 * where more is told of that than of the whole.
 */
function sidesOfOwnTier(measures: readonly Measure[]): Side[] {
  const told = (side: Side, breadth: 'whole' | 'own') =>
    new Set(
      measures
        .filter((measure) => measure.side === side && measure.scope === '' && isOfTier(measure, breadth))
        .map(({ subject, phase }) => `${subject ?? ''}|${phase}`),
    ).size;
  const ofOwn = new Set(measures.flatMap(({ side, tier }) => (tier?.breadth === 'own' ? [side] : [])));
  return [...ofOwn].filter((side) => told(side, 'own') > told(side, 'whole'));
}

function isBetter(a: Measure, b: Measure): boolean {
  // A plan for the year is of the year's last day, and yet older than what was done by June.
  const [yearA, yearB] = [a, b].map(({ from = '', asOf = '' }) => isWholeYear({ from, to: asOf }));
  if (yearA !== yearB && a.asOf?.slice(0, 4) === b.asOf?.slice(0, 4)) return !yearA;
  const [newer, older] = [a.asOf ?? '', b.asOf ?? ''];
  return newer === older ? isDigest(b) && !isDigest(a) : newer > older;
}
