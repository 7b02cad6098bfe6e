import { makeStyles } from '@fluentui/react-components';
import { lazy, Suspense, type ComponentType } from 'react';
import { usePane } from '../pane-context';
import type { TabId } from '../tabs';
import { Footer } from './Footer';
import { Notices } from './Notices';
import { Progress } from './Progress';
import { TabBar, tabPanel } from './TabBar';
import { Worklist } from './Worklist';

/** A page is loaded when it is first opened; the one that every month begins with is there at once. */
const PAGES: Readonly<Record<TabId, ComponentType>> = {
  check: Worklist,
  indicators: lazy(() => import(/* webpackChunkName: "indicators" */ './IndicatorPage')),
  summary: lazy(() => import(/* webpackChunkName: "summary-page" */ './SummaryPage')),
  report: lazy(() => import(/* webpackChunkName: "report-page" */ './ReportPage')),
  settings: lazy(() => import(/* webpackChunkName: "settings-page" */ './SettingsPage')),
};

const useStyles = makeStyles({
  page: { flex: '1 1 auto', minHeight: 0, display: 'flex', flexDirection: 'column' },
});

/** A workbook is open: its pages, how far the work is, what became of it. */
export function Frame() {
  const { state } = usePane();
  const styles = useStyles();
  const { activity, tab } = state;
  const Page = PAGES[tab];
  return (
    <>
      <TabBar />
      {activity.kind !== 'idle' && <Progress activity={activity} />}
      <Notices />
      <div {...tabPanel(tab)} className={styles.page}>
        <Suspense fallback={null}>
          <Page />
        </Suspense>
      </div>
      <Footer />
    </>
  );
}
