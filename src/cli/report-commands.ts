import { type Command, Option } from 'commander';
import { translator, type Language } from '../messages/translator';
import type { Console } from './console';
import type { ReportFormat } from './report-check';

interface CheckFlags {
  readonly workbook: string[];
  readonly format: ReportFormat;
  readonly lang: Language;
}

/** `gouji report check`, `fill` and `mask`. */
export function addReportCommands(
  program: Command,
  lang: () => Option,
  io: Console,
  done: (code: number) => void,
): void {
  const report = program.command('report').description('核对、填写报告 / check and fill reports');

  report
    .command('check')
    .description('核对报告里的每个数 / check every figure of reports')
    .argument('<report...>', '.docx .txt')
    .option('--workbook <file>', '对照的工作簿，可重复 / workbooks to check against', collected, [])
    .addOption(new Option('--format <format>', '输出格式 / output').choices(['text', 'json', 'ndjson']).default('text'))
    .addOption(lang())
    .action(async (files: string[], flags: CheckFlags) => {
      const { reportCheckCommand } = await import(/* webpackChunkName: "report" */ './report-check');
      done(await reportCheckCommand(files, flags.workbook, flags.format, io, translator(flags.lang)));
    });
}

function collected(file: string, before: readonly string[]): string[] {
  return [...before, file];
}
