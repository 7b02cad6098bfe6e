import { checkWorkbook, type CheckOptions } from '../../../src/app/check-workbook';
import type { Finding } from '../../../src/core/findings/finding';
import type { Workbook } from '../../../src/core/grid/sheet';
import { workbookOf } from '../../support/text-table';

export async function findings(workbook: Workbook, options: CheckOptions = {}): Promise<readonly Finding[]> {
  return (await checkWorkbook(workbook, options)).outcome.findings;
}

export async function prints(workbook: Workbook, options: CheckOptions = {}): Promise<string[]> {
  return (await findings(workbook, options)).map(({ fingerprint }) => fingerprint);
}

/** Rows with a growth rate each; those of `wrong` do not follow. */
export function growthTable(title: string, rows: readonly string[], wrong: ReadonlySet<string>): string {
  const body = rows.map((name, i) => {
    const [now, before] = [1200 + 37 * i, 1000 + 11 * i];
    const rate = Math.round((now / before - 1) * 10_000) / 100;
    return `| ${name} | ${now} | ${before} | ${(wrong.has(name) ? rate + 5 : rate).toFixed(2)} |`;
  });
  return `${title}\n单位：万元\n| 项目 | 累计完成 | 上年同期 | 增长% |\n${body.join('\n')}`;
}

export const TAXES = [
  '增值税',
  '企业所得税',
  '个人所得税',
  '资源税',
  '城市维护建设税',
  '房产税',
  '印花税',
  '契税',
  '车船税',
];
export const TITLE = '某县2023年5月税收收入完成情况表';

export function bookOf(...sheets: readonly (readonly [name: string, text: string])[]): Workbook {
  return { sheets: sheets.flatMap(([name, text]) => workbookOf(text, name).sheets), names: [] };
}
