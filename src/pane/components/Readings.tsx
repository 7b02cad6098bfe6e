import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Badge,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Fragment, lazy, Suspense, useMemo } from 'react';
import { usePane } from '../pane-context';
import type { ReadingsState } from '../state/pane-state';
import { tableLines } from '../view/reading-view';

const ReadingEditor = lazy(() => import(/* webpackChunkName: "reading" */ './ReadingEditor'));

const useStyles = makeStyles({
  // Unfolded it takes most of the room, on a small laptop nearly all of it.
  box: {
    flexShrink: 1,
    minHeight: '2.25rem',
    maxHeight: '75%',
    display: 'flex',
    flexDirection: 'column',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-height: 480px)': { maxHeight: '100%' },
  },
  item: { minHeight: 0, display: 'flex', flexDirection: 'column' },
  tables: { minHeight: 0, overflowY: 'auto', overflowX: 'hidden', margin: 0 },
  table: { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  panel: { margin: 0 },
  line: { overflowWrap: 'anywhere', textAlign: 'left', padding: '4px 0', lineHeight: '1.4' },
  figure: { whiteSpace: 'nowrap' },
  badge: { marginLeft: '6px' },
});

const FOLD = 'readings';

/** How the tables were read, folded under the findings; each can be corrected. */
export function Readings({ readings }: { readonly readings: ReadingsState }) {
  const { dispatch, translate } = usePane();
  const styles = useStyles();
  const { tables, open, table: unfolded, draft } = readings;
  const lines = useMemo(() => tableLines(tables, translate), [tables, translate]);
  if (tables.length === 0) return null;
  return (
    <Accordion
      className={styles.box}
      collapsible
      openItems={open ? [FOLD] : []}
      onToggle={() => dispatch({ type: 'toggledReadings' })}
    >
      <AccordionItem className={styles.item} value={FOLD}>
        <AccordionHeader as="h2" size="small">
          {translate.text('pane.readings', { count: tables.length })}
        </AccordionHeader>
        <AccordionPanel className={styles.tables} collapseMotion={null}>
          <Accordion
            collapsible
            openItems={unfolded === undefined ? [] : [unfolded]}
            onToggle={(_, { value }) => dispatch({ type: 'toggledTable', table: String(value) })}
          >
            {lines.map((line, i) => {
              const table = tables[i];
              return (
                <AccordionItem key={line.key} className={styles.table} value={line.key}>
                  <AccordionHeader as="h3" size="small">
                    <span className={styles.line}>
                      {line.names}
                      {line.figures.map((figure) => (
                        <Fragment key={figure}>
                          {' · '}
                          <span className={styles.figure}>{figure}</span>
                        </Fragment>
                      ))}
                      {line.corrected && (
                        <Badge className={styles.badge} appearance="tint" size="small">
                          {translate.text('pane.corrected')}
                        </Badge>
                      )}
                    </span>
                  </AccordionHeader>
                  <AccordionPanel className={styles.panel} collapseMotion={null}>
                    {table && (
                      <Suspense fallback={null}>
                        <ReadingEditor table={table} tables={tables} draft={draft} />
                      </Suspense>
                    )}
                  </AccordionPanel>
                </AccordionItem>
              );
            })}
          </Accordion>
        </AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}
