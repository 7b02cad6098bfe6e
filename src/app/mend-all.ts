import type { BookId } from '../core/grid/book-id';
import { sheetOfPlace } from '../core/fix/apply-fix';
import type { Fix, Write } from '../core/fix/fix';
import type { Finding } from '../core/findings/finding';
import type { Workbook } from '../core/grid/sheet';
import type { CellsChange } from '../hosts/host';
import { allOf, mends, type FixPreview } from './fix-preview';
import type { Session } from './session';

/** A finding that was put right, and what came of it. */
export interface Mended {
  readonly finding: Finding;
  readonly preview: FixPreview;
}

/** A finding with a repair that was not made. */
export interface LeftAlone {
  readonly finding: Finding;
  readonly fix: Fix;
  /** `choice`: a person must say which figure is wrong; `noHelp`: it would stay, or something else would break. */
  readonly why: 'choice' | 'protected' | 'noHelp';
}

export interface MendedBook {
  readonly mended: readonly Mended[];
  readonly left: readonly LeftAlone[];
  /** All of it at once: from what the workbook held at first. */
  readonly change: CellsChange;
}

/** More repairs than these are no clerk's slips: the workbook is of another kind than we think. */
const MOST_REPAIRS = 1000;

/**
 * Repairs what a book's check can repair, one finding after another: first what the figures prove, and of the rules
 * that were asked for by code also what is only likely. Each repair is tried out before: it is made only where its
 * finding goes away and no error comes.
 */
export async function mendAll(session: Session, book: BookId, only?: readonly string[]): Promise<MendedBook> {
  const mended: Mended[] = [];
  const left = new Map<string, LeftAlone>();
  for (let tries = 0; tries < MOST_REPAIRS; tries++) {
    const next = await nextRepair(session, book, only, left);
    if (!next) break;
    session.write(book, next.preview.writes);
    mended.push(next);
  }
  // What was left at first may have been put right together with another.
  const { outcome } = await session.check(book);
  const still = new Set(allOf(outcome.findings).map(({ fingerprint }) => fingerprint));
  return {
    mended,
    left: [...left.values()].filter(({ finding }) => still.has(finding.fingerprint)),
    change: joined(mended.map(({ preview }) => preview)),
  };
}

async function nextRepair(
  session: Session,
  book: BookId,
  only: readonly string[] | undefined,
  left: Map<string, LeftAlone>,
): Promise<Mended | undefined> {
  const { outcome, context } = await session.check(book);
  for (const finding of allOf(outcome.findings)) {
    if (only && !only.includes(finding.code)) continue;
    for (const fix of finding.fixes) {
      const key = JSON.stringify([finding.fingerprint, fix.writes]);
      if (left.has(key)) continue;
      const leave = (why: LeftAlone['why']) => left.set(key, { finding, fix, why });
      if (!fix.safe && !only) leave('choice');
      else if (isProtected(context.workbook, fix.writes)) leave('protected');
      else {
        const preview = await session.preview(book, fix.writes);
        if (mends(preview, finding)) return { finding, preview };
        leave('noHelp');
      }
    }
  }
  return undefined;
}

function isProtected(workbook: Workbook, writes: readonly Write[]): boolean {
  return writes.some(({ at }) => sheetOfPlace(workbook, at)?.protected === true);
}

/** Many changes as one: of each cell the first that it held, and the last that it is to hold. */
function joined(changes: readonly CellsChange[]): CellsChange {
  const keyOf = ({ sheet, row, column }: { readonly sheet: string; readonly row: number; readonly column: number }) =>
    `${sheet}\u0001${row},${column}`;
  const writes = new Map<string, Write>();
  const results = new Map<string, CellsChange['results'][number]>();
  for (const change of changes) {
    for (const write of change.writes)
      writes.set(keyOf(write.at), { ...write, before: writes.get(keyOf(write.at))?.before ?? write.before });
    for (const result of change.results)
      results.set(keyOf(result), { ...result, before: results.get(keyOf(result))?.before ?? result.before });
  }
  return { writes: [...writes.values()], results: [...results.values()] };
}
