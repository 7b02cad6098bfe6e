import { NATIONAL_PACK } from '../core/fiscal/national-pack';
import { layered, type Pack } from '../core/fiscal/pack';
import { keptCorrections, keptStandards } from './kept/kept-in-workbook';
import type { Rule } from '../core/findings/rule';
import { runRules, type Outcome } from '../core/findings/run-rules';
import { bookId } from '../core/grid/place';
import type { Workbook } from '../core/grid/sheet';
import { latestPeriodEnd } from '../core/reading/as-of';
import { bookNames } from '../core/reading/book-names';
import { dossierOf, type Companion, type Dossier } from '../core/reading/dossier';
import { readSheetMeaning } from '../core/reading/read-sheet';
import type { SheetReading } from '../core/reading/sheet-reading';
import { userSheets } from '../core/reading/user-sheets';
import type { Correction } from '../core/tables/corrections';
import type { RelationPattern } from '../core/relations/types';
import { HostError, type ReadProgress } from '../hosts/host';
import { RULES } from '../rules';

/** By what a workbook is judged. */
export interface Standards {
  /** ISO date; absent: the latest period end in the files. */
  readonly asOf?: string;
  /** Codes of the rules to run; absent: all. */
  readonly rules?: readonly string[];
  /** Bounds and definitions; absent: the national ones. What was chosen for the workbook itself lies over them. */
  readonly pack?: Pack;
}

export interface CheckOptions extends Standards {
  readonly signal?: AbortSignal;
  readonly progress?: (progress: ReadProgress) => void;
  /** The workbooks that are checked together with this one. */
  readonly companions?: readonly Companion[];
  /** What the user said of tables that were read otherwise; absent: what lies in the workbook. */
  readonly corrections?: readonly Correction[];
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
  const { corrections = keptCorrections(workbook) } = options;
  return checkReadings(workbook, (sheet) => readSheetMeaning(sheet, workbook, corrections), options);
}

/** The same with a reader of sheets that may remember what it read. */
export async function checkReadings(
  workbook: Workbook,
  read: (sheet: Workbook['sheets'][number]) => SheetReading,
  options: CheckOptions,
): Promise<CheckResult> {
  const sheets: SheetReading[] = [];
  // Before all sheets are read nothing is said of how they tie.
  const soFar = withinSheets(options);
  const mine = userSheets(workbook);
  for (const [done, sheet] of mine.entries()) {
    if (options.signal?.aborted) throw new HostError('cancelled');
    options.progress?.({ sheet: sheet.name, done, total: mine.length });
    await options.pause?.();
    const reading = read(sheet);
    sheets.push(reading);
    if (options.found && reading.faults.length + reading.formulaFaults.length > 0)
      options.found(judge(workbook, [...sheets], options, soFar));
  }
  return judge(workbook, sheets, options);
}

/** What is wrong within some sheets of a workbook; how they tie is not said. */
export function checkWithinSheets(
  workbook: Workbook,
  sheets: readonly SheetReading[],
  options: Standards,
): CheckResult {
  return judge(workbook, sheets, options, withinSheets(options));
}

function withinSheets({ rules }: Standards): readonly Rule[] {
  return chosenRules(rules).filter(({ reach }) => reach === 'sheet');
}

function judge(
  workbook: Workbook,
  sheets: readonly SheetReading[],
  options: CheckOptions,
  rules = chosenRules(options.rules),
): CheckResult {
  const asOf = options.asOf ?? latestPeriodEnd(sheets);
  const { companions = [] } = options;
  const pack = layered(options.pack ?? NATIONAL_PACK, keptStandards(workbook));
  const bookName = bookNames([bookId(workbook), ...companions.map(({ id }) => id)]);
  const parts = { workbook, sheets, companions, bookName, pack };
  const context = dossierOf({ ...parts, ...(asOf === undefined ? {} : { asOf }) });
  return {
    outcome: runRules(context, rules),
    context,
    relationsChecked: sheets.reduce((sum, { arithmetic: { patterns } }) => sum + listed(patterns), 0),
  };
}

/** How many relations the patterns list, without making each of them. */
function listed(patterns: readonly RelationPattern[]): number {
  return patterns.reduce((sum, { lines }) => sum + lines.length, 0);
}

function chosenRules(codes: readonly string[] | undefined): readonly Rule[] {
  return codes === undefined ? RULES : RULES.filter(({ code, name }) => codes.includes(code) || codes.includes(name));
}
