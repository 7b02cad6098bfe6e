import { makeStyles, tokens } from '@fluentui/react-components';
import type { Workbook } from '../../core/grid/sheet';
import { usePane } from '../pane-context';
import type { SheetViewState } from '../state/pane-state';
import { SheetGrid } from './SheetGrid';
import { SheetTabs } from './SheetTabs';
import { SheetTopBar } from './SheetTopBar';

const useStyles = makeStyles({
  view: { height: '100%', display: 'flex', flexDirection: 'column', minWidth: 0 },
  empty: { flex: '1 1 auto', display: 'grid', placeItems: 'center', color: tokens.colorNeutralForeground3 },
});

/** The page's own view of the workbook: to look at, never to change. */
export function SheetView({
  workbook,
  view,
  covering,
}: {
  readonly workbook: Workbook;
  readonly view: SheetViewState;
  readonly covering: boolean;
}) {
  const { translate } = usePane();
  const styles = useStyles();
  const sheet = workbook.sheets.find(({ name }) => name === view.sheet);
  return (
    <div className={styles.view}>
      {covering && <SheetTopBar />}
      {sheet && sheet.cells.rowCount > 0 ? (
        <SheetGrid key={sheet.name} sheet={sheet} marks={view.marks} turn={view.turn} />
      ) : (
        <div className={styles.empty}>{translate.text('pane.emptySheet')}</div>
      )}
      <SheetTabs workbook={workbook} selected={view.sheet} />
    </div>
  );
}
