import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { usePane } from '../pane-context';
import { useWide } from '../theme';
import { useFileDrop } from '../use-file-drop';
import { usePaneKeys } from '../use-pane-keys';
import { DropVeil } from './DropVeil';
import { FirstRun } from './FirstRun';
import { LiveRegion } from './LiveRegion';
import { SheetView } from './SheetView';
import { Frame } from './Frame';

const HelpDialog = lazy(() => import(/* webpackChunkName: "help" */ './HelpDialog'));

const useStyles = makeStyles({
  desk: {
    height: '100dvh',
    display: 'flex',
    position: 'relative',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  list: { flex: '1 1 auto', minWidth: 0, display: 'flex', flexDirection: 'column' },
  beside: { flex: '0 0 25rem', borderLeft: `1px solid ${tokens.colorNeutralStroke2}` },
  sheet: { flex: '1 1 auto', minWidth: 0 },
  front: { position: 'absolute', inset: 0, zIndex: 2, backgroundColor: tokens.colorNeutralBackground1 },
});

/** The list, and on the stand-alone page the sheet: beside it where there is room, else in front of it. */
export function Desk() {
  const { state, source } = usePane();
  const styles = useStyles();
  const wide = useWide();
  usePaneKeys();
  const drop = useFileDrop();
  const snapshot = source.kind === 'files' ? state.workbook?.snapshot : undefined;
  const nothingOpen = source.kind === 'files' && !state.workbook;
  const covered = !wide && snapshot !== undefined && state.view?.inFront === true;
  return (
    <main className={styles.desk} {...drop.listeners}>
      {snapshot && state.view && (wide || covered) && (
        <div className={wide ? styles.sheet : styles.front}>
          <SheetView workbook={snapshot} view={state.view} covering={covered} />
        </div>
      )}
      <div className={mergeClasses(styles.list, wide && snapshot && styles.beside)} inert={covered}>
        {nothingOpen ? <FirstRun /> : <Frame />}
      </div>
      {drop.over && <DropVeil />}
      {state.helpOpen && (
        <Suspense fallback={null}>
          <HelpDialog />
        </Suspense>
      )}
      <LiveRegion />
    </main>
  );
}
