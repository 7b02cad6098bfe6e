import './older-web-views';
import { createRoot } from 'react-dom/client';
import { HostError } from './hosts/host';
import { browserStore } from './hosts/page-store';
import { LIMITS } from './hosts/file/limits';
import { loadLanguage } from './messages/translator';
import { fillReport, readReport } from './hosts/file/read-report';
import { Pane } from './pane/components/Pane';
import { makePane } from './pane/pane';
import type { WorkbookFile } from './pane/ports';
import { browserSettings } from './pane/settings';
import { carriedBytes, carriedText } from './worker/carried';
import { engineAddress, startEngine } from './worker/start-engine';

/** The stand-alone page: files from the user's disk, the engine beside it in a worker. */
const SAMPLE_NAME = 'county-2023-05.xlsx';

function makeWorker(): Worker {
  // gouji.html carries the engine in itself: a page from file:// may make a worker of nothing else.
  const carried = carriedText('gouji-engine');
  if (carried === undefined) return new Worker(engineAddress());
  return new Worker(URL.createObjectURL(new Blob([carried], { type: 'text/javascript' })));
}

async function fetchFile(path: string, name: string): Promise<WorkbookFile> {
  const answer = await fetch(path).catch(() => undefined);
  if (!answer?.ok) throw new HostError('noFile', name);
  return new File([await answer.arrayBuffer()], name);
}

async function sample(): Promise<WorkbookFile> {
  const carried = carriedBytes('gouji-sample');
  return carried ? new File([carried], SAMPLE_NAME) : fetchFile('sample.xlsx', SAMPLE_NAME);
}

const started = startEngine(
  makeWorker,
  browserStore(() => window.localStorage),
);
const pane = makePane({
  source: {
    kind: 'files',
    sample,
    open: async (file) => {
      if (file.size > LIMITS.fileBytes) throw new HostError('tooLarge', file.name);
      const bytes = new Uint8Array(await file.arrayBuffer());
      return (await started).openFile(bytes, file.name);
    },
  },
  engine: async () => (await started).engine,
  readReport,
  fillReport,
  settings: browserSettings(() => window.localStorage),
  lastChecks: browserStore(() => window.localStorage),
});

void loadLanguage(pane.store.state().settings.language).then(() => {
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<Pane pane={pane} />);
});

// `npm start` serves the page together with one workbook.
const served = new URLSearchParams(window.location.search).get('file');
if (served !== null && served !== '')
  void pane.commands.openFrom(() => fetchFile(`./${encodeURIComponent(served)}`, served));
