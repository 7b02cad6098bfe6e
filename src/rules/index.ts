import type { Rule } from '../core/findings/rule';
import { totalOfParts } from './A101-total-of-parts';
import { growthRate } from './A102-growth-rate';
import { completionRate } from './A103-completion-rate';
import { increase } from './A104-increase';
import { average } from './A105-average';
import { share } from './A106-share';
import { ofWhich } from './A107-of-which';
import { outOfScale } from './A108-out-of-scale';
import { unlikeNeighbours } from './F201-unlike-neighbours';
import { typedOver } from './F202-typed-over';
import { sumStopsShort } from './F203-sum-stops-short';
import { subtotalTwice } from './F204-subtotal-twice';
import { offByOne } from './F205-off-by-one';
import { mixedReference } from './F206-mixed-reference';
import { referenceToBlank } from './F207-reference-to-blank';
import { referenceToText } from './F208-reference-to-text';
import { errorValue } from './F209-error-value';
import { numberAsText } from './F210-number-as-text';
import { staleResult } from './F211-stale-result';
import { cashRollForward } from './T301-cash-roll-forward';
import { twoSidedBalance } from './T302-two-sided-balance';
import { twoSources } from './T303-two-sources';
import { taxAndNonTax } from './T304-tax-and-non-tax';
import { monthOfTotals } from './T305-month-of-totals';
import { priorYear } from './T306-prior-year';
import { openingBalance } from './T307-opening-balance';
import { dueAndPaid } from './T308-due-and-paid';
import { rosterSum } from './T309-roster-sum';
import { personsTimesStandard } from './T310-persons-times-standard';
import { yearlyAndMonthly } from './T311-yearly-and-monthly';
import { disposalIncomeRule } from './T312-disposal-income';
import { unexplainedRemainder } from './T313-unexplained-remainder';
import { codeAndName } from './T314-code-and-name';
import { disposedBeforeApproved } from './T315-disposed-before-approved';
import { overdueBalance } from './T316-overdue-balance';
import { idCheckDigit } from './T317-id-check-digit';
import { personTwice } from './T318-person-twice';
import { ageAndId } from './T319-age-and-id';
import { overBudget } from './T320-over-budget';
import { periodDisagrees } from './T321-period-disagrees';
import { listAndSummary } from './T322-list-and-summary';
import { standardOfKind } from './T323-standard-of-kind';
import { keyTwice } from './T324-key-twice';
import { threePublicRaised } from './T325-three-public-raised';
import { repaidAboveBorrowed } from './T326-repaid-above-borrowed';
import { wholeBelowPart } from './T327-whole-below-part';
import { splitPurchases } from './T328-split-purchases';
import { monthSeriesRule } from './T329-month-series';
import { sameFiguresTwice } from './T330-same-figures';
import { dateOrder } from './T331-date-order';
import { beyondItsWhole } from './T332-beyond-its-whole';
import { figuresInSentences } from './T333-told-in-cells';
import { debtServiceTwice } from './T334-debt-service';
import { treasuryCoverageRule } from './I401-treasury-coverage';
import { beyondBand } from './I402-beyond-band';
import { behindSchedule } from './I403-behind-schedule';
import { nearThreshold } from './I404-near-threshold';
import { heldBack } from './I405-held-back';
import { debtDue } from './I406-debt-due';
import { unitBehind } from './I407-unit-behind';
import { linesBehind } from './I408-lines-behind';

/** Every rule, in the order of its code. */
export const RULES: readonly Rule[] = [
  totalOfParts,
  growthRate,
  completionRate,
  increase,
  average,
  share,
  ofWhich,
  outOfScale,
  unlikeNeighbours,
  typedOver,
  sumStopsShort,
  subtotalTwice,
  offByOne,
  mixedReference,
  referenceToBlank,
  referenceToText,
  errorValue,
  numberAsText,
  staleResult,
  cashRollForward,
  twoSidedBalance,
  twoSources,
  taxAndNonTax,
  monthOfTotals,
  priorYear,
  openingBalance,
  dueAndPaid,
  rosterSum,
  personsTimesStandard,
  yearlyAndMonthly,
  disposalIncomeRule,
  unexplainedRemainder,
  codeAndName,
  disposedBeforeApproved,
  overdueBalance,
  idCheckDigit,
  personTwice,
  ageAndId,
  overBudget,
  periodDisagrees,
  listAndSummary,
  standardOfKind,
  keyTwice,
  threePublicRaised,
  repaidAboveBorrowed,
  wholeBelowPart,
  splitPurchases,
  monthSeriesRule,
  sameFiguresTwice,
  dateOrder,
  beyondItsWhole,
  figuresInSentences,
  debtServiceTwice,
  treasuryCoverageRule,
  beyondBand,
  behindSchedule,
  nearThreshold,
  heldBack,
  debtDue,
  unitBehind,
  linesBehind,
];
