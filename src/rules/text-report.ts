import type { Amount, Datum, Level } from '../core/findings/rule';
import type { TextDossier, TextReport } from '../core/findings/text-rule';
import type { ClaimKind } from '../core/report/claims/claim';
import type { Slip } from '../core/report/claims/slips';
import type { Contradiction } from '../core/report/contradictions';
import type { Figure } from '../core/report/text/entries';
import type { ReportReading } from '../core/report/read-report';

/** The contradictions of some kinds of claim. */
export function contradictionsOf({ reading }: TextDossier, kinds: readonly ClaimKind[]): Contradiction[] {
  return reading.contradictions.filter(({ claim }) => kinds.includes(claim.kind));
}

/** More figures than these are no help in a sentence. */
const MOST_NAMED = 6;

/** What a message about a claim may say. */
type Told = 'subject' | 'stated' | 'computed' | 'from';

function only(told: readonly string[], data: Readonly<Record<string, Datum>>): Readonly<Record<string, Datum>> {
  return Object.fromEntries(Object.entries(data).filter(([name]) => told.includes(name)));
}

/** A claim that does not come out: both numbers, what they rest on, and the slip that would mend it. */
export function claimReport<MessageId extends string>(
  { claim, slip }: Contradiction,
  messageId: MessageId,
  level: Level,
  { reading }: TextDossier,
  told: readonly Told[] = ['subject', 'stated', 'computed', 'from'],
): TextReport<MessageId> {
  const { stated, operands, computed, word } = claim;
  const first = slip?.figure ?? stated;
  const others = [stated, ...operands].filter((figure) => figure !== first);
  const { factor } = stated.unit;
  const middle = computed && (computed.low + computed.high) / 2 / factor;
  const named = operands.map((figure) => printed(figure, reading));
  return {
    level,
    at: word ? [word] : [first, ...others].map(({ placed: { mention } }) => mention),
    messageId,
    data: {
      ...only(told, {
        subject: subjectOf(stated, reading),
        stated: printed(stated, reading),
        ...(middle === undefined || !Number.isFinite(middle)
          ? {}
          : { computed: `${rounded(middle, stated)}${unitOf(stated)}` }),
        from: named.length > MOST_NAMED ? [...named.slice(0, MOST_NAMED), '…'] : named,
      }),
      ...(told.includes('computed') ? causeOf(slip, reading) : {}),
    },
    ...(middle === undefined || !Number.isFinite(middle)
      ? {}
      : { expected: middle, actual: stated.placed.mention.value, difference: stated.placed.mention.value - middle }),
    meaning: [claim.kind, ...[stated, ...operands].map((figure) => subjectOf(figure, reading))],
  };
}

/** A figure as the text prints it, with its unit. */
export function printed({ placed: { mention } }: Figure, { plain }: ReportReading): string {
  return plain.slice(mention.start, mention.unitEnd).replace(/\s/g, '');
}

/** The thing that a figure is of; the words before it where no thing is named. */
export function subjectOf(figure: Figure, { entries }: ReportReading): string {
  const entry = entries.find(({ level, said }) => level === figure || said.includes(figure));
  return entry?.topic || figure.placed.lead;
}

function unitOf({ placed: { mention } }: Figure): string {
  return mention.unitText.replace(/\s/g, '');
}

function rounded(value: number, { placed: { mention } }: Figure): string {
  return Math.abs(value).toFixed(Math.min(6, mention.decimals));
}

/** In the terms of the messages about slips in workbooks. */
function causeOf(slip: Slip | undefined, reading: ReportReading): Readonly<Record<string, string | Amount>> {
  if (!slip) return {};
  const { value, decimals } = slip.figure.placed.mention;
  const cause = {
    culprit: subjectOf(slip.figure, reading),
    was: { amount: value, decimals },
    shouldBe: { amount: slip.shouldBe, decimals: Math.max(decimals, decimalsOf(slip.shouldBe)) },
  };
  if (slip.kind === 'transposed') return { cause: slip.kind, ...cause, high: '', low: '' };
  if (slip.kind !== 'scale') return { cause: slip.kind, ...cause };
  const factor = value / slip.shouldBe;
  return {
    cause: slip.kind,
    ...cause,
    up: factor > 1 ? 'yes' : 'no',
    factor: String(Number((factor > 1 ? factor : 1 / factor).toPrecision(6))),
  };
}

function decimalsOf(value: number): number {
  return /\.(\d+)$/.exec(String(Number(value.toPrecision(12))))?.[1]?.length ?? 0;
}
