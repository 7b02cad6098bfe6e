import { z } from 'zod';
import { PACK_LEVELS, type PackLayer } from '../core/fiscal/pack';

/** A pack file that cannot be used: the first thing wrong with it, by the name of its field. */
export class PackError extends Error {
  constructor(
    /** `bounds.nonTaxShare.warn`; empty for the file as a whole. */
    readonly field: string,
    readonly problem: 'notJson' | 'unknownField' | 'missing' | 'wrong',
    readonly detail: string = '',
  ) {
    super(`${field}: ${problem} ${detail}`);
    this.name = 'PackError';
  }
}

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const source = z.strictObject({ document: z.string().min(1), article: z.string().optional(), from: day.optional(), to: day.optional(), verified: z.boolean() });
const positive = z.number().min(0).max(1e9);
const bound = z.strictObject({ value: positive, source });
const twoBounds = z.strictObject({ warn: positive, fail: positive, source });
const band = z.strictObject({ low: positive, high: positive, source }).refine(({ low, high }) => low < high, { path: ['high'] });
const yearly = z.array(bound).min(1);

const bounds = z.strictObject({
  treasury: z.strictObject({ low: bound, high: bound, alarm: bound, monthsBelow: bound }),
  cashDays: twoBounds,
  cashToGuarantee: bound,
  dispatchShare: bound,
  behindSchedule: twoBounds,
  halfYear: bound,
  nonTaxShare: twoBounds,
  taxShare: bound,
  taxDecline: twoBounds,
  nonTaxGrowth: bound,
  landTaxShare: bound,
  oneOffShare: twoBounds,
  settlementShare: bound,
  livelihoodShare: bound,
  reserve: band,
  turnover: bound,
  stabilisation: bound,
  surplusShare: bound,
  suspenseShare: bound,
  directAllocated: bound,
  interestShare: bound,
  fundBehind: bound,
  guaranteeCoverage: bound,
  debtLimit: bound,
  debtRatio: z.strictObject({ yellow: positive, orange: positive, red: positive, source }),
  repaymentShare: twoBounds,
  extremePoverty: bound,
  primaryPupil: yearly,
  juniorPupil: yearly,
  publicHealth: yearly,
  firms: z.array(z.strictObject({ from: positive, count: bound })).min(1),
  nearThreshold: bound,
  taxConcentration: bound,
  parkTaxPerMu: bound,
  parkTaxShare: bound,
  smallFirmsShare: bound,
  spike: z.strictObject({ low: z.number().min(-1).max(0), high: positive, source }),
  yearEndShare: bound,
  lateSpending: bound,
  lowExecution: bound,
  otherShare: bound,
  payday: bound,
  headcountJump: bound,
}).partial();

const calibres = z.strictObject({
  coverage: z.enum(['K1', 'K2', 'K3', 'K4', 'K5']),
  totalRevenue: z.enum(['withTransfers', 'withUpperShares']),
  livelihood: z.union([z.enum(['default14', 'core5']), z.array(z.string().regex(/^2\d{2}$/)).min(1)]),
  directFunds: z.enum(['issued', 'arrived']),
  schedule: z.enum(['month', 'day']),
}).partial();

const layer = z.strictObject({ name: z.string().min(1), level: z.enum(PACK_LEVELS), bounds: bounds.optional(), calibres: calibres.optional() });

/** Reads a pack file; throws a {@link PackError} that names the field. */
export function readPack(text: string): PackLayer {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new PackError('', 'notJson', error instanceof Error ? error.message : '');
  }
  const read = layer.safeParse(json);
  if (read.success) return withoutUndefined(read.data) as PackLayer;
  const [issue] = read.error.issues;
  const field = (issue?.path ?? []).join('.');
  if (issue?.code === 'unrecognized_keys') throw new PackError([field, issue.keys[0] ?? ''].filter((part) => part !== '').join('.'), 'unknownField');
  throw new PackError(field, issue?.code === 'invalid_type' && valueAt(json, issue.path) === undefined ? 'missing' : 'wrong', issue?.message ?? '');
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined), json);
}

/** Absent fields are absent, not `undefined`: laid over a pack they must not hide what is there. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [[key, withoutUndefined(one)]])));
}
