import type { Entry, Figure } from '../text/entries';
import type { Claim } from './claim';
import type { ReadText } from './reading';

/** So many others must name one base year before another is strange. */
const FEWEST = 2;

/** 由2022年的385元提高至420元: where all compare with one year, one that compares with another is to be looked at. */
export function baseYearClaims({ entries }: ReadText): Claim[] {
  const rises = entries.flatMap((entry) => {
    const from = entry.said.find(({ role }) => role.is === 'from');
    const year = from && yearIn(from, entry);
    return from && year !== undefined ? [{ from, year, paragraph: entry.opens.paragraph }] : [];
  });
  return rises.flatMap((rise): Claim[] => {
    const others = rises.filter((other) => other !== rise && other.paragraph === rise.paragraph);
    const [first] = others;
    if (!first || others.length < FEWEST || others.some(({ year }) => year !== first.year)) return [];
    return [
      {
        kind: 'base_year',
        stated: rise.from,
        operands: [],
        computed: { low: first.year, high: first.year },
        verdict: rise.year === first.year ? 'holds' : 'broken',
        grounds: 'said',
      },
    ];
  });
}

function yearIn({ placed }: Figure, { opens }: Entry): number | undefined {
  const year = /(?:由|从)((?:19|20)\d{2})年/.exec(`${opens.clauses.slice(-2).join(',')}${placed.lead}`)?.[1];
  return year === undefined ? undefined : Number(year);
}
