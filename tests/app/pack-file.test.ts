import { checkWorkbook } from '../../src/app/check-workbook';
import { readPack } from '../../src/app/pack-file';
import { FileProblem } from '../../src/app/parsed-file';
import { readCorrections } from '../../src/app/readings-file';
import { NATIONAL_PACK } from '../../src/core/fiscal/national-pack';
import { inForce, layered, type PackLayer, type Source } from '../../src/core/fiscal/pack';
import { sentenceIn } from '../support/placeholders';
import { workbookOf } from '../support/text-table';

const source = { document: '省财政厅通知', verified: true };
const layer = (bounds: object, more: object = {}): string =>
  JSON.stringify({ name: '某省', level: 'province', bounds, ...more });

function problem(read: () => unknown): [string, string] {
  try {
    read();
  } catch (error) {
    if (error instanceof FileProblem) return [error.problem, error.field];
    throw error;
  }
  throw new Error('was read');
}

describe('a pack file', () => {
  test('lays its bounds over the national ones', () => {
    const pack = layered(NATIONAL_PACK, [
      readPack(layer({ nonTaxShare: { warn: 0.25, fail: 0.35, source } }, { calibres: { coverage: 'K2' } })),
    ]);
    expect(pack.nonTaxShare).toEqual({ warn: 0.25, fail: 0.35, source });
    expect(pack.calibres).toEqual({ ...NATIONAL_PACK.calibres, coverage: 'K2' });
    expect(pack.reserve).toBe(NATIONAL_PACK.reserve);
  });

  test('the nearest to the county wins, in whatever order they are given', () => {
    const at = (level: PackLayer['level'], value: number) =>
      readPack(JSON.stringify({ name: level, level, bounds: { taxShare: { value, source } } }));
    expect(layered(NATIONAL_PACK, [at('county', 0.7), at('province', 0.5)]).taxShare.value).toBe(0.7);
    expect(layered(NATIONAL_PACK, [at('province', 0.5), at('year', 0.8), at('county', 0.7)]).taxShare.value).toBe(0.8);
  });

  test('what is wrong is named by its field', () => {
    expect(problem(() => readPack('{'))).toEqual(['notJson', '']);
    expect(problem(() => readPack(layer({ nonTaxShar: {} })))).toEqual(['unknownField', 'bounds.nonTaxShar']);
    expect(problem(() => readPack(layer({ nonTaxShare: { warn: 0.3, source } })))).toEqual([
      'missing',
      'bounds.nonTaxShare.fail',
    ]);
    expect(problem(() => readPack(layer({ nonTaxShare: { warn: '30%', fail: 0.4, source } })))).toEqual([
      'wrong',
      'bounds.nonTaxShare.warn',
    ]);
    expect(problem(() => readPack(layer({ taxShare: { value: 0.5 } })))).toEqual(['missing', 'bounds.taxShare.source']);
    expect(problem(() => readPack(JSON.stringify({ name: '某省', level: 'town' })))).toEqual(['wrong', 'level']);
    expect(problem(() => readPack(layer({}, { calibres: { livelihood: ['205', '299'] } })))).toEqual([
      'wrong',
      'calibres.livelihood',
    ]);
  });
});

test('a bound of one year gives way to that of the next', () => {
  const at = (day: string | undefined) => inForce(NATIONAL_PACK.primaryPupil, day)?.value;
  expect([at('2022-12-31'), at('2023-01-01'), at(undefined)]).toEqual([650, 720, 720]);
  expect(inForce(NATIONAL_PACK.publicHealth, '2023-06-30')?.value).toBe(89);
});

test('corrections name kinds, subjects, units and roles that exist', () => {
  expect(
    readCorrections(
      JSON.stringify([{ sheet: '表', title: '', unit: '万元', columns: [{ header: '数', role: 'ytd' }] }]),
    ),
  ).toHaveLength(1);
  expect(problem(() => readCorrections(JSON.stringify([{ sheet: '表', title: '', unit: '十元' }])))).toEqual([
    'wrong',
    '0.unit',
  ]);
  expect(
    problem(() =>
      readCorrections(JSON.stringify([{ sheet: '表', title: '', columns: [{ header: '数', role: 'sum' }] }])),
    ),
  ).toEqual(['wrong', '0.columns.0.role']);
  const said = (more: object) => () => readCorrections(JSON.stringify([{ sheet: '表', title: '', ...more }]));
  expect(said({ kind: 'unknown', rows: [{ label: '大口径', subject: 'guarantee' }] })()).toHaveLength(1);
  expect(problem(said({ kind: '库款月抱' }))).toEqual(['wrong', '0.kind']);
  expect(problem(said({ rows: [{ label: '大口径', subject: 'guarante' }] }))).toEqual(['wrong', '0.rows.0.subject']);
});

test('a bound that the law gives names its article, a default of ours names no document', () => {
  expect(NATIONAL_PACK.reserve).toEqual({
    low: 0.01,
    high: 0.03,
    source: { document: '中华人民共和国预算法', article: '第四十条', verified: true },
  });
  expect(NATIONAL_PACK.turnover).toMatchObject({ value: 0.01, source: { article: '第四十九条', verified: true } });
  expect(NATIONAL_PACK.debtLimit).toMatchObject({ value: 1, source: { article: '第三十五条', verified: true } });
  const { calibres, ...bounds } = NATIONAL_PACK;
  expect(calibres.coverage).toBe('K1');
  for (const source of sourcesIn(bounds)) {
    expect([source, source.verified]).toEqual([source, source.article !== undefined]);
    expect([source, source.isDefault === true]).toEqual([source, source.document === 'Gouji 默认值']);
  }
});

/** Every source below a value, however deep. */
function sourcesIn(value: unknown): Source[] {
  if (typeof value !== 'object' || value === null) return [];
  return 'document' in value ? [value as Source] : Object.values(value).flatMap(sourcesIn);
}

describe('a later edition of the classification', () => {
  const revised = (name: string) =>
    readPack(layer({}, { classification: [{ code: '210', name, from: 2025, source }] }));
  const said = async (year: number, name: string, ...packs: readonly PackLayer[]) => {
    const table = `青禾县${year}年6月一般公共预算支出执行情况表
单位：万元
| 科目编码 | 科目名称 | 累计 |
| “205” | 教育支出 | 900 |
| “210” | ${name} | 500 |`;
    const { outcome } = await checkWorkbook(workbookOf(table), {
      rules: ['T314'],
      pack: layered(NATIONAL_PACK, packs),
    });
    return outcome.findings.map((finding) => sentenceIn('zh-CN', finding));
  };

  test('renames a line from its year on', async () => {
    expect(await said(2025, '卫生健康支出', revised('健康事业支出'))).toEqual([
      '“卫生健康支出”是旧称，2025 年起为“健康事业支出”',
    ]);
    expect(await said(2024, '卫生健康支出', revised('健康事业支出'))).toEqual([]);
    expect(await said(2025, '健康事业支出', revised('健康事业支出'))).toEqual([]);
    expect(await said(2025, '卫生健康支出')).toEqual([]);
  });

  test('is one of code and year, with its source', () => {
    expect(
      problem(() => readPack(layer({}, { classification: [{ code: '2A', name: '甲', from: 2025, source }] }))),
    ).toEqual(['wrong', 'classification.0.code']);
    expect(problem(() => readPack(layer({}, { classification: [{ code: '210', name: '甲', from: 2025 }] })))).toEqual([
      'missing',
      'classification.0.source',
    ]);
  });
});
