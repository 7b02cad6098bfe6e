import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { cellName } from '../../core/grid/address';
import { usePane } from '../pane-context';

const CellPanel = lazy(() => import(/* webpackChunkName: "cell" */ './CellPanel'));

const useStyles = makeStyles({
  box: {
    flexShrink: 1,
    minHeight: '2.25rem',
    maxHeight: '60%',
    display: 'flex',
    flexDirection: 'column',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  item: { minHeight: 0, display: 'flex', flexDirection: 'column' },
  panel: { minHeight: 0, overflowY: 'auto', overflowX: 'hidden', margin: 0 },
});

const FOLD = 'cell';

/** What was understood of the cell that the user has selected; it follows the selection only while it is unfolded. */
export function SelectedCell() {
  const { state, translate } = usePane();
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const { selected } = state;
  if (!selected) return null;
  return (
    <Accordion
      className={styles.box}
      collapsible
      openItems={open ? [FOLD] : []}
      onToggle={(_, { openItems }) => setOpen(openItems.length > 0)}
    >
      <AccordionItem className={styles.item} value={FOLD}>
        <AccordionHeader as="h2" size="small">
          {open
            ? translate.text('cell.title', { cell: `${selected.sheet.trim()}!${cellName(selected)}` })
            : translate.text('cell.folded')}
        </AccordionHeader>
        <AccordionPanel className={styles.panel} collapseMotion={null}>
          {open && (
            <Suspense fallback={null}>
              <CellPanel at={selected} />
            </Suspense>
          )}
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
