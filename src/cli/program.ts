import '../messages/every-language';
import { Command, InvalidArgumentError, Option } from 'commander';
import { LANGUAGES, translator, type Language } from '../messages/translator';
import { CHECK_FORMATS, checkCommand, type CheckCommand, type CheckFormat } from './check-command';
import { EXIT, type Console } from './console';
import { fileOptions } from './read-options';
import { checkApart, eachApart, togetherApart } from './read-apart';
import { CannotOpen } from './cannot-open';
import { addReportCommands } from './report-commands';
import { visible } from './visible';
import { CannotWrite } from './write-whole';

interface CheckFlags {
  readonly format: CheckFormat;
  readonly alone: boolean;
  readonly out?: string;
  readonly asOf?: string;
  readonly rules?: string[];
  readonly pack: string[];
  readonly readings: string[];
  readonly jobs: number;
  readonly showNumbers: boolean;
  readonly lang: Language;
}

/**
 * Runs the command line; gives the exit code and never ends the process itself. `script` is the file of the process
 * that reads what others made; without one it is read in this process.
 */
export async function run(argv: readonly string[], io: Console, version: string, script?: string): Promise<number> {
  let exit: number = EXIT.fine;
  const program = new Command('gouji')
    .description('勾稽：校验县财政报表 / checks county finance worksheets')
    .version(version);
  program.configureOutput({ writeOut: io.out, writeErr: io.err }).exitOverride().showHelpAfterError();
  const showNumbers = () =>
    new Option('--show-numbers', '完整显示身份证号和银行卡号 / identity and card numbers in full').default(false);
  const lang = () => new Option('--lang <language>', '语言 / language').choices(LANGUAGES).default('zh-CN');

  program
    .command('check')
    .description('校验工作簿 / check workbooks')
    .argument('<file...>', '文件或文件夹 / files or folders')
    .option('--alone', '逐个文件单独校验 / each file by itself', false)
    .addOption(new Option('--format <format>', '输出格式 / output').choices(CHECK_FORMATS).default('text'))
    .option('--out <file>', '写入文件 / write to a file')
    .option('--as-of <date>', '数据截止日 / compare dates to this day, YYYY-MM-DD', date)
    .option('--pack <file>', '指标界限与口径的参数包，可重复 / bounds and definitions, may be repeated', collected, [])
    .option('--readings <file>', '对读表结果的更正，可重复 / corrections of how tables are read', collected, [])
    .option('--rules <codes>', '只运行这些规则 / only these rules, comma-separated', (codes: string) =>
      codes.split(','),
    )
    .option('--jobs <number>', '同时核对几个文件 / files checked at once', positive, 1)
    .addOption(showNumbers())
    .addOption(lang())
    .action(async (files: string[], flags: CheckFlags) => {
      const command: CheckCommand = {
        format: flags.format,
        alone: flags.alone,
        ...(flags.out === undefined ? {} : { out: flags.out }),
        ...(flags.asOf === undefined ? {} : { asOf: flags.asOf }),
        ...(flags.rules === undefined ? {} : { rules: flags.rules }),
        ...(await fileOptions(flags, translator(flags.lang))),
      };
      const translate = translator(flags.lang, { showsNumbers: flags.showNumbers });
      const checkSet =
        script === undefined
          ? (await import(/* webpackChunkName: "engine" */ './check-files')).checkHere(translate)
          : checkApart(script, flags.jobs, translate);
      exit = await checkCommand(files, command, io, translate, checkSet);
    });

  program
    .command('relations')
    .description('列出表内的算术关系 / the arithmetic found')
    .argument('<file...>')
    .addOption(new Option('--format <format>').choices(['text', 'ndjson']).default('text'))
    .addOption(lang())
    .action(async (files: string[], flags: { format: 'text' | 'ndjson'; lang: Language }) => {
      const translate = translator(flags.lang);
      exit =
        script === undefined
          ? await (
              await import(/* webpackChunkName: "others" */ './relations-command')
            ).relationsCommand(files, flags.format, io, translate)
          : await eachApart(
              script,
              files,
              (file) => ({ kind: 'relations', args: [[file], flags.format] }),
              io,
              translate,
            );
    });

  program
    .command('tables')
    .description('说明每张表是怎样读的 / how each table was read')
    .argument('<file...>')
    .addOption(new Option('--format <format>').choices(['text', 'ndjson']).default('text'))
    .option('--readings <file>', '对读表结果的更正，可重复 / corrections of how tables are read', collected, [])
    .addOption(lang())
    .action(async (files: string[], flags: { format: 'text' | 'ndjson'; readings: string[]; lang: Language }) => {
      const { corrections } = await fileOptions({ pack: [], readings: flags.readings }, translator(flags.lang));
      const translate = translator(flags.lang);
      exit =
        script === undefined
          ? await (
              await import(/* webpackChunkName: "others" */ './tables-command')
            ).tablesCommand(files, flags.format, corrections, io, translate)
          : await eachApart(
              script,
              files,
              (file) => ({ kind: 'tables', args: [[file], flags.format, corrections] }),
              io,
              translate,
            );
    });

  program
    .command('indicators')
    .description('计算 148 项指标，或说明缺什么 / the indicators, or what is missing')
    .argument('<file...>')
    .addOption(new Option('--format <format>').choices(['text', 'json']).default('text'))
    .option('--as-of <date>', '数据截止日 / the day the figures are of, YYYY-MM-DD', date)
    .option('--pack <file>', '指标界限与口径的参数包，可重复 / bounds and definitions, may be repeated', collected, [])
    .option('--readings <file>', '对读表结果的更正，可重复 / corrections of how tables are read', collected, [])
    .addOption(lang())
    .action(
      async (
        files: string[],
        flags: { format: 'text' | 'json'; asOf?: string; pack: string[]; readings: string[]; lang: Language },
      ) => {
        const settings = {
          ...(flags.asOf === undefined ? {} : { asOf: flags.asOf }),
          ...(await fileOptions(flags, translator(flags.lang))),
        };
        const translate = translator(flags.lang);
        exit =
          script === undefined
            ? await (
                await import(/* webpackChunkName: "others" */ './indicators-command')
              ).indicatorsCommand(files, flags.format, settings, io, translate)
            : await togetherApart(
                script,
                files,
                (good) => ({ kind: 'indicators', args: [good, flags.format, settings] }),
                io,
                translate,
              );
      },
    );

  program
    .command('summarize')
    .description('写出带汇总表的副本 / a copy with the summary sheets')
    .argument(
      '<file...>',
      '汇总表写入第一个文件的副本，其余文件提供数据 / the first gets the sheets, the others lend figures',
    )
    .option('--out <file>', '写到这里 / the copy, .xlsx')
    .option('--sheets <ids>', '只写这些表，all 为全部 / only these, by id; all: every one', listed)
    .option('--list', '列出可写哪些表、还缺什么 / say which can be made and what is missing')
    .option('--remove', '移除 Gouji 写入的全部内容 / take everything of ours away')
    .option('--as-of <date>', '数据截止日 / compare dates to this day, YYYY-MM-DD', date)
    .option('--pack <file>', '指标界限与口径的参数包，可重复 / bounds and definitions, may be repeated', collected, [])
    .option('--readings <file>', '对读表结果的更正，一并存入副本 / corrections, kept in the copy', collected, [])
    .addOption(showNumbers())
    .addOption(lang())
    .action(async (files: string[], flags: SummarizeFlags) => {
      const translate = translator(flags.lang, { showsNumbers: flags.showNumbers });
      if (flags.out === undefined && flags.list !== true) {
        io.err(`${translate.text('cli.needsOut')}\n`);
        exit = EXIT.couldNotRun;
        return;
      }
      const settings = {
        ...(flags.asOf === undefined ? {} : { asOf: flags.asOf }),
        ...(flags.sheets === undefined || flags.sheets.includes('all') ? {} : { sheets: flags.sheets }),
        ...(flags.list === true ? { instead: 'list' as const } : {}),
        ...(flags.remove === true ? { instead: 'remove' as const } : {}),
        ...(await fileOptions(flags, translate)),
      };
      const out = flags.list === true ? undefined : flags.out;
      exit =
        script === undefined
          ? await (
              await import(/* webpackChunkName: "others" */ './summarize-command')
            ).summarizeCommand(files, out, settings, io, translate)
          : await togetherApart(
              script,
              files,
              // The sheets are for the first file: where that cannot be opened nothing is written.
              (good) => ({ kind: 'summarize', args: [good[0] === files[0] ? good : [], out, settings] }),
              io,
              translate,
            );
    });

  program
    .command('fix')
    .description('改正能证明的差错，写出副本 / a copy in which what is proved is put right')
    .argument('<file>')
    .option('--out <file>', '写到这里 / the copy, .xlsx')
    .option('--only <codes>', '只改这些规则的问题 / only findings of these rules, comma-separated', (codes: string) =>
      codes.split(','),
    )
    .option('--dry-run', '只说要改什么，不写文件 / say what would change and write nothing', false)
    .addOption(lang())
    .action(async (file: string, flags: { out?: string; only?: string[]; dryRun: boolean; lang: Language }) => {
      const translate = translator(flags.lang);
      if (flags.out === undefined && !flags.dryRun) {
        io.err(`${translate.text('cli.fixNeedsOut')}\n`);
        exit = EXIT.couldNotRun;
        return;
      }
      const settings = { dryRun: flags.dryRun, ...(flags.only === undefined ? {} : { only: flags.only }) };
      exit =
        script === undefined
          ? await (
              await import(/* webpackChunkName: "others" */ './fix-command')
            ).fixCommand(file, flags.out, settings, io, translate)
          : await eachApart(script, [file], () => ({ kind: 'fix', args: [file, flags.out, settings] }), io, translate);
    });

  addReportCommands(program, lang, { io, script }, (code) => (exit = code));

  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CannotOpen || error instanceof CannotWrite) {
      io.err(`${visible(error.message)}\n`);
      return EXIT.couldNotRun;
    }
    // Commander has printed its sentence already; help and version are not errors.
    if (error instanceof Error && 'exitCode' in error) return error.exitCode === 0 ? EXIT.fine : EXIT.couldNotRun;
    throw error;
  }
}

interface SummarizeFlags {
  readonly out?: string;
  readonly sheets?: string[];
  readonly list?: boolean;
  readonly remove?: boolean;
  readonly showNumbers: boolean;
  readonly asOf?: string;
  readonly pack: string[];
  readonly readings: string[];
  readonly lang: Language;
}

function listed(ids: string): string[] {
  return ids.split(',').map((id) => id.trim());
}

function collected(file: string, before: readonly string[]): string[] {
  return [...before, file];
}

function positive(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 64) throw new InvalidArgumentError('1–64');
  return number;
}

function date(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) throw new InvalidArgumentError('YYYY-MM-DD');
  return text;
}
