import { z } from 'zod';
import { INDICATOR_IDS } from '../core/fiscal/indicators/catalogue';
import { PACK_LEVELS, type PackLayer } from '../core/fiscal/pack';
import { FUNCTION_CODES } from '../core/fiscal/subjects';
import { parsed } from './parsed-file';

/** Made when the first pack is read: most workbooks come without. */
const layer = z.lazy(() => {
  const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
  const source = z.strictObject({
    document: z.string().min(1),
    article: z.string().optional(),
    from: day.optional(),
    to: day.optional(),
    verified: z.boolean(),
  });
  const positive = z.number().min(0).max(1e9);
  const bound = z.strictObject({ value: positive, source });
  const twoBounds = z.strictObject({ warn: positive, fail: positive, source });
  const band = z
    .strictObject({ low: positive, high: positive, source })
    .refine(({ low, high }) => low < high, { path: ['high'] });
  const yearly = z.array(bound).min(1);

  const bounds = z
    .strictObject({
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
      transferBegun: twoBounds,
      guaranteeCoverage: bound,
      debtCover: bound,
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
      openTender: bound,
      spike: z.strictObject({ low: z.number().min(-1).max(0), high: positive, source }),
      yearEndShare: bound,
      lateSpending: bound,
      lowExecution: bound,
      otherShare: bound,
      oldAge: bound,
      payday: bound,
      headcountJump: bound,
    })
    .partial();

  const calibres = z
    .strictObject({
      coverage: z.enum(['K1', 'K2', 'K3', 'K4', 'K5']),
      totalRevenue: z.enum(['withTransfers', 'withUpperShares']),
      livelihood: z.union([z.enum(['default14', 'core5']), z.array(z.enum(FUNCTION_CODES)).min(1)]),
      directFunds: z.enum(['issued', 'arrived']),
      schedule: z.enum(['month', 'day']),
    })
    .partial();

  return z.strictObject({
    name: z.string().min(1),
    level: z.enum(PACK_LEVELS),
    bounds: bounds.optional(),
    calibres: calibres.optional(),
    redLines: z.array(z.enum(INDICATOR_IDS)).optional(),
    classification: z
      .array(
        z.strictObject({
          code: z.string().regex(/^\d{3,9}$/),
          name: z.string().min(1),
          from: z.int().min(2007).max(2100),
          source,
        }),
      )
      .optional(),
  });
});

/** Reads a pack file; throws a {@link FileProblem} that names the field. */
export function readPack(text: string): PackLayer {
  return parsed(text, layer) as PackLayer;
}
