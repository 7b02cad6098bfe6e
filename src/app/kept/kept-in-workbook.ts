import type { PackLayer } from '../../core/fiscal/pack';
import type { Workbook } from '../../core/grid/sheet';
import type { Correction } from '../../core/tables/corrections';
import { CORRECTIONS } from './corrections';
import { correctionsFor } from './said-of-tables';
import { fromKept, toKeep, type KeptKind } from './kind';
import { STANDARDS } from './standards';

/** What was said of the tables of a workbook and lies in it. */
export function keptCorrections(workbook: Workbook): readonly Correction[] {
  return correctionsFor(entryOf(workbook, CORRECTIONS), workbook.fileName ?? '');
}

/** The bounds and definitions that were chosen for a workbook and lie in it. */
export function keptStandards(workbook: Workbook): readonly PackLayer[] {
  const layer = entryOf(workbook, STANDARDS);
  return layer ? [layer] : [];
}

/** The workbook as if these lay in it. */
export function withStandards(workbook: Workbook, standards: PackLayer): Workbook {
  const kept = { ...workbook.kept, [STANDARDS.name]: JSON.stringify(toKeep(STANDARDS, standards)) };
  return { ...workbook, kept };
}

function entryOf<T>({ kept }: Workbook, kind: KeptKind<T>): T {
  const json = kept?.[kind.name];
  try {
    return fromKept(kind, json === undefined ? undefined : (JSON.parse(json) as unknown));
  } catch {
    return kind.read(undefined);
  }
}
