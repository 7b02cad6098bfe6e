/** @jest-environment-options {"globalsCleanup": "off"} */
import { CellStoreBuilder, makeSheet } from '../../../src/core/grid/build';
import type { Workbook } from '../../../src/core/grid/sheet';
import type { SummarySheet } from '../../../src/core/summary/summary-sheet';
import { HostError } from '../../../src/hosts/host';
import { SimulatedFault, type SimulatedExcel } from '../../excel-host';
import { eventually, expectNothingMissing, openInExcel } from './open-excel';

afterEach(expectNothingMissing);

const summary: SummarySheet = {
  id: 'findings',
  name: '校验结果',
  widths: [20, 20],
  rows: [
    { cells: [{ style: 'title', value: '校验结果' }], spanned: true },
    {
      cells: [
        { style: 'text', value: '无' },
        { style: 'unit', value: '单位：万元' },
      ],
    },
    { cells: [{ style: 'note', value: '由 Gouji 勾稽生成' }], spanned: true },
  ],
  repeatedRows: [0, 0],
  frozenRows: 1,
};

function snapshot(): Workbook {
  const cells = new CellStoreBuilder();
  cells.add(0, 0, '项目');
  cells.add(3, 2, 5);
  return {
    sheets: [
      makeSheet('收入', cells.build()),
      makeSheet('支出', cells.build()),
      makeSheet('底稿', cells.build(), { visibility: 'hidden' }),
    ],
    names: [],
  };
}

function inFront(excel: SimulatedExcel): unknown {
  const { active, selection, calculationMode, eventsEnabled } = excel.workbook;
  return { active: active.name, selection, calculationMode, eventsEnabled };
}

/** The user works by hand calculation on the second sheet, and Excel shows each sheet that is added. */
function openAtWork(): ReturnType<typeof openInExcel> {
  const open = openInExcel(snapshot());
  const { workbook } = open.excel;
  workbook.calculationMode = 'Manual';
  workbook.activeSheet = workbook.find('支出');
  workbook.selection = { top: 3, left: 1, bottom: 4, right: 2 };
  open.excel.disturbance = (className, member, value) => {
    if (className === 'WorksheetCollection' && member === 'Add') {
      workbook.activeSheet = workbook.sheets.at(-1);
      workbook.selection = { top: 0, left: 0, bottom: 0, right: 0 };
    }
    return value;
  };
  return open;
}

async function faultOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof HostError)) throw new Error(`no HostError: ${String(error)}`);
  return error.detail === '' ? error.fault : `${error.fault} ${error.detail}`;
}

test('after writing, the user is where they were', async () => {
  const { excel, host } = openAtWork();
  const before = inFront(excel);
  await host.writeSummary([summary]);
  expect(inFront(excel)).toEqual(before);
  const touched = excel.trips.flatMap((trip) => trip.touched);
  expect(touched).not.toContain('Application.CalculationMode=');
  expect(touched.filter((call) => call === 'Runtime.EnableEvents=')).toHaveLength(2);
  expect(touched).toContain('Worksheet.Calculate');
});

test('also after a failure, and nothing half made is left', async () => {
  const { excel, host } = openAtWork();
  const before = inFront(excel);
  const showAdded = excel.disturbance;
  let eventsWhileWriting: boolean | undefined;
  excel.disturbance = (className, member, value) => {
    if (className === 'Worksheet' && member === 'Calculate') {
      eventsWhileWriting = excel.workbook.eventsEnabled;
      throw new SimulatedFault('GeneralException', 'no calculation');
    }
    return showAdded?.(className, member, value);
  };
  await expect(host.writeSummary([summary])).rejects.toMatchObject({ code: 'GeneralException' });
  expect(eventsWhileWriting).toBe(false);
  expect(inFront(excel)).toEqual(before);
  expect(excel.workbook.sheets.map((sheet) => sheet.name)).toEqual(['收入', '支出', '底稿']);
  expect(excel.workbook.names).toEqual([]);
});

/** Fails each time that one of these members is used. */
function failing(excel: SimulatedExcel, ...members: readonly string[]): void {
  excel.disturbance = (className, member, value) => {
    if (members.includes(`${className}.${member}`)) throw new SimulatedFault('GeneralException', 'refused');
    return value;
  };
}

test.each([
  ['without a printer', 'PageLayout.Orientation=', 'looksUnfinished'],
  ['where a format is refused', 'RangeFont.Name=', 'looksUnfinished'],
  ['where no name can be added', 'NamedItemCollection.Add', 'notMarked'],
])('%s the figures are written all the same, and it is said', async (_, member, notice) => {
  const { excel, host } = openInExcel(snapshot());
  failing(excel, member);
  expect(await host.writeSummary([summary])).toEqual({ sheetNames: ['校验结果'], notices: [notice] });
  expect(excel.workbook.find('校验结果')?.cell(0, 0)?.value).toBe('校验结果');
});

test('a mark that Excel does not hide is a mark all the same: the sheet is written in place', async () => {
  const { excel, host } = openInExcel(snapshot());
  failing(excel, 'NamedItem.Visible=');
  await host.writeSummary([summary]);
  expect(excel.workbook.names).toHaveLength(1);
  excel.disturbance = undefined;
  expect((await host.writeSummary([summary])).sheetNames).toEqual(['校验结果']);
  expect(excel.workbook.sheets).toHaveLength(4);
});

/** The next so many requests fail with a code. */
function failTimes(excel: SimulatedExcel, times: number, code: string): void {
  let left = times;
  excel.disturbance = (className, member, value) => {
    if (className === 'Workbook' && member === 'Name' && left-- > 0) throw new SimulatedFault(code, 'not now');
    return value;
  };
}

test('what fails in passing is tried once more, and not for ever', async () => {
  const { excel, host } = openInExcel(snapshot());
  failTimes(excel, 1, 'ServiceNotAvailable');
  expect((await host.read()).sheets).toHaveLength(3);
  failTimes(excel, 2, 'ServiceNotAvailable');
  await expect(host.read()).rejects.toMatchObject({ code: 'ServiceNotAvailable' });
});

test.each([
  ['InactiveWorkbook', 'otherWorkbook'],
  ['AccessDenied', 'accessDenied'],
])('%s has its sentence', async (code, fault) => {
  const { excel, host } = openInExcel(snapshot());
  failTimes(excel, 1, code);
  expect(await faultOf(host.read())).toBe(fault);
});

test('more names than Excel sends are done without, and it is said', async () => {
  const names = Array.from({ length: 3000 }, (_, i) => ({ name: `_xl${i}`, refersTo: '#REF!', hidden: true }));
  const { host } = openInExcel({ ...snapshot(), names }, { payloadLimit: 100_000 });
  const noticed: string[] = [];
  const read = await host.read({ noticed: (notice) => noticed.push(notice) });
  expect([read.names, read.sheets.length, noticed]).toEqual([[], 3, ['namesUnread']]);
});

test('a range that exceeds the limit is read in smaller blocks', async () => {
  const { excel, host } = openInExcel(snapshot());
  let once = true;
  excel.disturbance = (className, member, value) => {
    if (className === 'Range' && member === 'Values' && once) {
      once = false;
      throw new SimulatedFault('RangeExceedsLimit', 'too many cells');
    }
    return value;
  };
  expect((await host.read()).sheets).toHaveLength(3);
});

test('a selected chart does not get in the way', async () => {
  const { excel, host } = openInExcel(snapshot());
  excel.workbook.selectionIsObject = true;
  expect(await host.writeSummary([summary])).toEqual({ sheetNames: ['校验结果'] });
});

test('while the user types into a cell, Excel makes us wait', async () => {
  const { excel, host } = openInExcel(snapshot());
  excel.startCellEdit();
  const reading = host.read();
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(excel.work).toHaveLength(0);
  excel.endCellEdit();
  expect((await reading).sheets).toHaveLength(3);
});

test('an Excel that cannot wait says that a cell is being edited', async () => {
  const { excel, host } = openInExcel(snapshot());
  jest.spyOn(excel, 'supports').mockImplementation((set) => set !== 'DelayForCellEdit');
  excel.startCellEdit();
  expect(await faultOf(host.read())).toBe('cellBeingEdited');
  expect(await faultOf(host.writeSummary([summary]))).toBe('cellBeingEdited');
});

test('a cancelled read ends at once, even while Excel waits', async () => {
  const { excel, host } = openInExcel(snapshot());
  const stop = new AbortController();
  excel.startCellEdit();
  const reading = faultOf(host.read({ signal: stop.signal }));
  await new Promise((resolve) => setTimeout(resolve, 30));
  stop.abort();
  expect(await reading).toBe('cancelled');
  expect(await faultOf(host.read({ signal: stop.signal }))).toBe('cancelled');
  excel.endCellEdit();
});

test('a protected structure refuses a new sheet before anything is touched', async () => {
  const { excel, host } = openInExcel(snapshot());
  excel.workbook.structureProtected = true;
  expect(await faultOf(host.writeSummary([summary]))).toBe('structureProtected');
  expect(excel.work.flatMap((trip) => trip.touched).filter((call) => call.endsWith('='))).toEqual([]);
});

test('our own sheet is rewritten under a protected structure, but not when it is protected itself', async () => {
  const { excel, host } = openInExcel(snapshot());
  await host.writeSummary([summary]);
  excel.workbook.structureProtected = true;
  expect(await host.writeSummary([summary])).toEqual({ sheetNames: ['校验结果'] });
  const own = excel.workbook.find('校验结果');
  if (own) own.isProtected = true;
  expect(await faultOf(host.writeSummary([summary]))).toBe('structureProtected 校验结果');
});

test.each([
  ['Values', null],
  ['Formulas', [['x']]],
  ['Values', [[1], [2], [3], [4]]],
  ['NumberFormat', null],
])('%s that do not cover the range are a failed read, not a blank sheet', async (member, answer) => {
  const { excel, host } = openInExcel(snapshot());
  excel.disturbance = (className, name, value) => (className === 'Range' && name === member ? answer : value);
  expect(await faultOf(host.read())).toBe('incompleteRead 收入');
});

test('a sheet that is deleted while we read is a failed read', async () => {
  const { excel, host } = openInExcel(snapshot());
  excel.disturbance = (className, member, value) => {
    if (className === 'Range' && member === 'RowHidden') excel.workbook.sheets = excel.workbook.sheets.slice(0, 1);
    return value;
  };
  expect(await faultOf(host.read())).toBe('incompleteRead');
});

test('a cell is shown on its sheet; a hidden sheet stays hidden', async () => {
  const { excel, host } = openInExcel(snapshot());
  await host.reveal({ sheet: '支出', row: 3, column: 2 });
  expect(inFront(excel)).toMatchObject({ active: '支出', selection: { top: 3, left: 2, bottom: 3, right: 2 } });
  expect(await faultOf(host.reveal({ sheet: '底稿', row: 0, column: 0 }))).toBe('sheetNotShown 底稿');
  expect(await faultOf(host.reveal({ sheet: '没有', row: 0, column: 0 }))).toBe('sheetNotShown 没有');
  expect(excel.workbook.find('底稿')?.visibility).toBe('Hidden');
});

describe('writing that is cancelled', () => {
  const wait = () => new Promise((resolve) => setTimeout(resolve, 30));
  const sheetsOf = (excel: SimulatedExcel) => excel.workbook.sheets.map(({ name }) => name);
  const USERS = ['收入', '支出', '底稿'];

  test('before anything went out ends at once, while a cell is still being edited, and writes nothing later', async () => {
    const { excel, host } = openInExcel(snapshot());
    const stop = new AbortController();
    excel.startCellEdit();
    const writing = faultOf(host.writeSummary([summary], stop.signal));
    await wait();
    stop.abort();
    expect(await writing).toBe('cancelled');
    excel.endCellEdit();
    await wait();
    expect(sheetsOf(excel)).toEqual(USERS);
    expect(excel.workbook.names).toEqual([]);
  });

  /** The user begins to type into a cell when this is called for. */
  function typingAt(excel: SimulatedExcel, call: string): void {
    excel.disturbance = (className, member, value) => {
      if (`${className}.${member}` === call) excel.startCellEdit();
      return value;
    };
  }

  test.each(['Worksheet.Calculate', 'NamedItemCollection.Add'])(
    'after %s, sheets that were made are taken away again when the cell is left',
    async (call) => {
      const { excel, host } = openAtWork();
      const before = inFront(excel);
      typingAt(excel, call);
      const stop = new AbortController();
      const writing = faultOf(host.writeSummary([summary], stop.signal));
      await eventually(() => expect(sheetsOf(excel)).not.toEqual(USERS));
      await eventually(() => expect(excel.isBeingEdited).toBe(true));
      stop.abort();
      expect(await writing).toBe('cancelled');
      excel.disturbance = undefined;
      excel.endCellEdit();
      await eventually(() => {
        expect(sheetsOf(excel)).toEqual(USERS);
        expect(excel.workbook.names).toEqual([]);
        expect(inFront(excel)).toEqual(before);
      });
    },
  );

  test('a sheet of ours that is written over is written to its end', async () => {
    const { excel, host } = openInExcel(snapshot());
    await host.writeSummary([summary]);
    typingAt(excel, 'Worksheet.Calculate');
    const stop = new AbortController();
    const writing = host.writeSummary([summary], stop.signal);
    await eventually(() => expect(excel.isBeingEdited).toBe(true));
    stop.abort();
    excel.disturbance = undefined;
    excel.endCellEdit();
    expect(await writing).toEqual({ sheetNames: ['校验结果'] });
  });
});

test('a page that Excel leaves several pages wide is spoken of', async () => {
  const { excel, host } = openInExcel(snapshot());
  excel.disturbance = (className, member, value) =>
    className === 'PageLayout' && member === 'Zoom' ? { scale: 100 } : value;
  expect(await host.writeSummary([summary])).toEqual({ sheetNames: ['校验结果'], notices: ['severalPagesWide'] });
});
