import './older-web-views';
import { createRoot } from 'react-dom/client';
import { createExcelHost } from './hosts/excel/excel-host';
import { officeReady } from './hosts/excel/office-ready';
import { excelDiagnostics, onQuickCheck, surroundings } from './hosts/excel/surroundings';
import { readReport } from './hosts/file/read-report';
import { browserStore } from './hosts/page-store';
import { loadLanguage } from './messages/translator';
import { Pane } from './pane/components/Pane';
import { makePane } from './pane/pane';
import { browserSettings } from './pane/settings';
import { startEngine } from './worker/start-engine';

/** The pane inside Excel: Excel reads and writes, the engine works beside it in a worker. */
const ready = officeReady();
const started = startEngine(() => new Worker('engine-worker.js'));

async function start(): Promise<void> {
  // The pane stands even where Excel never answers: it says so.
  const around = await ready.then(surroundings).catch(() => ({}));
  const pane = makePane({
    source: { kind: 'open-workbook', host: () => ready.then(createExcelHost) },
    engine: async () => (await started).engine,
    readReport,
    settings: browserSettings(() => window.localStorage),
    lastChecks: browserStore(() => window.localStorage),
    diagnostics: excelDiagnostics,
    ...around,
  });
  await loadLanguage(pane.store.state().settings.language);
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<Pane pane={pane} />);
  await ready.then(
    () => onQuickCheck(pane.commands.check),
    (error: unknown) => pane.store.dispatch({ type: 'failed', error }),
  );
}

void start();
