import type { Claim } from '../claims/claim';
import type { ReportReading } from '../read-report';
import type { SourceFigure } from './sources';

/** A month has some more persons, or some less, than the months on the average. */
const NEAR = 0.1;

/** The payments of a report against the persons of the workbooks: near the persons that they are for, or not. */
export function withHeadCounts(reading: ReportReading, sources: readonly SourceFigure[]): ReportReading {
  const judged = new Map(
    reading.claims.flatMap((claim) => {
      const counted = claim.kind === 'heads' ? judgedBy(claim, reading, sources) : undefined;
      return counted ? [[claim, counted] as const] : [];
    }),
  );
  if (judged.size === 0) return reading;
  const broken = [...judged.values()].filter(({ verdict }) => verdict === 'broken');
  return {
    ...reading,
    claims: reading.claims.map((claim) => judged.get(claim) ?? claim),
    contradictions: [...reading.contradictions, ...broken.map((claim) => ({ claim, also: [], slip: undefined }))],
  };
}

function judgedBy(claim: Claim, { entries }: ReportReading, sources: readonly SourceFigure[]): Claim | undefined {
  const benefit = /^(?:城市|农村)低保/.exec(entries.find(({ level }) => level === claim.stated)?.subject ?? '')?.[0];
  const { computed } = claim;
  if (benefit === undefined || !computed) return undefined;
  const counts = sources.filter(
    ({ role, thing, header, title, path, isTotal, isOfTime }) =>
      role === 'persons' &&
      (thing === '' || thing === '人') &&
      !/人次|户/.test(header.split('/').at(-1) ?? '') &&
      (path.at(-1)?.includes(benefit) === true || ((isTotal || isOfTime) && `${header}|${title}`.includes(benefit))),
  );
  if (counts.length === 0) return undefined;
  const isNear = counts.some(({ size }) => size >= computed.low * (1 - NEAR) && size <= computed.high * (1 + NEAR));
  return { ...claim, verdict: isNear ? 'holds' : 'broken', grounds: 'said' };
}
