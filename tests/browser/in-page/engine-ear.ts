import { wrap, type Remote } from 'comlink';
import type { EngineService } from '../../../src/worker/engine-service';

declare global {
  interface Window {
    /** What the page's own engine found in its last check, as the command line prints it. */
    plainFindings: (language: 'zh-CN' | 'en-US') => Promise<string>;
    /** How many workers the page has made. */
    workersMade: number;
  }
}

/** Remembers the worker that the page makes, so that a test can ask the same engine. */
let latest: Worker | undefined;
/** Kept: a proxy that is collected tells the worker to listen no more, to the page neither. */
const ears: Remote<EngineService>[] = [];
window.workersMade = 0;
window.Worker = new Proxy(window.Worker, {
  construct(PageWorker, [url, options]: [string | URL, WorkerOptions?]) {
    latest = new PageWorker(url, options);
    window.workersMade++;
    return latest;
  },
});

window.plainFindings = async (language) => {
  if (!latest) throw new Error('the page has made no worker');
  const ear = wrap<EngineService>(latest);
  ears.push(ear);
  const [book] = await ear.books();
  if (book === undefined) throw new Error('nothing was checked');
  return JSON.stringify(await ear.plain(book, language));
};
