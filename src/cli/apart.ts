import { fork, type ChildProcess } from 'node:child_process';
import { HostError, type HostFault } from '../hosts/host';
import type { Reader } from '../messages/translator';
import type { Alive, Answer, Reply, Request, Task } from './tasks';

/** The argument by which the command's own script knows that it is such a process. */
export const ANSWERS = '--answer-requests';

/**
 * What a file may ask of a process. A check of a million cells takes a tenth of the time and a third of the memory;
 * time grows with the file, so that nobody's large ledger is given up. A workbook of many sheets on a slow or busy
 * machine begins its time anew with each sheet, so many times over at most.
 */
const LIMITS = { megabytes: 640, ms: 12_000, msPerMegabyte: 2_000, times: 3 };

/**
 * A process in which the files of others are read: a file that ends it, however it does, ends nothing else. After that
 * the next task starts another.
 */
export class Apart {
  private child: ChildProcess | undefined;
  /** Counts the processes: what was told to one the next does not know. */
  generation = 0;

  constructor(
    private readonly script: string,
    private readonly reader: Reader,
    private readonly interactive: boolean,
    private readonly limits = LIMITS,
  ) {
    this.start();
  }

  /** Rejects with a {@link HostError} that says how the process ended before it answered. */
  ask(task: Task, megabytes: number, heard: (reply: Reply) => void = () => undefined): Promise<Answer> {
    const child = this.child ?? this.start();
    return new Promise((resolve, reject) => {
      let isLate = false;
      const allowed = this.limits.ms + this.limits.msPerMegabyte * megabytes;
      const last = performance.now() + this.limits.times * allowed;
      const late = () => {
        isLate = true;
        child.kill('SIGKILL');
      };
      let timer = setTimeout(late, allowed);
      const goesOn = () => {
        clearTimeout(timer);
        timer = setTimeout(late, Math.max(0, Math.min(allowed, last - performance.now())));
      };
      const settle = () => {
        clearTimeout(timer);
        child.off('message', onMessage);
        child.off('close', onClose);
      };
      const onMessage = (message: unknown) => {
        const reply = message as Reply | Alive | Answer;
        if ('alive' in reply) return goesOn();
        if (!('code' in reply)) return heard(reply);
        settle();
        resolve(reply);
      };
      const onClose = (code: number | null, signal: NodeJS.Signals | null) => {
        settle();
        if (this.child === child) this.child = undefined;
        reject(new EndedEarly(isLate ? 'takesTooLong' : faultOf(code, signal), child.pid));
      };
      child.on('message', onMessage);
      child.on('close', onClose);
      const { language, showsNumbers = false } = this.reader;
      child.send({ task, reader: { language, showsNumbers }, interactive: this.interactive } satisfies Request);
    });
  }

  end(): void {
    this.child?.kill('SIGKILL');
    this.child = undefined;
  }

  private start(): ChildProcess {
    this.generation++;
    const child = early ?? started(this.script, this.limits.megabytes);
    early = undefined;
    child.ref();
    child.channel?.ref();
    return (this.child = child);
  }
}

/** A process that was started before anybody knew what it is for. */
let early: ChildProcess | undefined;

/** Starts the first process while the command itself is still being loaded; it keeps nobody waiting. */
export function startEarly(script: string): void {
  early = started(script, LIMITS.megabytes);
  early.unref();
  early.channel?.unref();
}

function started(script: string, megabytes: number): ChildProcess {
  const child = fork(script, [ANSWERS], {
    // What V8 prints when it dies is for nobody's eyes.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${megabytes}`],
  });
  // Who asks hears of it; between two tasks nobody has to.
  child.on('error', () => undefined);
  // A process that is busy does not notice that nobody listens any more.
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('close', () => process.off('exit', kill));
  return child;
}

/** The process ended before it answered; `pid` tells what it may have left behind. */
export class EndedEarly extends HostError {
  constructor(
    fault: HostFault,
    readonly pid: number | undefined,
  ) {
    super(fault);
  }
}

/** V8 aborts when memory is at its end or an array cannot grow; a system short of memory kills. */
function faultOf(code: number | null, signal: NodeJS.Signals | null): HostFault {
  return signal === 'SIGABRT' || signal === 'SIGKILL' || code === 134 ? 'needsTooMuch' : 'internal';
}
