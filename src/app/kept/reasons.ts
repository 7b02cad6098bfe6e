import { z } from 'zod';
import { readable, type KeptKind } from './kind';

const reason = z.object({
  fingerprint: z.string().min(1),
  text: z.string().min(1),
  by: z.string().optional(),
  on: z.string().optional(),
  valueThen: z.number().optional(),
});

/** 审核说明: why a finding may stand, bound to what it means. */
export interface Reason {
  readonly fingerprint: string;
  readonly text: string;
  readonly by?: string;
  /** The day as the user gave it. */
  readonly on?: string;
  /** The figure when it was given: where it has moved, the reason is stale. */
  readonly valueThen?: number;
}

export const REASONS: KeptKind<readonly Reason[]> = {
  name: 'reasons',
  version: 1,
  read: (value) => readable(value, (one) => reason.parse(one) as Reason),
};
