import { computeIndicators, plainIndicator, type NamedWorkbook, type PlainIndicator } from '../app/indicators';
import { isCounted } from '../core/fiscal/indicators/catalogue';
import type { Translator } from '../messages/translator';
import { EXIT, type Console } from './console';
import { eachWorkbook } from './each-file';
import { visible, visibleJson } from './visible';

/** `gouji indicators`: all 148, computed or with what is missing; several files are one set of measures. */
export async function indicatorsCommand(
  files: readonly string[],
  format: 'text' | 'json',
  settings: Parameters<typeof computeIndicators>[1],
  io: Console,
  translate: Translator,
): Promise<number> {
  const workbooks: NamedWorkbook[] = [];
  const exit = await eachWorkbook(files, io, translate, (file, { workbook }) => {
    workbooks.push({ file, workbook });
    return Promise.resolve(EXIT.fine);
  });
  if (workbooks.length === 0) return exit;
  const evaluated = await computeIndicators(workbooks, settings);
  const indicators = evaluated.map((indicator) => plainIndicator(indicator, translate));
  if (format === 'json') io.out(`${visibleJson(indicators, 1)}\n`);
  else io.out(textOf(indicators, translate));
  return exit;
}

function textOf(indicators: readonly PlainIndicator[], translate: Translator): string {
  const computed = indicators.filter(({ verdict }) => verdict !== 'not_computed').length;
  const lines = indicators.map((indicator) => lineOf(indicator, translate));
  const counts = translate.text('indicator.counts', {
    defined: indicators.length,
    computed,
    missing: indicators.length - computed,
  });
  return `${lines.map(visible).join('\n')}\n${counts}\n`;
}

function lineOf(
  { id, name, value, unit, verdict, target, missing, calibre }: PlainIndicator,
  translate: Translator,
): string {
  if (verdict === 'not_computed') return `${id} ${name}  —  ${translate.list(missing)}`;
  const shown = typeof value === 'number' ? translate.amount(value, isCounted(unit) ? 0 : 2) : (value ?? '');
  return `${id} ${name}  ${shown}${unit === '%' ? unit : ` ${unit}`}  ${translate.text(`verdict.${verdict}`)}${target === null ? '' : `  (${target})`}${calibre === undefined ? '' : `  〔${calibre}〕`}`;
}
