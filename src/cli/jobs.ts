import { Worker, type MessagePort } from 'node:worker_threads';
import { translator, type Language } from '../messages/translator';
import { checkFiles, type CheckedFile, type CheckSettings } from './check-files';
import { EXIT, type Console } from './console';

/** Checks files on other threads and hands over each result in the order of the files. */
export type CheckElsewhere = (
  files: readonly string[],
  settings: CheckSettings,
  io: Console,
  done: (checked: CheckedFile) => void,
) => Promise<number>;

interface Task {
  readonly file: string;
  readonly settings: CheckSettings;
  readonly language: Language;
}

interface Answer {
  readonly code: number;
  readonly checked: readonly CheckedFile[];
  readonly err: string;
}

/** A pool of threads that run the command's own script. */
export function checkOnThreads(script: string, jobs: number, language: Language): CheckElsewhere {
  return async (files, settings, io, done) => {
    const answers = files.map(() => deferred<Answer>());
    const queue = files.map((file, i) => ({ file, i }));
    const workers = Array.from({ length: Math.min(jobs, files.length) }, () => new Worker(script));
    const run = async (worker: Worker) => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        answers[next.i]?.resolve(await ask(worker, { file: next.file, settings, language }));
      }
    };
    const running = Promise.all(workers.map(run)).finally(() =>
      Promise.all(workers.map((worker) => worker.terminate())),
    );
    running.catch((error: unknown) => answers.forEach(({ reject }) => reject(error)));
    const codes: number[] = [];
    for (const { promise } of answers) {
      const { code, checked, err } = await promise;
      if (err !== '') io.err(err);
      checked.forEach(done);
      codes.push(code);
    }
    await running;
    return codes.includes(EXIT.couldNotRun) ? EXIT.couldNotRun : Math.max(...codes);
  };
}

/** What a thread of the pool does: one file after another. */
export function answerTasks(port: MessagePort): void {
  port.on('message', async ({ file, settings, language }: Task) => {
    const checked: CheckedFile[] = [];
    let err = '';
    const io: Console = { out: () => undefined, err: (text) => (err += text), interactive: false };
    const code = await checkFiles([file], settings, io, translator(language), (one) => checked.push(one)).catch(
      (error: unknown) => {
        err += `${file}: ${error instanceof Error ? error.message : String(error)}\n`;
        return EXIT.couldNotRun;
      },
    );
    port.postMessage({ code, checked, err } satisfies Answer);
  });
}

function ask(worker: Worker, task: Task): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
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
