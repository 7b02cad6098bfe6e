import { z } from 'zod';
import { subjectById } from '../core/fiscal/subjects';
import type { Correction } from '../core/tables/corrections';
import { COLUMN_ROLES } from '../core/tables/table';
import { MONEY_UNITS } from '../core/numbers/unit';
import { isTableKind } from '../core/tables/table-kinds';
import { parsed } from './parsed-file';

/** Made when the first file is read: most workbooks come without. */
const corrections = z.lazy(() => {
  const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

  const correction = z.strictObject({
    sheet: z.string(),
    title: z.string(),
    kind: z.string().refine(isTableKind).optional(),
    unit: z.enum(Object.keys(MONEY_UNITS) as (keyof typeof MONEY_UNITS)[]).optional(),
    period: z.strictObject({ from: day, to: day }).optional(),
    columns: z.array(z.strictObject({ header: z.string(), role: z.enum(COLUMN_ROLES) })).optional(),
    rows: z
      .array(z.strictObject({ label: z.string(), subject: z.string().refine((id) => subjectById(id) !== undefined) }))
      .optional(),
  });
  return z.array(correction);
});

/** Reads a file of corrections; throws a {@link FileProblem} that names the field. */
export function readCorrections(text: string): readonly Correction[] {
  return parsed(text, corrections) as readonly Correction[];
}
