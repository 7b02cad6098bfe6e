import { type Command, Option } from 'commander';
import { translator, type Language } from '../messages/translator';
import type { Console } from './console';
import { reportApart } from './read-apart';
import type { ReportFormat } from './report-check';

interface CheckFlags {
  readonly workbook: string[];
  readonly format: ReportFormat;
  readonly lang: Language;
}

interface FillFlags {
  readonly workbook: string[];
  readonly out: string;
  readonly key?: string;
  readonly basis?: string;
  readonly lang: Language;
}

interface MaskFlags {
  readonly figures: 'all' | 'amounts';
  readonly out: string;
  readonly key: string;
  readonly lang: Language;
}

/** `gouji report check`, `fill` and `mask`. */
export function addReportCommands(
  program: Command,
  lang: () => Option,
  { io, script }: { readonly io: Console; readonly script: string | undefined },
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
      const translate = translator(flags.lang);
      const args = [files, flags.workbook, flags.format] as const;
      if (script !== undefined) {
        const task = { kind: 'reportCheck', args } as const;
        done(await reportApart(script, task, { reports: files, workbooks: flags.workbook }, io, translate));
        return;
      }
      const { reportCheckCommand } = await import(/* webpackChunkName: "report" */ './report-check');
      done(await reportCheckCommand(...args, io, translate));
    });

  report
    .command('fill')
    .description('用工作簿的数填写草稿 / fill the blanks of a draft from workbooks')
    .argument('<draft>', '.docx .txt')
    .option('--workbook <file>', '取数的工作簿，可重复 / workbooks to fill from', collected, [])
    .requiredOption('--out <file>', '写到这里 / the filled copy')
    .option('--key <file>', '用遮盖时写出的钥匙填回 / fill again by the key of a mask')
    .option('--basis <file>', '另存带“底稿”表的第一个工作簿 / a copy of the first workbook with the sheet 底稿, .xlsx')
    .addOption(lang())
    .action(async (draft: string, flags: FillFlags) => {
      const translate = translator(flags.lang);
      const { workbook: workbooks, out, key, basis } = flags;
      const settings = {
        workbooks,
        out,
        ...(key === undefined ? {} : { key }),
        ...(basis === undefined ? {} : { basis }),
      };
      if (script !== undefined) {
        const task = { kind: 'reportFill', args: [draft, settings] } as const;
        done(await reportApart(script, task, { reports: [draft], workbooks }, io, translate));
        return;
      }
      const { reportFillCommand } = await import(/* webpackChunkName: "report" */ './report-fill');
      done(await reportFillCommand(draft, settings, io, translate));
    });

  report
    .command('mask')
    .description('把数字换成 * / take figures out')
    .argument('<report>', '.docx .txt')
    .addOption(
      new Option('--figures <which>', '全部，或只有金额 / all, or amounts').choices(['all', 'amounts']).default('all'),
    )
    .requiredOption('--out <file>', '写到这里 / the masked copy')
    .requiredOption('--key <file>', '钥匙写到这里 / the key, .json')
    .addOption(lang())
    .action(async (file: string, flags: MaskFlags) => {
      const translate = translator(flags.lang);
      if (script !== undefined) {
        const task = { kind: 'reportMask', args: [file, flags] } as const;
        done(await reportApart(script, task, { reports: [file], workbooks: [] }, io, translate));
        return;
      }
      const { reportMaskCommand } = await import(/* webpackChunkName: "report" */ './report-mask');
      done(await reportMaskCommand(file, flags, io, translate));
    });
}

function collected(file: string, before: readonly string[]): string[] {
  return [...before, file];
}
