import { AGGREGATES } from './functions/aggregates';
import { CONDITIONAL } from './functions/conditional';
import { DATES } from './functions/dates';
import type { FunctionTable } from './functions/function-table';
import { LIBRARY } from './functions/library';
import { LOGIC } from './functions/logic';
import { LOOKUPS } from './functions/lookups';
import { NUMBERS } from './functions/numbers';
import { TEXTS } from './functions/texts';
import type { Run } from './scope';

const FUNCTIONS: ReadonlyMap<string, (args: readonly Run[]) => Run> = new Map(
  [LIBRARY, AGGREGATES, CONDITIONAL, DATES, LOGIC, LOOKUPS, NUMBERS, TEXTS].flatMap((table: FunctionTable) =>
    Object.entries(table),
  ),
);

/** A worksheet function by its English name in capitals, as files write it. */
export function functionNamed(name: string): ((args: readonly Run[]) => Run) | undefined {
  return FUNCTIONS.get(name);
}
