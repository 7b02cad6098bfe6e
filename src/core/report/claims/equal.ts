import { significantDigits } from '../../numbers/decimal';
import type { Entry } from '../text/entries';
import type { Claim } from './claim';
import { isSameKind, type ReadText } from './reading';

/** Fewer digits than that meet by chance. */
const TELLING = 3;

/** The same amount told twice: each against the one before it. */
export function equalClaims({ entries }: ReadText): Claim[] {
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
