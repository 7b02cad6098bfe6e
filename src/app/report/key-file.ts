import { z } from 'zod';
import type { MaskedFigure } from '../../core/report/fill/mask';
import { parsed } from '../parsed-file';

const key = z.strictObject({
  gouji: z.literal('mask'),
  figures: z.array(z.strictObject({ at: z.number().int().nonnegative(), text: z.string().min(1).max(60) })),
});

/** Reads what fills a masked text again; throws a FileProblem that names the field. */
export function readKey(text: string): readonly MaskedFigure[] {
  return (parsed(text, key) as z.infer<typeof key>).figures;
}

export function keyText(figures: readonly MaskedFigure[]): string {
  return `${JSON.stringify({ gouji: 'mask', figures }, null, 1)}\n`;
}
