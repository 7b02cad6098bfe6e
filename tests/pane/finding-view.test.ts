import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CheckReport } from '../../src/app/check-report';
import { LocalEngine } from '../../src/app/local-engine';
import type { Workbook } from '../../src/core/grid/sheet';
import { FileHost } from '../../src/hosts/file/file-host';
import { translator } from '../../src/messages/translator';
import { explanationView } from '../../src/pane/view/explanation-view';
import { findingViews } from '../../src/pane/view/finding-view';
import { resultView } from '../../src/pane/view/result-view';

const zh = translator('zh-CN');
let report: CheckReport;
let workbook: Workbook;

beforeAll(async () => {
  workbook = await new FileHost(
    readFileSync(path.join(__dirname, '../../assets/samples/dirty/county-2023-05.xlsx')),
    'county-2023-05.xlsx',
  ).read();
  report = await new LocalEngine(() => Promise.resolve()).check(workbook);
});

test('a line says what, by how much, where and probably why', () => {
  const first = findingViews(report.findings, new Set(), zh).find(({ cell }) => cell === 'H7');
  expect(first).toMatchObject({
    headline: '税收收入（累计数）',
    figure: '差 1,800.00 万元',
    levelWord: '错误',
    sheet: '收入执行表',
    cell: 'H7',
  });
  expect(first?.detail).toContain('增值税');
});

test('a bound that is missed says its rule, its value and its sentence', () => {
  const views = findingViews(report.findings, new Set(), zh);
  expect(views.find(({ level }) => level === 'warning')).toMatchObject({
    headline: '库款系数',
    figure: '0.247',
    levelWord: '红色预警',
    detail: expect.stringContaining('月末库款'),
  });
});

test('an explanation gives both numbers, and the cells of the relation by name and value', () => {
  const first = report.findings.find(({ finding }) => finding.actual === 10115.9);
  if (!first) throw new Error('nothing was found');
  const view = explanationView(first, workbook, zh);
  expect(view.figures).toEqual([
    { name: '表中数', value: '10,115.90 万元' },
    { name: '应为', value: '11,915.90 万元' },
    { name: '差额', value: '1,800.00 万元' },
  ]);
  expect(view.terms[0]).toMatchObject({ name: '税收收入', cell: 'H6', value: '10,115.90' });
  expect(view.terms[1]).toMatchObject({ name: '增值税', cell: 'H7', value: '6,467.11' });
  expect(view.moreTerms).toBe('另有 3 项，见工作表');
});

test('a cancelled check claims nothing of what it did not reach', () => {
  const view = resultView({ report: { ...report, findings: [] }, extent: 'cancelled', seen: new Set() }, zh);
  expect(view.empty).toBeUndefined();
  expect(view.cancelled).toBe('已取消，以下是已发现的问题。');
});
