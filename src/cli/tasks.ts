import type { Companion } from '../core/reading/dossier';
import { loadLanguage, translator, type Reader, type Translator } from '../messages/translator';
import { OpenedFiles, type CheckedFile, type CheckSettings } from './check-files';
import { EXIT, type Console } from './console';
import type { fixCommand } from './fix-command';
import type { indicatorsCommand } from './indicators-command';
import type { relationsCommand } from './relations-command';
import type { reportCheckCommand } from './report-check';
import type { reportFillCommand } from './report-fill';
import type { reportMaskCommand } from './report-mask';
import type { summarizeCommand } from './summarize-command';
import type { tablesCommand } from './tables-command';

/** What is not always asked is loaded when it is: to start is most of the time that a small file takes. */
const others = () => import(/* webpackChunkName: "others" */ './other-commands');
const reports = () => import(/* webpackChunkName: "report" */ './report-commands-apart');

/** What a command asks of the process that reads files of others. */
export type Task =
  | { readonly kind: 'open'; readonly file: string; readonly settings: CheckSettings }
  /** How the files that another process opened are seen. */
  | { readonly kind: 'meet'; readonly companions: readonly Companion[] }
  | { readonly kind: 'check'; readonly file: string; readonly settings: CheckSettings }
  | { readonly kind: 'relations'; readonly args: Arguments<typeof relationsCommand> }
  | { readonly kind: 'tables'; readonly args: Arguments<typeof tablesCommand> }
  | { readonly kind: 'indicators'; readonly args: Arguments<typeof indicatorsCommand> }
  | { readonly kind: 'fix'; readonly args: Arguments<typeof fixCommand> }
  | { readonly kind: 'summarize'; readonly args: Arguments<typeof summarizeCommand> }
  | ReportTask;

/** What is asked about the text of a report. */
export type ReportTask =
  | { readonly kind: 'reportCheck'; readonly args: Arguments<typeof reportCheckCommand> }
  | { readonly kind: 'reportFill'; readonly args: Arguments<typeof reportFillCommand> }
  | { readonly kind: 'reportMask'; readonly args: Arguments<typeof reportMaskCommand> };

/** The arguments of a command before what it talks to. */
type Arguments<Command extends (...args: never[]) => unknown> =
  Parameters<Command> extends [...infer Own, Console, Translator] ? Readonly<Own> : never;

export interface Request {
  readonly task: Task;
  readonly reader: Reader;
  readonly interactive: boolean;
}

/** What comes back while the task is done. */
export type Reply = { readonly out: string } | { readonly err: string } | { readonly checked: CheckedFile };

/** That a task goes on: a sheet is done, the next begins. */
export interface Alive {
  readonly alive: true;
}

/** What comes back once it is. */
export interface Answer {
  readonly code: number;
  readonly companions?: readonly Companion[];
}

/** Does the tasks of one process, one after another. */
class TaskRunner {
  private opened: OpenedFiles | undefined;
  private companions: readonly Companion[] = [];

  async run({ task, reader, interactive }: Request, reply: (reply: Reply | Alive) => void): Promise<Answer> {
    await loadLanguage(reader.language);
    const translate = translator(reader.language, reader);
    const io: Console = {
      out: (out) => reply({ out }),
      err: (err) => reply({ err }),
      interactive,
      alive: () => reply({ alive: true }),
    };
    switch (task.kind) {
      case 'open': {
        this.opened ??= new OpenedFiles(task.settings, translate);
        return { code: EXIT.fine, companions: await this.opened.open(task.file) };
      }
      case 'meet':
        this.companions = task.companions;
        return { code: EXIT.fine };
      case 'check': {
        this.opened ??= new OpenedFiles(task.settings, translate);
        const done = (checked: CheckedFile) => reply({ checked });
        return { code: await this.opened.check(task.file, this.companions, io, done) };
      }
      case 'relations':
        return { code: await (await others()).relationsCommand(...task.args, io, translate) };
      case 'tables':
        return { code: await (await others()).tablesCommand(...task.args, io, translate) };
      case 'indicators':
        return { code: await (await others()).indicatorsCommand(...task.args, io, translate) };
      case 'fix':
        return { code: await (await others()).fixCommand(...task.args, io, translate) };
      case 'summarize':
        return { code: await (await others()).summarizeCommand(...task.args, io, translate) };
      case 'reportCheck':
        return { code: await (await reports()).reportCheckCommand(...task.args, io, translate) };
      case 'reportFill':
        return { code: await (await reports()).reportFillCommand(...task.args, io, translate) };
      case 'reportMask':
        return { code: await (await reports()).reportMaskCommand(...task.args, io, translate) };
    }
  }
}

/** The life of such a process: it answers until nobody listens any more. */
export function answerRequests(process: NodeJS.Process): void {
  const runner = new TaskRunner();
  const send = (reply: Reply | Alive | Answer) => void process.send?.(reply);
  process.on('message', (request: Request) => {
    void runner.run(request, send).then(send, (error: unknown) => {
      send({ err: `gouji: ${error instanceof Error ? error.message : String(error)}\n` });
      send({ code: EXIT.couldNotRun });
    });
  });
  process.on('disconnect', () => process.exit());
}
