/** @jest-environment jsdom */
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LocalEngine } from '../../src/app/local-engine';
import { FileHost } from '../../src/hosts/file/file-host';
import { memoryStore } from '../../src/hosts/page-store';
import { Pane } from '../../src/pane/components/Pane';
import { makePane } from '../../src/pane/pane';
import { stubBrowser } from './browser-stubs';

beforeAll(stubBrowser);
beforeAll(() => configure({ asyncUtilTimeout: 20_000 }));
afterEach(cleanup);

const SAMPLE = new Uint8Array(readFileSync(path.join(__dirname, '../../assets/samples/county-2023-05.xlsx')));

/** The pane with the sample month checked and its page of summaries open. */
async function openSummaries(bytes: Uint8Array = SAMPLE): Promise<FileHost> {
  const host = new FileHost(bytes, '月报.xlsx');
  const file = {
    name: '月报.xlsx',
    size: bytes.length,
    arrayBuffer: () => Promise.resolve(Uint8Array.from(bytes).buffer),
  };
  const engine = new LocalEngine(() => new Promise((resolve) => setTimeout(resolve, 0)));
  const pane = makePane({
    source: { kind: 'files', open: () => Promise.resolve(host), sample: () => Promise.resolve(file) },
    engine: () => Promise.resolve(engine),
    readReport: () => Promise.reject(new Error('not asked')),
    fillReport: () => Promise.reject(new Error('not asked')),
    lastChecks: memoryStore(),
    settings: { load: () => ({}), save: () => undefined },
  });
  render(<Pane pane={pane} />);
  fireEvent.click(screen.getByRole('button', { name: '用示例试一试' }));
  await screen.findByText(/已读入 \d+ 张工作表/, { selector: 'p' });
  fireEvent.click(screen.getByRole('button', { name: '一键校验' }));
  await waitFor(() =>
    expect(screen.getByRole('button', { name: '写入汇总表' }).getAttribute('aria-disabled')).toBeNull(),
  );
  fireEvent.click(screen.getByRole('tab', { name: '汇总' }));
  await screen.findByRole('checkbox', { name: '收入汇总' });
  return host;
}

const item = (name: string) => screen.getByRole('checkbox', { name }).closest('li') ?? document.body;

test('what can be made with its first rows, and what is missing for the others', async () => {
  await openSummaries();
  expect(within(item('收入汇总')).getByText('未写入')).toBeTruthy();
  const table = within(item('收入汇总')).getByRole('table', { hidden: true });
  expect(within(table).getByRole('columnheader', { name: '年初预算', hidden: true })).toBeTruthy();
  expect(within(table).getByRole('rowheader', { name: /税收收入/, hidden: true }).nextSibling?.textContent).toBe(
    '23,250.00',
  );
  expect(screen.getByText('债务汇总：缺少：债务台账')).toBeTruthy();
});

test('the chosen ones are written, and only those; they are taken away again', async () => {
  await openSummaries();
  fireEvent.click(screen.getByRole('checkbox', { name: '全选' }));
  fireEvent.click(screen.getByRole('checkbox', { name: '全选' }));
  fireEvent.click(screen.getByRole('checkbox', { name: '全选' }));
  fireEvent.click(screen.getByRole('checkbox', { name: '收入汇总' }));
  fireEvent.click(screen.getByRole('button', { name: '写入所选（1）' }));
  expect((await screen.findAllByText('已写入：收入汇总')).length).toBeGreaterThan(0);
  expect(within(item('收入汇总')).getByText('已写入')).toBeTruthy();
  expect(within(item('支出汇总')).getByText('未写入')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '移除全部痕迹' }));
  expect((await screen.findAllByText('已移除：收入汇总')).length).toBeGreaterThan(0);
  expect(within(item('收入汇总')).getByText('未写入')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '移除全部痕迹' })).toBeNull();
});

test('a sheet that no longer says what it would say now is to be brought up to date', async () => {
  const host = await openSummaries();
  fireEvent.click(screen.getByRole('button', { name: /^写入所选/ }));
  await screen.findAllByText(/^已写入：一页纸/);
  cleanup();
  const written = (await host.writeSummary([])).file?.bytes ?? new Uint8Array();
  await openSummaries(written);
  expect(within(item('收入汇总')).getByText('已写入')).toBeTruthy();
  cleanup();
  // The user's own figure is another now; what LibreOffice or Excel would compute anew is not in the file.
  const parts = unzipSync(written);
  const sheet = 'xl/worksheets/sheet2.xml';
  const changed = strFromU8(parts[sheet] ?? new Uint8Array()).replace('<v>4667.11</v>', '<v>4668.11</v>');
  await openSummaries(zipSync({ ...parts, [sheet]: strToU8(changed) }));
  expect(within(item('收入汇总')).getByText('数据已变动，请更新')).toBeTruthy();
  expect(within(item('上级补助汇总')).getByText('已写入')).toBeTruthy();
});
