import type { Engine } from '../app/engine';
import type { Host, Store } from '../hosts/host';
import { nextTask } from '../hosts/next-task';
import { memoryStore } from '../hosts/page-store';
import { EngineThread, type MakeWorker } from './engine-thread';
import { RemoteEngine } from './remote-engine';

/** An engine, and hosts for files that are read and written where it runs. */
export interface StartedEngine {
  readonly engine: Engine;
  readonly openFile: (bytes: Uint8Array, fileName: string) => Host;
}

/** Where the engine's script lies; the page names it with its hash, so that no web view takes an older one. */
export function engineAddress(): string {
  return document.querySelector<HTMLScriptElement>('script[data-engine]')?.dataset.engine ?? 'engine-worker.js';
}

/** The engine in a worker; where none can be made (an old policy, `file://`), in the page itself. `store` keeps what is said of files. */
export async function startEngine(makeWorker: MakeWorker, store: Store = memoryStore()): Promise<StartedEngine> {
  const thread = new EngineThread(makeWorker);
  try {
    await thread.start();
  } catch {
    const [{ LocalEngine }, { FileHost }] = await Promise.all([
      import(/* webpackChunkName: "engine" */ '../app/local-engine'),
      import(/* webpackChunkName: "engine" */ '../hosts/file/file-host'),
    ]);
    return {
      engine: new LocalEngine(nextTask),
      openFile: (bytes, fileName) => new FileHost(bytes, fileName, undefined, store),
    };
  }
  const engine = new RemoteEngine(thread);
  return { engine, openFile: (bytes, fileName) => engine.openFile(bytes, fileName, store) };
}
