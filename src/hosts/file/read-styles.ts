import { HostError } from '../host';
import { LIMITS } from './limits';
import { XmlScanner } from './xml';

/** What reading needs of a cell format: index = the `s` attribute of a cell. */
export interface CellLook {
  readonly format: string;
  readonly bold: boolean;
  readonly indent: number;
}

/** Formats that Excel knows by number alone (ECMA-376 part 1, 18.8.30); dates in their zh-CN meaning. */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  37: '#,##0;-#,##0',
  38: '#,##0;[Red]-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;[Red]-#,##0.00',
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ ¥* #,##0_ ;_ ¥* -#,##0_ ;_ ¥* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

export function readStyles(xml: string | undefined): CellLook[] {
  if (xml === undefined) return [];
  const formats = new Map<number, string>();
  const bold: boolean[] = [];
  const looks: CellLook[] = [];
  const scan = new XmlScanner(xml);
  let section = '';
  while (scan.next()) {
    if (scan.closing) {
      if (scan.name === section) section = '';
      continue;
    }
    if (scan.name === 'fonts' || scan.name === 'cellXfs') section = scan.empty ? '' : scan.name;
    else if (scan.name === 'numFmt')
      formats.set(Number(scan.attribute('numFmtId')), scan.attribute('formatCode') ?? 'General');
    else if (section === 'fonts' && scan.name === 'font') {
      if (bold.length >= LIMITS.fonts) throw new HostError('tooLarge', 'styles');
      bold.push(false);
    } else if (section === 'fonts' && scan.name === 'b')
      bold[bold.length - 1] = !/^(0|false)$/.test(scan.attribute('val') ?? '');
    else if (section === 'cellXfs' && scan.name === 'xf') {
      if (looks.length >= LIMITS.cellFormats) throw new HostError('tooLarge', 'styles');
      looks.push(readFormat(scan, formats, bold));
    } else if (section === 'cellXfs' && scan.name === 'alignment')
      indentLast(looks, Number(scan.attribute('indent') ?? 0));
  }
  return looks;
}

function readFormat(scan: XmlScanner, formats: ReadonlyMap<number, string>, bold: readonly boolean[]): CellLook {
  const id = Number(scan.attribute('numFmtId') ?? 0);
  return {
    format: formats.get(id) ?? BUILT_IN[id] ?? 'General',
    bold: bold[Number(scan.attribute('fontId') ?? 0)] ?? false,
    indent: 0,
  };
}

function indentLast(looks: CellLook[], indent: number): void {
  const last = looks.at(-1);
  if (last && indent > 0) looks[looks.length - 1] = { ...last, indent };
}
