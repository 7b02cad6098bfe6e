import { Worker, type MessagePort } from 'node:worker_threads';
import type { Companion } from '../core/reading/dossier';
import { translator, type Language } from '../messages/translator';
import { exitOf, OpenedFiles, type CheckedFile, type CheckSet, type CheckSettings } from './check-files';
import { EXIT, type Console } from './console';

/** A file is opened and checked by one and the same thread, so that it is parsed once. */
type Task =
  | {
      readonly kind: 'open';
      readonly file: string;
      readonly settings: CheckSettings;
      readonly language: Language;
    }
  | {
      readonly kind: 'check';
      readonly file: string;
      readonly settings: CheckSettings;
      readonly language: Language;
      readonly companions: readonly Companion[];
    };

interface Opened {
  readonly companions: readonly Companion[];
}

interface Answer {
  readonly code: number;
  readonly checked: readonly CheckedFile[];
  readonly err: string;
}

/** A pool of threads that run the command's own script. */
export function checkOnThreads(script: string, jobs: number, language: Language): CheckSet {
  return async (files, settings, io, done) => {
    const workers = Array.from({ length: Math.min(jobs, files.length) }, () => new Worker(script));
    const owner = new Map<string, Worker>();
    try {
      const companions: Companion[] = [];
      if (files.length > 1) {
        const opened = await spread(files, workers, async (file, worker) => {
          owner.set(file, worker);
          return (await ask(worker, { kind: 'open', file, settings, language })) as Opened;
        });
        for (const one of opened) companions.push(...(await one).companions);
      }
      const answers = await spread(
        files,
        workers,
        async (file, worker) => (await ask(worker, { kind: 'check', file, settings, language, companions })) as Answer,
        (file) => owner.get(file),
      );
      const codes: number[] = [];
      for (const answer of answers) {
        const { code, checked, err } = await answer;
        if (err !== '') io.err(err);
        checked.forEach(done);
        codes.push(code);
      }
      return exitOf(codes);
    } finally {
      await Promise.all(workers.map((worker) => worker.terminate()));
    }
  };
}

/** Gives each worker one file after the other: the next that nobody has, or the next that is its own. */
function spread<T>(
  files: readonly string[],
  workers: readonly Worker[],
  work: (file: string, worker: Worker) => Promise<T>,
  ownerOf: (file: string) => Worker | undefined = () => undefined,
): readonly Promise<T>[] {
  const answers = files.map(() => deferred<T>());
  const left = files.map((file, i) => ({ file, i }));
  const run = async (worker: Worker) => {
    for (;;) {
      const at = left.findIndex(({ file }) => (ownerOf(file) ?? worker) === worker);
      const [next] = at < 0 ? [] : left.splice(at, 1);
      if (!next) return;
      answers[next.i]?.resolve(await work(next.file, worker));
    }
  };
  for (const worker of workers) {
    run(worker).catch((error: unknown) => answers.forEach(({ reject }) => reject(error)));
  }
  return answers.map(({ promise }) => promise);
}

/** What a thread of the pool does: one file after another. */
export function answerTasks(port: MessagePort): void {
  let opened: OpenedFiles | undefined;
  port.on('message', async (task: Task) => {
    opened ??= new OpenedFiles(task.settings, translator(task.language));
    if (task.kind === 'open') {
      port.postMessage({ companions: await opened.open(task.file) } satisfies Opened);
      return;
    }
    const checked: CheckedFile[] = [];
    let err = '';
    const io: Console = { out: () => undefined, err: (text) => (err += text), interactive: false };
    const code = await opened
      .check(task.file, task.companions, io, (one) => checked.push(one))
      .catch((error: unknown) => {
        err += `${task.file}: ${error instanceof Error ? error.message : String(error)}\n`;
        return EXIT.couldNotRun;
      });
    port.postMessage({ code, checked, err } satisfies Answer);
  });
}

function ask(worker: Worker, task: Task): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(error);
    worker.once('error', fail);
    worker.once('message', (answer) => {
      worker.off('error', fail);
      resolve(answer);
    });
    worker.postMessage(task);
  });
}

interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: unknown) => void;
}

function deferred<T>(): Deferred<T> {
  let resolve: (value: T) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  // Whoever awaits it sees the failure; until then it is not an unhandled one.
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}
