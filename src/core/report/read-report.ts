import { areaClaims } from './claims/areas';
import { assistanceClaims } from './claims/assistance';
import { growthOfTotals } from './claims/growth-of-total';
import { sameGrowthClaims, sameRateClaims } from './claims/same-rates';
import { balanceClaims } from './claims/balances';
import { remainderClaims } from './claims/remainders';
import { pointsClaims } from './claims/points';
import { praiseClaims, rangeClaims, undoneClaims } from './claims/against-words';
import { nestedCountClaims } from './claims/nested-counts';
import { clashClaims } from './claims/clashes';
import { standardClaims } from './claims/standards';
import { baseYearClaims } from './claims/base-years';
import { namedWholeClaims } from './claims/named-wholes';
import type { Claim } from './claims/claim';
import { directionClaims } from './claims/direction';
import { equalClaims } from './claims/equal';
import { growthClaims } from './claims/growth';
import { progressClaims } from './claims/progress';
import type { ReadText } from './claims/reading';
import { shareClaims } from './claims/share';
import { brokenSums } from './claims/broken-sums';
import { contradictions, type Contradiction } from './contradictions';
import { sumClaims } from './claims/sums';
import { sumsOfChanges } from './claims/sums-of-changes';
import { itemClaims } from './claims/items';
import { restatedClaims } from './claims/restated';
import { partClaims } from './claims/parts';
import { findSums } from './claims/find-sums';
import { bounded } from './claims/bounded';
import { findEntries, findFigures } from './text/entries';
import { layOut } from './text/layout';
import { findMentions } from './text/mentions';
import type { Mention } from './text/mention';
import { findPeriods } from './text/periods';
import { plainText } from './text/plain-text';

/** A report with what its own figures say of it. */
export interface ReportReading extends ReadText {
  readonly mentions: readonly Mention[];
  readonly claims: readonly Claim[];
  readonly contradictions: readonly Contradiction[];
}

/** Reads a report: its figures, what each is of, and every claim that its figures can prove or contradict. */
export function readReport(text: string): ReportReading {
  const plain = plainText(text);
  const mentions = findMentions(plain);
  const figures = findFigures(layOut(plain, mentions));
  const read: ReadText = { plain, figures, entries: findEntries(figures), periods: findPeriods(plain) };
  const sums = findSums(read);
  const found = [
    ...growthClaims(read),
    ...progressClaims(read),
    ...shareClaims(read, sums),
    ...sumClaims(sums),
    ...sumsOfChanges(read),
    ...growthOfTotals(sums),
    ...sameGrowthClaims(read),
    ...balanceClaims(read),
    ...itemClaims(read),
    ...restatedClaims(read),
    ...partClaims(read),
    ...brokenSums(read, sums),
    ...standardClaims(read),
    ...baseYearClaims(read),
    ...assistanceClaims(read),
    ...areaClaims(read),
    ...namedWholeClaims(read),
    ...remainderClaims(read, sums),
    ...pointsClaims(read),
    ...praiseClaims(read),
    ...rangeClaims(read),
    ...undoneClaims(read),
    ...nestedCountClaims(read),
    ...clashClaims(read),
    ...equalClaims(read),
    ...directionClaims(read),
  ];
  const claims = [...found, ...sameRateClaims(found)].filter(hasNoBlank).map(bounded);
  return { ...read, mentions, claims, contradictions: contradictions(claims) };
}

/** A claim with a blank in it is not judged. */
function hasNoBlank({ stated, operands }: Claim): boolean {
  return !stated.isBlank && operands.every(({ isBlank }) => !isBlank);
}
