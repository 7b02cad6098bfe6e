import { checkText, type TextCheck } from '../app/report/check-text';
import { plainReport, type PlainReport } from '../app/report/plain-report';
import type { SourceFigure } from '../core/report/match/sources';
import type { Translator } from '../messages/translator';
import { CannotOpen, sentenceOf } from './cannot-open';
import { EXIT, type Console } from './console';
import { readText } from './read-text';
import { readSources } from './read-sources';
import { visible, visibleJson } from './visible';

export type ReportFormat = 'text' | 'json' | 'ndjson';

/** `gouji report check`: every figure of some texts against the others, and against workbooks. */
export async function reportCheckCommand(
  files: readonly string[],
  workbooks: readonly string[],
  format: ReportFormat,
  io: Console,
  translate: Translator,
): Promise<number> {
  const sources = await sourcesOf(workbooks, io, translate);
  if (!sources) return EXIT.couldNotRun;
  const whole: object[] = [];
  let exit: number = EXIT.fine;
  let isUnreadable = false;
  for (const file of files) {
    io.alive?.();
    try {
      const { text } = await readText(file, translate);
      const started = performance.now();
      const check = checkText(file, text, sources);
      const ms = Math.round((performance.now() - started) * 10) / 10;
      const plain = plainReport(check, text, translate);
      if (format === 'ndjson') io.out(`${visibleJson({ file, ...plain, ms })}\n`);
      else if (format === 'json') whole.push({ file, ...plain });
      else io.out(textOf(file, check, plain, translate));
      if (check.findings.some(({ level }) => level === 'error')) exit = EXIT.found;
    } catch (error) {
      io.err(`${visible(sentenceOf(error, file, translate))}\n`);
      isUnreadable = true;
    }
  }
  if (format === 'json') io.out(`${visibleJson(whole, 1)}\n`);
  return isUnreadable ? EXIT.couldNotRun : exit;
}

async function sourcesOf(
  workbooks: readonly string[],
  io: Console,
  translate: Translator,
): Promise<readonly SourceFigure[] | undefined> {
  try {
    return await readSources(workbooks, translate, io.alive);
  } catch (error) {
    if (!(error instanceof CannotOpen)) throw error;
    io.err(`${visible(error.message)}\n`);
    return undefined;
  }
}

/** As many of those that were not checked as anybody reads. */
const MOST_NAMED = 12;

function textOf(
  file: string,
  { reading, cutOffs }: TextCheck,
  { claims, findings, unchecked, matches }: PlainReport,
  translate: Translator,
): string {
  const lines = [visible(file)];
  for (const { start, level, message } of findings) {
    lines.push(
      visible(
        translate.text('report.finding', {
          level: translate.text(`level.${level as 'error'}`),
          line: lineOf(reading.plain, start),
          message,
        }),
      ),
    );
  }
  if (matches.length > 0)
    lines.push(
      translate.text('report.matched', {
        count: matches.filter(({ verdict }) => verdict === 'equal' || verdict === 'rounding').length,
      }),
    );
  if (cutOffs.length > 1) {
    const days = cutOffs.map(({ day, figures }) =>
      translate.text('report.cutOff', { day: day.replace(/^2000-/, ''), count: figures.length }),
    );
    lines.push(visible(translate.text('report.cutOffs', { days: translate.list(days) })));
  }
  if (unchecked.length > 0) {
    const named = unchecked.slice(0, MOST_NAMED).map(({ text }) => text);
    const figures = translate.list(unchecked.length > MOST_NAMED ? [...named, '…'] : named);
    lines.push(visible(translate.text('report.unchecked', { count: unchecked.length, figures })));
  }
  lines.push(translate.text('report.summary', { claims: claims.length, findings: findings.length }));
  return `${lines.join('\n')}\n`;
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
