import { proxy, wrap, type Remote } from 'comlink';
import { HostError } from '../hosts/host';
import type { EngineService } from './engine-service';

/** Makes the worker; throws where the browser forbids it. */
export type MakeWorker = () => Worker;

/**
 * The worker while it lives. Nothing that it does takes a message in between, so cancelling ends it
 * and the next call starts another: that is how a cancel is felt at once, however long a sheet takes.
 */
export class EngineThread {
  private running: { readonly worker: Worker; readonly service: Remote<EngineService> } | undefined;

  constructor(private readonly make: MakeWorker) {}

  /** Starts the worker where none runs; rejects when its script cannot run here. */
  async start(): Promise<Remote<EngineService>> {
    if (this.running) return this.running.service;
    const worker = this.make();
    const service = wrap<EngineService>(worker);
    const refused = new Promise<never>((_, reject) => {
      worker.onerror = () => reject(new NoWorker());
    });
    try {
      await Promise.race([service.hello(), refused]);
    } catch (error) {
      worker.terminate();
      throw error;
    }
    this.running = { worker, service };
    return service;
  }

  /** Runs `work`; when the signal says so, ends it together with the worker. */
  async run<T>(work: (service: Remote<EngineService>) => Promise<T>, signal?: AbortSignal): Promise<T> {
    if (signal?.aborted) throw new HostError('cancelled');
    const service = await this.start();
    if (!signal) return work(service);
    let stop = (): void => undefined;
    const cancelled = new Promise<never>((_, reject) => {
      stop = () => {
        this.end();
        reject(new HostError('cancelled'));
      };
      signal.addEventListener('abort', stop, { once: true });
    });
    try {
      if (signal.aborted) stop();
      return await Promise.race([work(service), cancelled]);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  private end(): void {
    this.running?.worker.terminate();
    this.running = undefined;
  }
}

/** No worker can run here: the page does the work itself. */
class NoWorker extends Error {
  constructor(options?: ErrorOptions) {
    super('no worker can run here', options);
    this.name = 'NoWorker';
  }
}

/** A listener that the worker can call; one that is absent hears nothing. */
export function heard<T>(listener: ((value: T) => void) | undefined): (value: T) => void {
  return proxy((value: T) => listener?.(value));
}
