import { significantDigits } from '../../numbers/decimal';
import { meets } from '../../numbers/interval';
import type { Entry } from '../text/entries';
import type { Claim } from './claim';
import { isSameKind, type ReadText } from './reading';

/** Fewer digits than that meet by chance. */
const TELLING = 3;

/** The same amount told twice: each against the one before it. */
export function equalClaims({ entries }: ReadText): Claim[] {
  return [...again(entries), ...inAnotherUnit(entries)];
}

/** 12.35亿元（123512万元）: one amount in two units. */
function inAnotherUnit(entries: readonly Entry[]): Claim[] {
  return entries.flatMap((entry): Claim[] => {
    const next = entries[entry.index + 1];
    const isAgain =
      next !== undefined &&
      next.opens.brackets === '(' &&
      next.opens.clauses.length < 3 &&
      next.subject === '' &&
      entry.said.length === 0 &&
      isSameKind(next.level, entry.level) &&
      next.level.unit.factor !== entry.level.unit.factor;
    if (!isAgain) return [];
    return [
      {
        kind: 'equal',
        stated: next.level,
        operands: [entry.level],
        computed: entry.level.interval,
        verdict: meets(next.level.interval, entry.level.interval) ? 'holds' : 'broken',
        grounds: 'said',
        repairs: [
          { figure: next.level, wanted: entry.level.interval },
          { figure: entry.level, wanted: next.level.interval },
        ],
      },
    ];
  });
}

function again(entries: readonly Entry[]): Claim[] {
  const seen = new Map<string, Entry>();
  return entries.flatMap((entry): Claim[] => {
    const { level } = entry;
    if (level.isBlank || significantDigits(level.size) < TELLING) return [];
    const key = `${level.unit.kind}|${level.unit.thing}|${level.size}`;
    const before = seen.get(key);
    seen.set(key, entry);
    if (!before || !isSameKind(level, before.level)) return [];
    return [
      {
        kind: 'equal',
        stated: level,
        operands: [before.level],
        computed: before.level.interval,
        verdict: 'holds',
        grounds: 'guess',
      },
    ];
  });
}
