import { z } from 'zod';
import { readable, type KeptKind } from './kind';

const ownRule = z.object({ code: z.string().regex(/^U6\d{2}$/), text: z.string().min(1).max(2000) });

/** A rule of the bureau's own (U6xx), as it was written. */
export interface OwnRule {
  readonly code: string;
  readonly text: string;
}

export const OWN_RULES: KeptKind<readonly OwnRule[]> = {
  name: 'rules',
  version: 1,
  read: (value) => readable(value, (one) => ownRule.parse(one)),
};
