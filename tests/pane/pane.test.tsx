/** @jest-environment jsdom */
import { act, cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Engine } from '../../src/app/engine';
import { LocalEngine } from '../../src/app/local-engine';
import { sheetFromRows } from '../../src/core/grid/build';
import type { Workbook } from '../../src/core/grid/sheet';
import { FileHost } from '../../src/hosts/file/file-host';
import { fillReport, readReport } from '../../src/hosts/file/read-report';
import { HostError, type Host } from '../../src/hosts/host';
import { memoryStore } from '../../src/hosts/page-store';
import { Pane } from '../../src/pane/components/Pane';
import { makePane, type PaneModel } from '../../src/pane/pane';
import type { PanePorts } from '../../src/pane/ports';
import { stubBrowser } from './browser-stubs';

beforeAll(stubBrowser);
// The whole engine runs in between, on a machine of whatever speed.
beforeAll(() => configure({ asyncUtilTimeout: 20_000 }));
afterEach(cleanup);

const SAMPLE = path.join(__dirname, '../../assets/samples/dirty/county-2023-05.xlsx');
const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
const remembered: PanePorts['settings'] = { load: () => ({}), save: () => undefined };

function bytesOf(file: string): Uint8Array {
  return Uint8Array.from(readFileSync(file));
}

function filesPane(engine: Engine = new LocalEngine(turn)): PaneModel {
  return makePane({
    source: {
      kind: 'files',
      open: async (file) => new FileHost(new Uint8Array(await file.arrayBuffer()), file.name),
      sample: () => Promise.resolve(fileOf('county-2023-05.xlsx', bytesOf(SAMPLE))),
    },
    engine: () => Promise.resolve(engine),
    readReport,
    fillReport,
    lastChecks: memoryStore(),
    settings: remembered,
  });
}

function fileOf(name: string, bytes: Uint8Array) {
  return { name, size: bytes.length, arrayBuffer: () => Promise.resolve(Uint8Array.from(bytes).buffer) };
}

function show(pane: PaneModel): PaneModel {
  render(<Pane pane={pane} />);
  return pane;
}

async function openAndCheck(): Promise<HTMLElement> {
  show(filesPane());
  fireEvent.click(screen.getByRole('button', { name: '用示例试一试' }));
  await screen.findByText(/已读入 \d+ 张工作表/, { selector: 'p' });
  fireEvent.click(screen.getByRole('button', { name: '一键校验' }));
  await waitFor(() =>
    expect(screen.getByRole('button', { name: '写入汇总表' }).getAttribute('aria-disabled')).toBeNull(),
  );
  const list = screen.getByRole('list', { name: '校验结果' });
  await within(list).findAllByRole('listitem');
  return list;
}

test('first run: one sentence, a file, the sample', () => {
  show(filesPane());
  expect(screen.getByRole('heading', { name: '勾稽' })).toBeTruthy();
  expect(screen.getByRole('button', { name: '打开工作簿' })).toBeTruthy();
  expect(screen.getByText('文件只在本机处理，不联网。', { exact: false })).toBeTruthy();
});

test('the findings are a list; each line says its level, number, sheet and sentence', async () => {
  const list = await openAndCheck();
  const items = within(list).getAllByRole('listitem');
  items.forEach((item, i) => {
    expect(item.getAttribute('aria-posinset')).toBe(String(i + 1));
    const line = within(item).getAllByRole('button')[0];
    expect(line?.getAttribute('aria-label')).toMatch(
      new RegExp(`^(?:错误|(?:红色|黄色)?预警|提示)，第${i + 1}条，共${items.length}条，\\S+，.+`),
    );
    expect(line?.textContent).toMatch(/错误|预警|提示/);
  });
  expect(screen.getByRole('status').textContent).toMatch(/核对完成.*\d+ 个错误/);
});

test('J, E and Esc work from the keyboard, and what was looked at is counted', async () => {
  const list = await openAndCheck();
  const count = within(list).getAllByRole('listitem').length;
  fireEvent.keyDown(document.body, { key: 'j' });
  // The red line of the county comes first, then the errors.
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/红色预警，第1条/);
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'j' });
  expect(document.activeElement?.getAttribute('aria-label')).toContain('错误，第2条');
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'e' });
  const explanation = screen.getByRole('region', { name: '说明' });
  for (const term of ['表中数', '应为', '差额', '怎样处理']) expect(within(explanation).getByText(term)).toBeTruthy();
  expect(screen.getByText(`还剩 ${count - 1} 条`)).toBeTruthy();
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
  expect(screen.queryByRole('region', { name: '说明' })).toBeNull();
  fireEvent.keyDown(document.body, { key: '?' });
  expect(await screen.findByRole('dialog', { name: '快捷键' })).toBeTruthy();
});

test('the language changes every text, also of findings that are there already', async () => {
  await openAndCheck();
  fireEvent.click(screen.getByRole('tab', { name: '设置' }));
  fireEvent.click(await screen.findByRole('combobox', { name: '语言' }));
  fireEvent.click(await screen.findByRole('option', { name: 'English' }));
  fireEvent.click(await screen.findByRole('tab', { name: 'Check' }));
  const list = await screen.findByRole('list', { name: 'Findings' });
  expect(within(list).getAllByRole('button')[0]?.getAttribute('aria-label')).toMatch(/^Warning \(red\), 1 of \d+, /);
  expect(screen.getByRole('button', { name: 'Check now' })).toBeTruthy();
});

test('the written copy is offered by its name', async () => {
  await openAndCheck();
  fireEvent.click(screen.getByRole('button', { name: '写入汇总表' }));
  expect((await screen.findByRole('link', { name: '下载 county-2023-05.gouji.xlsx' })).getAttribute('download')).toBe(
    'county-2023-05.gouji.xlsx',
  );
});

test('a file that is no workbook gives one sentence with what to do next', async () => {
  const pane = show(filesPane());
  await act(() => pane.commands.openFile(fileOf('照片.xlsx', Uint8Array.from([0x89, 0x50, 0, 0]))));
  expect(
    screen.getAllByText('“照片.xlsx”不是 Gouji 能读取的表格文件；请另存为 .xlsx、.xls 或 .csv 后再试。').length,
  ).toBeGreaterThan(0);
  expect(screen.getByRole('button', { name: '打开工作簿' })).toBeTruthy();
});

describe('beside an open workbook', () => {
  const good: Workbook = {
    fileName: '收入.xlsx',
    names: [],
    sheets: [
      sheetFromRows('收入', [
        ['项目', '年初预算数', '完成数'],
        ['增值税', 1371, 820],
        ['企业所得税', 2255, 913],
        ['资源税', 318, 177],
        ['契税', 946, 402],
        ['合计', 4890, 2312],
      ]),
    ],
  };

  function beside(host: Partial<Host>, engine: Engine = new LocalEngine(turn)): PaneModel {
    const whole: Host = {
      capabilities: { writes: 'in-place' },
      read: () => Promise.resolve(good),
      reveal: () => Promise.resolve(),
      store: memoryStore(),
      writeCells: () => Promise.resolve({}),
      writeSummary: () => Promise.resolve({ sheetNames: ['校验结果 (2)'] }),
      removeSummary: () => Promise.resolve({ sheetNames: [] }),
      ...host,
    };
    return show(
      makePane({
        source: { kind: 'open-workbook', host: () => Promise.resolve(whole) },
        engine: () => Promise.resolve(engine),
        readReport,
        fillReport,
        lastChecks: memoryStore(),
        settings: remembered,
      }),
    );
  }

  test('nothing wrong says how much was checked, and what was not', async () => {
    beside({});
    fireEvent.click(screen.getByRole('button', { name: '一键校验' }));
    expect((await screen.findAllByText(/已核对 \d+ 项关系，全部相符。/)).length).toBeGreaterThan(0);
    expect(screen.getByText(/没有找到库款月报/)).toBeTruthy();
    expect(screen.queryByRole('list', { name: '校验结果' })).toBeNull();
  });

  test('a workbook without tables says what a table needs', async () => {
    beside({ read: () => Promise.resolve({ names: [], sheets: [sheetFromRows('说明', [['只有文字']])] }) });
    fireEvent.click(screen.getByRole('button', { name: '一键校验' }));
    expect((await screen.findAllByText(/没有读出任何表格/)).length).toBeGreaterThan(0);
  });

  test('what is wrong in the first sheets is told while the others are still read', async () => {
    const whole = await new FileHost(bytesOf(SAMPLE), 'a.xlsx').read();
    let goOn = (): void => undefined;
    const read = new Promise<void>((resolve) => (goOn = resolve));
    beside({
      read: async ({ soFar } = {}) => {
        soFar?.({ ...whole, sheets: whole.sheets.slice(0, -1) });
        await read;
        return whole;
      },
    });
    fireEvent.click(screen.getByRole('button', { name: '一键校验' }));
    const list = await screen.findByRole('list', { name: '校验结果' });
    const early = within(list).getAllByRole('listitem').length;
    expect(early).toBeGreaterThan(0);
    expect(screen.getByRole('button', { name: '取消' })).toBeTruthy();
    expect(screen.getByRole('button', { name: '写入汇总表' }).getAttribute('aria-disabled')).toBe('true');
    goOn();
    await waitFor(() => expect(screen.queryByRole('button', { name: '取消' })).toBeNull());
    expect(within(list).getAllByRole('listitem').length).toBeGreaterThan(early);
  });

  test('reading that is cancelled keeps what was found in the first sheets', async () => {
    const whole = await new FileHost(bytesOf(SAMPLE), 'a.xlsx').read();
    beside({
      read: ({ soFar, signal } = {}) => {
        soFar?.({ ...whole, sheets: whole.sheets.slice(0, -1) });
        return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new HostError('cancelled'))));
      },
    });
    fireEvent.click(screen.getByRole('button', { name: '一键校验' }));
    await screen.findByRole('list', { name: '校验结果' });
    fireEvent.click(screen.getByRole('button', { name: '取消' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: '取消' })).toBeNull());
    expect(screen.getByRole('list', { name: '校验结果' })).toBeTruthy();
    expect(screen.getAllByText('已取消，以下是已发现的问题。').length).toBeGreaterThan(0);
  });

  test('a cell in edit mode is told as such', async () => {
    beside({ read: () => Promise.reject(new HostError('cellBeingEdited')) });
    fireEvent.click(screen.getByRole('button', { name: '一键校验' }));
    expect((await screen.findAllByText('有单元格正在编辑，请先按回车结束编辑，再试一次。')).length).toBeGreaterThan(0);
  });

  test('progress names the sheet; cancelling answers at once and keeps what was found', async () => {
    const endless: Engine = {
      check: async (workbook, { signal, progress, found } = {}) => {
        const report = await new LocalEngine(turn).check(workbook);
        progress?.({ sheet: '一般公共预算收入', done: 2, total: 14 });
        found?.(report);
        return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new HostError('cancelled'))));
      },
      checkSoFar: () => Promise.reject(new Error('not asked')),
      summary: () => Promise.reject(new Error('not asked')),
      summaries: () => Promise.reject(new Error('not asked')),
      plain: () => Promise.reject(new Error('not asked')),
      board: () => Promise.reject(new Error('not asked')),
      preview: () => Promise.reject(new Error('not asked')),
      explainCell: () => Promise.reject(new Error('not asked')),
      results: () => Promise.reject(new Error('not asked')),
      report: () => Promise.reject(new Error('not asked')),
      basis: () => Promise.reject(new Error('not asked')),
    };
    const { sheets } = await new FileHost(bytesOf(SAMPLE), 'a.xlsx').read();
    beside({ read: () => Promise.resolve({ sheets, names: [] }) }, endless);
    fireEvent.click(screen.getByRole('button', { name: '一键校验' }));
    await screen.findByText('正在核对：一般公共预算收入（3/14）');
    fireEvent.click(screen.getByRole('button', { name: '取消' }));
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
    expect(screen.getAllByText('已取消，以下是已发现的问题。').length).toBeGreaterThan(0);
    expect(within(screen.getByRole('list', { name: '校验结果' })).getAllByRole('listitem').length).toBeGreaterThan(3);
    expect(screen.getByRole('button', { name: '写入汇总表' }).getAttribute('aria-disabled')).toBe('true');
    expect(screen.getByRole('button', { name: '一键校验' }).getAttribute('aria-disabled')).toBeNull();
  });

  test('written in place: the names that the sheets got', async () => {
    beside({});
    fireEvent.click(screen.getByRole('button', { name: '一键校验' }));
    fireEvent.click(await screen.findByRole('button', { name: '写入汇总表' }));
    expect((await screen.findAllByText('已写入：校验结果 (2)')).length).toBeGreaterThan(0);
  });

  const asHundredMillion = [{ sheet: '收入', title: '', unit: '亿元' }];

  async function unfoldReadings(): Promise<void> {
    fireEvent.click(screen.getByRole('button', { name: '一键校验' }));
    fireEvent.click(await screen.findByRole('button', { name: /^读表结果/ }));
  }

  test('what was said of a table before counts in the first check', async () => {
    const store = memoryStore();
    await store.set('corrections', asHundredMillion);
    beside({ store });
    await unfoldReadings();
    expect(screen.getByRole('button', { name: /^收入 · .* · 亿元 · 月份未识别\s*已更正$/ })).toBeTruthy();
  });

  test('a correction that cannot be kept counts all the same, and one sentence says so', async () => {
    beside({ store: { get: () => Promise.resolve(undefined), set: () => Promise.reject(new Error('quota')) } });
    await unfoldReadings();
    fireEvent.click(screen.getByRole('button', { name: /^收入 · / }));
    fireEvent.click(await screen.findByRole('combobox', { name: '单位' }));
    fireEvent.click(screen.getByRole('option', { name: '亿元' }));
    fireEvent.click(screen.getByRole('button', { name: '按更正重新核对' }));
    expect(await screen.findByRole('button', { name: /^收入 · .* · 亿元 · 月份未识别\s*已更正$/ })).toBeTruthy();
    expect(screen.getAllByText(/没有能保存下来/).length).toBeGreaterThan(0);
  });
});
