import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { hostFaultText } from '../app/fault-text';
import type { Companion } from '../core/reading/dossier';
import { HostError } from '../hosts/host';
import type { Translator } from '../messages/translator';
import { Apart, EndedEarly } from './apart';
import type { CheckedFile, CheckSet } from './check-files';
import { EXIT, exitOf, type Console } from './console';
import type { Answer, Reply, ReportTask, Task } from './tasks';
import { visible } from './visible';
import { removeLeftover } from './write-whole';

/** Where the commands that write a copy are told where to. */
const OUT = 1;

function outOf(task: Task): string | undefined {
  if (task.kind === 'summarize' || task.kind === 'fix') return task.args[OUT];
  return task.kind === 'reportFill' || task.kind === 'reportMask' ? task.args[OUT].out : undefined;
}

/** The files that ended their process are not opened again. */
class Pool {
  private readonly free: Apart[];
  private readonly waiting: ((apart: Apart) => void)[] = [];
  private readonly bad = new Set<string>();
  /** What is still to be said of files that ended their process. */
  private readonly sentences = new Map<string, string>();
  private readonly met = new WeakMap<Apart, number>();

  constructor(
    script: string,
    jobs: number,
    private readonly io: Console,
    private readonly translate: Translator,
  ) {
    this.free = Array.from({ length: jobs }, () => new Apart(script, translate, io.interactive));
  }

  /** Does a task about a file; undefined where it ended its process: {@link tellOf} says so when it is its turn. */
  async task(
    file: string,
    task: Task,
    megabytes: number,
    heard?: (reply: Reply) => void,
    companions: readonly Companion[] = [],
  ): Promise<Answer | undefined> {
    if (this.bad.has(file)) return undefined;
    const apart = this.free.pop() ?? (await new Promise<Apart>((resolve) => this.waiting.push(resolve)));
    try {
      if (companions.length > 0 && this.met.get(apart) !== apart.generation) {
        await apart.ask({ kind: 'meet', companions }, megabytes);
        this.met.set(apart, apart.generation);
      }
      return await apart.ask(task, megabytes, heard);
    } catch (error) {
      if (!(error instanceof EndedEarly)) throw error;
      this.bad.add(file);
      const out = outOf(task);
      if (out !== undefined && error.pid !== undefined) removeLeftover(out, error.pid);
      this.sentences.set(file, `${visible(endedText(file, error, this.translate))}\n`);
      return undefined;
    } finally {
      const next = this.waiting.shift();
      if (next) next(apart);
      else this.free.push(apart);
    }
  }

  /** Says once what became of a file, so that several at once are told in their order. */
  tellOf(file: string): void {
    this.io.err(this.sentences.get(file) ?? '');
    this.sentences.delete(file);
  }

  end(): void {
    for (const apart of this.free) apart.end();
  }
}

function endedText(file: string, { fault }: HostError, translate: Translator): string {
  const reason = hostFaultText(new HostError(fault, basename(file)), translate);
  return translate.text('cli.cannotOpen', { file, reason });
}

async function megabytesOf(files: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const file of files) bytes += (await stat(file).catch(() => undefined))?.size ?? 0;
  return bytes / 2 ** 20;
}

/** A set of files, checked in so many processes at once; results come in the order of the files. */
export function checkApart(script: string, jobs: number, translate: Translator): CheckSet {
  return async (files, settings, io, done) => {
    const pool = new Pool(script, Math.min(jobs, files.length), io, translate);
    try {
      const all = await megabytesOf(files);
      const companions: Companion[] = [];
      if (files.length > 1) {
        const opened = files.map(async (file) =>
          pool.task(file, { kind: 'open', file, settings }, await megabytesOf([file])),
        );
        for (const [i, one] of opened.entries()) {
          companions.push(...((await one)?.companions ?? []));
          pool.tellOf(files[i] ?? '');
        }
      }
      const checks = files.map(async (file) => {
        const heard: Reply[] = [];
        const answer = await pool.task(
          file,
          { kind: 'check', file, settings },
          all,
          (reply) => ('err' in reply && io.interactive ? io.err(reply.err) : heard.push(reply)),
          companions,
        );
        return { heard, code: answer?.code ?? EXIT.couldNotRun };
      });
      const codes: number[] = [];
      for (const [i, check] of checks.entries()) {
        const { heard, code } = await check;
        pool.tellOf(files[i] ?? '');
        for (const reply of heard) tell(reply, io, done);
        codes.push(code);
      }
      return exitOf(codes);
    } finally {
      pool.end();
    }
  };
}

/** One task for each file, in turn, each in the same process as long as it lives. */
export async function eachApart(
  script: string,
  files: readonly string[],
  taskOf: (file: string) => Task,
  io: Console,
  translate: Translator,
): Promise<number> {
  const pool = new Pool(script, 1, io, translate);
  const codes: number[] = [];
  try {
    for (const file of files) {
      const answer = await pool.task(file, taskOf(file), await megabytesOf([file]), (reply) => tell(reply, io));
      pool.tellOf(file);
      codes.push(answer?.code ?? EXIT.couldNotRun);
    }
    return exitOf(codes);
  } finally {
    pool.end();
  }
}

/** One task for all files together, without those that end a process when they are opened. */
export async function togetherApart(
  script: string,
  files: readonly string[],
  taskOf: (files: readonly string[]) => Task,
  io: Console,
  translate: Translator,
): Promise<number> {
  const [first = '', ...others] = files;
  if (others.length === 0) return eachApart(script, files, () => taskOf(files), io, translate);
  const pool = new Pool(script, 1, io, translate);
  try {
    const good: string[] = [];
    for (const file of files) {
      const megabytes = await megabytesOf([file]);
      if (await pool.task(file, { kind: 'open', file, settings: {} }, megabytes)) good.push(file);
      pool.tellOf(file);
    }
    if (good.length === 0) return EXIT.couldNotRun;
    const together = good.length === 1 ? first : good.join(', ');
    const answer = await pool.task(together, taskOf(good), await megabytesOf(good), (reply) => tell(reply, io));
    pool.tellOf(together);
    return good.length < files.length ? EXIT.couldNotRun : (answer?.code ?? EXIT.couldNotRun);
  } finally {
    pool.end();
  }
}

/** A task about some reports beside some workbooks; where it ends its process, each workbook is opened to find which does. */
export async function reportApart(
  script: string,
  task: ReportTask,
  { reports, workbooks }: { readonly reports: readonly string[]; readonly workbooks: readonly string[] },
  io: Console,
  translate: Translator,
): Promise<number> {
  const pool = new Pool(script, 1, io, translate);
  try {
    const all = [...reports, ...workbooks];
    const answer = await pool.task(all.join(', '), task, await megabytesOf(all), (reply) => tell(reply, io));
    if (answer) return answer.code;
    const bad: string[] = [];
    for (const file of workbooks) {
      if (await pool.task(file, { kind: 'open', file, settings: {} }, await megabytesOf([file]))) continue;
      pool.tellOf(file);
      bad.push(file);
    }
    if (bad.length === 0) pool.tellOf(all.join(', '));
    return EXIT.couldNotRun;
  } finally {
    pool.end();
  }
}

function tell(reply: Reply, io: Console, done: (checked: CheckedFile) => void = () => undefined): void {
  if ('out' in reply) io.out(reply.out);
  else if ('err' in reply) io.err(reply.err);
  else if ('checked' in reply) done(reply.checked);
}
