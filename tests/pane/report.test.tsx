/** @jest-environment jsdom */
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LocalEngine } from '../../src/app/local-engine';
import { FileHost } from '../../src/hosts/file/file-host';
import { fillReport, readReport } from '../../src/hosts/file/read-report';
import { memoryStore } from '../../src/hosts/page-store';
import { Pane } from '../../src/pane/components/Pane';
import { makePane } from '../../src/pane/pane';
import { nextStop, quotedFrom, reportPieces } from '../../src/pane/view/report-view';
import { stubBrowser } from './browser-stubs';

beforeAll(stubBrowser);
beforeAll(() => configure({ asyncUtilTimeout: 20_000 }));
afterEach(cleanup);

const BOOK = path.join(__dirname, '../../assets/samples/county-2023-05.xlsx');
const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

function fileOf(name: string, bytes: Uint8Array) {
  return { name, size: bytes.length, arrayBuffer: () => Promise.resolve(Uint8Array.from(bytes).buffer) };
}

/** What a blob of the page's own browser holds. */
function bytesOf(blob: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(reader.error ?? new Error('not read'));
    reader.readAsArrayBuffer(blob);
  });
}

async function reportTab(): Promise<void> {
  const engine = new LocalEngine(turn);
  const pane = makePane({
    source: {
      kind: 'files',
      open: async (file) => new FileHost(new Uint8Array(await file.arrayBuffer()), file.name),
      sample: () => Promise.resolve(fileOf('county-2023-05.xlsx', Uint8Array.from(readFileSync(BOOK)))),
    },
    engine: () => Promise.resolve(engine),
    readReport,
    fillReport,
    lastChecks: memoryStore(),
    settings: { load: () => ({}), save: () => undefined },
  });
  render(<Pane pane={pane} />);
  fireEvent.click(screen.getByRole('button', { name: '用示例试一试' }));
  await screen.findByText(/已读入 \d+ 张工作表/, { selector: 'p' });
  fireEvent.click(screen.getByRole('tab', { name: '报告' }));
  await screen.findByRole('textbox', { name: '报告正文' });
}

async function reportTabOverCheckedBook(): Promise<void> {
  await reportTab();
  fireEvent.click(screen.getByRole('tab', { name: '校验' }));
  fireEvent.click(screen.getByRole('button', { name: '一键校验' }));
  await waitFor(() =>
    expect(screen.getByRole('button', { name: '写入汇总表' }).getAttribute('aria-disabled')).toBeNull(),
  );
  fireEvent.click(screen.getByRole('tab', { name: '报告' }));
  await screen.findByRole('textbox', { name: '报告正文' });
}

const WRONG = '税收收入完成21480万元，同比增收1480万元，增长9.1%。契税312万元。';

async function checked(text: string): Promise<void> {
  fireEvent.change(screen.getByRole('textbox', { name: '报告正文' }), { target: { value: text } });
  fireEvent.click(screen.getByRole('button', { name: '核对报告' }));
  await screen.findByText(/^不符 \d+/);
}

test('each figure is a button whose name says what became of it', async () => {
  await reportTab();
  await checked(WRONG);
  expect(screen.getByRole('button', { name: '9.1%，不符' })).toBeTruthy();
  expect(screen.getByRole('button', { name: '312万元，未核对' })).toBeTruthy();
  expect(screen.getByText('不符 1，存疑 0，已核对 2，未核对 1')).toBeTruthy();
});

test('J leads to the figure that needs a look, and what is said of it is told', async () => {
  await reportTab();
  await checked(WRONG);
  fireEvent.keyDown(screen.getByText('不符 1，存疑 0，已核对 2，未核对 1'), { key: 'j' });
  expect(screen.getByRole('button', { name: '9.1%，不符' }).getAttribute('aria-pressed')).toBe('true');
  expect(screen.getByText(/文中为 9\.1%，按 21480万元、1480万元 计算应为 7\.4%/)).toBeTruthy();
});

test('a text can be mended and checked again', async () => {
  await reportTab();
  await checked(WRONG);
  fireEvent.click(screen.getByRole('button', { name: '改正文' }));
  expect(screen.getByRole('textbox', { name: '报告正文' })).toHaveProperty('value', WRONG);
  await checked(WRONG.replace('9.1', '7.4'));
  expect(await screen.findByText('不符 0，存疑 0，已核对 3，未核对 1')).toBeTruthy();
});

test('a figure that the workbook has leads to its cell', async () => {
  await reportTabOverCheckedBook();
  await checked('截至2023年5月底，税收收入完成10115.9万元。');
  fireEvent.click(screen.getByRole('button', { name: '10115.9万元，已核对' }));
  expect(screen.getByRole('button', { name: /^到 收入执行表\s+H6$/ })).toBeTruthy();
});

test('a draft is filled, what is doubtful is chosen, and the result is copied', async () => {
  await reportTabOverCheckedBook();
  await checked('截至2023年5月底，税收收入完成*万元，同比增加*万元。截至2023年4月底，非税收入完成*万元。');
  expect(screen.getByText(/已填 2，待填 1$/)).toBeTruthy();
  expect(screen.getByRole('button', { name: '10115.9万元，已填' })).toBeTruthy();
  expect(screen.getByText(/同比减少/)).toBeTruthy();
  fireEvent.keyDown(screen.getByText(/已填 2，待填 1$/), { key: 'j' });
  fireEvent.click(screen.getByRole('button', { name: /^填 6319\.42：/ }));
  expect(screen.getByText(/已填 3，待填 0$/)).toBeTruthy();
  const written: string[] = [];
  Object.assign(navigator, { clipboard: { writeText: (text: string) => Promise.resolve(void written.push(text)) } });
  fireEvent.click(screen.getByRole('button', { name: '复制正文' }));
  await screen.findByRole('button', { name: '已复制' });
  expect(written).toEqual([
    '截至2023年5月底，税收收入完成10115.9万元，同比减少41.44万元。截至2023年4月底，非税收入完成6319.42万元。',
  ]);
});

test('where the figures of a draft are from is written into the workbook, with what was chosen', async () => {
  await reportTabOverCheckedBook();
  await checked('截至2023年5月底，税收收入完成*万元。截至2023年4月底，非税收入完成*万元。');
  fireEvent.keyDown(screen.getByText(/已填 1，待填 1$/), { key: 'j' });
  fireEvent.click(screen.getByRole('button', { name: /^填 6319\.42：/ }));
  const files: Blob[] = [];
  Object.assign(URL, { createObjectURL: (file: Blob) => `blob:${files.push(file)}` });
  fireEvent.click(screen.getByRole('button', { name: '写入“底稿”表' }));
  await screen.findAllByText('已写入：底稿');
  const [copy] = files;
  if (!copy) throw new Error('nothing was written');
  const { sheets } = await new FileHost(new Uint8Array(await bytesOf(copy)), 'copy.xlsx').read();
  const basis = sheets.find(({ name }) => name === '底稿');
  expect(basis?.cells.texts).toEqual(
    expect.arrayContaining([
      '截至2023年5月底，税收收入完成*万元',
      "='收入执行表 '!H6",
      '收入执行表!H21',
      '填写 2 处，未填 0 处。',
    ]),
  );
});

test('a text is cut at its figures, and steps go round its end', () => {
  const page = {
    text: '甲12乙7',
    figures: [
      { start: 1, end: 3, verdict: 'wrong' as const, says: [] },
      { start: 4, end: 5, verdict: 'right' as const, says: [] },
    ],
  };
  expect(reportPieces(page)).toEqual([
    { text: '甲' },
    { text: '12', figure: 0 },
    { text: '乙' },
    { text: '7', figure: 1 },
  ]);
  expect([nextStop(page.figures, undefined, 1), nextStop(page.figures, 0, 1), nextStop(page.figures, 0, -1)]).toEqual([
    0, 0, 0,
  ]);
  expect(nextStop([], undefined, 1)).toBeUndefined();
});

test('a cell leads to the figure that quotes it', () => {
  const cell = { book: 'a.xlsx', sheet: '收入', row: 5, column: 7 };
  const figures = [
    { start: 0, end: 1, verdict: 'open' as const, says: [] },
    { start: 2, end: 3, verdict: 'right' as const, says: [], cell },
  ];
  expect(quotedFrom(figures, { sheet: '收入', row: 5, column: 7 })).toBe(1);
  expect(quotedFrom(figures, { sheet: '支出', row: 5, column: 7 })).toBeUndefined();
});
