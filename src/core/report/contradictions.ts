import type { Claim } from './claims/claim';
import { slipsOf, type Slip } from './claims/slips';
import type { Figure } from './text/entries';

/** A figure that its text contradicts: the claims that do not come out with it, and the slip that would mend them. */
export interface Contradiction {
  /** The claim that says it best. */
  readonly claim: Claim;
  /** Others that the same figure breaks. */
  readonly also: readonly Claim[];
  readonly slip: Slip | undefined;
}

/** What the figures of a text contradict, each by the figure that is likeliest to blame. */
export function contradictions(claims: readonly Claim[]): Contradiction[] {
  const holding = claims.filter(({ verdict }) => verdict === 'holds' || verdict === 'rounding');
  const suspects = claims
    .filter(({ verdict }) => verdict === 'broken')
    .flatMap((claim): Suspicion[] => {
      const slips = slipsOf(claim);
      const free = slips.find((slip) => !holding.some((other) => refutes(other, slip)));
      if (claim.grounds === 'guess' || claim.grounds === 'slip') return free ? [{ claim, slip: free }] : [];
      return [{ claim, slip: free }];
    });
  return byFigure(suspects);
}

/** Whether a claim that comes out would not with the figure that a slip is to be mended to. */
function refutes({ kind, repairs = [] }: Claim, { figure, shouldBe }: Slip): boolean {
  if (kind === 'part_of' || kind === 'equal') return false;
  const own = repairs.find((repair) => repair.figure === figure);
  if (!own) return false;
  const { unit, decimals } = figure.placed.mention;
  const half = (0.5 * unit.factor) / 10 ** decimals;
  const size = shouldBe * unit.factor;
  return size + half < own.wanted.low || size - half > own.wanted.high;
}

interface Suspicion {
  readonly claim: Claim;
  readonly slip: Slip | undefined;
}

/** Claims that one and the same slip mends are one contradiction. */
function byFigure(suspicions: readonly Suspicion[]): Contradiction[] {
  const known = new Map<Figure, { claim: Claim; also: Claim[]; slip: Slip | undefined }>();
  const inOrder = [...suspicions].sort((a, b) => rank(a) - rank(b));
  for (const { claim, slip } of inOrder) {
    const figure =
      [slip?.figure, claim.stated, ...claim.operands].find((one) => one && known.has(one)) ??
      slip?.figure ??
      claim.stated;
    const before = known.get(figure);
    if (before) before.also.push(claim);
    else known.set(figure, { claim, also: [], slip });
  }
  return [...known.values()].sort((a, b) => place(a) - place(b));
}

function rank({ claim: { grounds } }: Suspicion): number {
  return ['said', 'siblings', 'slip', 'guess'].indexOf(grounds);
}

function place({ claim, slip }: Contradiction): number {
  return (slip?.figure ?? claim.stated).placed.mention.start;
}
