import { latestPeriodEnd } from '../core/reading/as-of';
import { readSheetMeaning } from '../core/reading/read-sheet';
import { userSheets } from '../core/reading/user-sheets';
import { dossierOf, type Dossier } from '../core/reading/dossier';
import type { Rule } from '../core/findings/rule';
import type { SheetReading } from '../core/reading/sheet-reading';
import { runRules, type Outcome } from '../core/findings/run-rules';
import type { Measure } from '../core/fiscal/measures';
import { NATIONAL_PACK } from '../core/fiscal/national-pack';
import type { Pack } from '../core/fiscal/pack';
import type { Workbook } from '../core/grid/sheet';
import type { Correction } from '../core/tables/corrections';
import { HostError, type ReadProgress } from '../hosts/host';
import { RULES } from '../rules';

export interface CheckOptions {
  readonly signal?: AbortSignal;
  readonly progress?: (progress: ReadProgress) => void;
  /** ISO date; absent: the latest period end in the files. */
  readonly asOf?: string;
  /** Codes of the rules to run; absent: all. */
  readonly rules?: readonly string[];
  /** Figures of the workbooks that are checked together with this one: see `measuresOf`. */
  readonly siblings?: readonly Measure[];
  /** What the user said of tables that were read otherwise. */
  readonly corrections?: readonly Correction[];
  /** Bounds and definitions; absent: the national ones. */
  readonly pack?: Pack;
  /** Called with what is known so far after each sheet in which something is broken. */
  readonly found?: (soFar: CheckResult) => void;
  /** Gives the event loop a turn between sheets, so that cancelling works. */
  readonly pause?: () => Promise<void>;
}

export interface CheckResult {
  readonly outcome: Outcome;
  readonly context: Dossier;
  /** How many relations were looked at, holding or not. */
  readonly relationsChecked: number;
}

/** Reads every sheet as tables, finds their arithmetic, and runs the rules. */
export async function checkWorkbook(workbook: Workbook, options: CheckOptions = {}): Promise<CheckResult> {
  const sheets: SheetReading[] = [];
  const mine = userSheets(workbook);
  for (const [done, sheet] of mine.entries()) {
    if (options.signal?.aborted) throw new HostError('cancelled');
    options.progress?.({ sheet: sheet.name, done, total: mine.length });
    await options.pause?.();
    const reading = readSheetMeaning(sheet, workbook, options.corrections);
    sheets.push(reading);
    if (options.found && reading.faults.length + reading.formulaFaults.length > 0)
      options.found(judge(workbook, [...sheets], options));
  }
  return judge(workbook, sheets, options);
}

function judge(workbook: Workbook, sheets: readonly SheetReading[], options: CheckOptions): CheckResult {
  const asOf = options.asOf ?? latestPeriodEnd(sheets);
  const { siblings = [], pack = NATIONAL_PACK } = options;
  const context = dossierOf({ workbook, sheets, siblings, pack, ...(asOf === undefined ? {} : { asOf }) });
  return {
    outcome: runRules(context, chosenRules(options.rules)),
    context,
    relationsChecked: sheets.reduce((sum, { arithmetic }) => sum + arithmetic.relations.length, 0),
  };
}

function chosenRules(codes: readonly string[] | undefined): readonly Rule[] {
  return codes === undefined ? RULES : RULES.filter(({ code, name }) => codes.includes(code) || codes.includes(name));
}
