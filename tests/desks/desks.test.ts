import { DESK_SETS, judgeDesks, misreadColumns, misreadTables } from './desk-set';

/** What was reached: of the planted errors of each set so many at most are missed, and of its tables so many misread. */
const REACHED: Readonly<
  Record<
    string,
    { readonly planted: number; readonly missed: number; readonly misread: number; readonly warnings: number }
  >
> = {
  'as-published': { planted: 120, missed: 5, misread: 3, warnings: 8 },
  'five-desks': { planted: 120, missed: 12, misread: 7, warnings: 21 },
  offices: { planted: 120, missed: 12, misread: 2, warnings: 2 },
  ordinary: { planted: 70, missed: 8, misread: 0, warnings: 12 },
  quoting: { planted: 60, missed: 11, misread: 0, warnings: 6 },
  summaries: { planted: 60, missed: 9, misread: 1, warnings: 5 },
  quarters: { planted: 40, missed: 8, misread: 3, warnings: 1 },
  'nine-months': { planted: 24, missed: 6, misread: 0, warnings: 0 },
  'three-habits': { planted: 44, missed: 7, misread: 15, warnings: 8 },
  'two-bureaus': { planted: 36, missed: 3, misread: 7, warnings: 7 },
  'two-ledgers': { planted: 45, missed: 5, misread: 13, warnings: 1 },
  'two-offices': { planted: 50, missed: 7, misread: 0, warnings: 12 },
  briefing: { planted: 16, missed: 4, misread: 0, warnings: 4 },
  'two-counties': { planted: 40, missed: 8, misread: 0, warnings: 8 },
  'twelve-clerks': { planted: 50, missed: 7, misread: 3, warnings: 2 },
  'six-officers': { planted: 44, missed: 7, misread: 2, warnings: 9 },
  'four-officers': { planted: 32, missed: 11, misread: 1, warnings: 1 },
  'month-desk': { planted: 36, missed: 11, misread: 5, warnings: 3 },
  'half-year': { planted: 36, missed: 12, misread: 1, warnings: 6 },
  'first-quarter': { planted: 20, missed: 7, misread: 0, warnings: 2 },
  'eight-months': { planted: 20, missed: 10, misread: 3, warnings: 2 },
  october: { planted: 20, missed: 1, misread: 0, warnings: 0 },
  'final-year': { planted: 20, missed: 3, misread: 1, warnings: 0 },
  'one-county': { planted: 120, missed: 16, misread: 2, warnings: 2 },
};

test('every set is held to what was reached', () => {
  expect([...DESK_SETS].sort()).toEqual(Object.keys(REACHED).sort());
});

test('columns of the tables that another hand has labelled are what they are', async () => {
  const { columns, misses } = await misreadColumns('five-desks');
  expect(columns).toBe(533);
  expect(misses.length).toBeLessThanOrEqual(16);
});

describe.each(Object.entries(REACHED))('%s', (set, reached) => {
  test('nothing is called wrong that is right, and what was found is found', async () => {
    const { planted, missed, falseErrors, warnings } = await judgeDesks(set);
    expect(falseErrors.map(({ file, finding: { sheet, code, message } }) => [file, sheet, code, message])).toEqual([]);
    expect(planted).toBe(reached.planted);
    expect(missed.length).toBeLessThanOrEqual(reached.missed);
    expect(warnings).toBeLessThanOrEqual(reached.warnings);
  });

  test('units and periods are read', async () => {
    const { misses } = await misreadTables(set);
    expect(misses.length).toBeLessThanOrEqual(reached.misread);
  });
});
