import { placeKey, samePlace, type Place } from '../grid/place';
import { firstCell, type Finding } from './finding';
import { LEVELS } from './rule';

/** A finding with the places that explain it where another finding names them first. */
export interface Unfolded {
  readonly finding: Finding;
  readonly follows: readonly Place[];
  /** Whether it says that its first cell is wrong; a bound that is missed does not. */
  readonly blamesFigure: boolean;
}

/** What means the same becomes one finding with several places; what another finding explains goes under that one. */
export function foldFindings(found: readonly Unfolded[]): Finding[] {
  return underTheirCauses(ofOneMeaning(found));
}

/** Rows of one path, or one figure that differs from several others: one finding, every place in it once. */
function ofOneMeaning(found: readonly Unfolded[]): Unfolded[] {
  const byPrint = new Map<string, Unfolded>();
  for (const one of found) {
    const known = byPrint.get(one.finding.fingerprint);
    byPrint.set(one.finding.fingerprint, known ? joined(known, one) : one);
  }
  return [...byPrint.values()];
}

function joined(known: Unfolded, other: Unfolded): Unfolded {
  const [graver, lesser] =
    LEVELS.indexOf(other.finding.level) < LEVELS.indexOf(known.finding.level) ? [other, known] : [known, other];
  const { finding } = graver;
  const also = lesser.finding;
  const [first, second] = [finding.at[0], also.at[0]];
  // The same cell told against another source is one place; another row of the same name is one more.
  const more = first && second && !samePlace(first, second) ? [second] : [];
  return {
    finding: {
      ...finding,
      at: unique([...finding.at, ...also.at]),
      against: unique([...finding.against, ...also.against]),
      consequences: [...finding.consequences, ...(also.relation ? [also.relation] : []), ...also.consequences],
      ...(more.length + (also.alike ?? []).length > 0
        ? { alike: unique([...(finding.alike ?? []), ...more, ...(also.alike ?? [])]) }
        : {}),
      fixes: [...finding.fixes, ...also.fixes],
    },
    follows: [...graver.follows, ...lesser.follows],
    blamesFigure: graver.blamesFigure,
  };
}

function unique(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [placeKey(place), place])).values()];
}

function underTheirCauses(found: readonly Unfolded[]): Finding[] {
  const causes = found.filter(({ follows }) => follows.length === 0);
  const kept: { finding: Finding; readonly follows: readonly Place[] }[] = [];
  const leading = new Map<string, (typeof kept)[number]>();
  // Those that stand by themselves first: only they, and what was kept after them, can explain another.
  for (const one of [...causes, ...found.filter((candidate) => !causes.includes(candidate))]) {
    const cause = one.follows.map((place) => leading.get(placeKey(place))).find((other) => other !== undefined);
    if (cause) {
      cause.finding = { ...cause.finding, folded: [...cause.finding.folded, one.finding] };
      continue;
    }
    const entry = { ...one };
    kept.push(entry);
    const first = firstCell(one.finding);
    if (first && one.blamesFigure && !leading.has(placeKey(first))) leading.set(placeKey(first), entry);
  }
  return kept.map(({ finding }) => finding);
}
