import './older-web-views';
import { createRoot } from 'react-dom/client';
import { createExcelHost } from './hosts/excel/excel-host';
import { isSlow, officeReady } from './hosts/excel/office-ready';
import { bindRibbon } from './hosts/excel/ribbon';
import { excelDiagnostics, surroundings } from './hosts/excel/surroundings';
import { fillReport, readReport } from './hosts/file/read-report';
import { HostError } from './hosts/host';
import { browserStore } from './hosts/page-store';
import { loadLanguage } from './messages/translator';
import { Pane } from './pane/components/Pane';
import { makePane, type PaneModel } from './pane/pane';
import { browserSettings } from './pane/settings';
import { engineAddress, startEngine } from './worker/start-engine';

/** The pane inside Excel: Excel reads and writes, the engine works beside it in a worker. */
const ribbon = bindRibbon();
const ready = officeReady();
const started = startEngine(() => new Worker(engineAddress()));

const settings = browserSettings(() => window.localStorage);

async function start(): Promise<void> {
  // The pane stands even where Excel is slow to answer, or never does: it says so.
  const slow = await isSlow(ready);
  const around = slow ? {} : await ready.then(surroundings).catch(() => ({}));
  const pane = makePane({
    source: { kind: 'open-workbook', host: () => ready.then(createExcelHost) },
    engine: async () => (await started).engine,
    readReport,
    fillReport,
    settings,
    lastChecks: browserStore(() => window.localStorage),
    diagnostics: excelDiagnostics,
    ...around,
  });
  await loadLanguage(pane.store.state().settings.language);
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<Pane pane={pane} />);
  const waiting = new HostError('officeSlow');
  if (slow) pane.store.dispatch({ type: 'failed', error: waiting });
  try {
    await ready;
  } catch (error) {
    pane.store.dispatch({ type: 'failed', error });
    return;
  }
  if (slow) await recover(pane, waiting);
  ribbon.answer({ quickCheck: pane.commands.check, checkSelection: pane.commands.checkSelection });
}

/** Excel came after all: the sentence about it goes, and its language counts unless the user chose one. */
async function recover({ store }: PaneModel, waiting: HostError): Promise<void> {
  const { fault, settings: now } = store.state();
  if (fault?.error === waiting) store.dispatch({ type: 'dismissed' });
  const { language } = surroundings();
  if (!language || settings.load().language) return;
  await loadLanguage(language);
  store.dispatch({ type: 'changedSettings', settings: { ...now, language } });
}

void start();
