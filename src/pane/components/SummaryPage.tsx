import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { usePane } from '../pane-context';
import { useSummaries } from '../use-summaries';
import { summaryView } from '../view/summary-view';
import { SummaryCard } from './SummaryCard';

const useStyles = makeStyles({
  head: { flexShrink: 0, padding: '8px 12px', display: 'flex', flexWrap: 'wrap', gap: '8px' },
  button: { flex: '1 1 auto', whiteSpace: 'nowrap' },
  scroll: { flex: '1 1 auto', minHeight: 0, overflowY: 'auto', overflowX: 'hidden' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  all: { padding: '0 6px' },
  none: { padding: '16px', lineHeight: '1.6' },
  lacking: { padding: '8px 12px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  toggle: { cursor: 'pointer', width: 'fit-content' },
  needs: { margin: '4px 0', paddingLeft: '18px', lineHeight: '1.6' },
});

/** 汇总: which of our sheets can be made and what they would say; chosen, written, brought up to date, taken away. */
export default function SummaryPage() {
  const { state, source, commands, translate } = usePane();
  const styles = useStyles();
  const listings = useSummaries();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const snapshot = state.workbook?.snapshot;
  const view = useMemo(
    () => listings && snapshot && summaryView(listings, snapshot, state.placed),
    [listings, snapshot, state.placed],
  );
  if (!view) return <div className={styles.none}>{translate.text('pane.noSummaries')}</div>;
  const chosen = view.items.filter(({ id }) => !left.has(id)).map(({ id }) => id);
  // In Excel what the user said of tables and standards lies in the workbook, too.
  const keeps = source.kind === 'open-workbook' && (state.corrections.length > 0 || state.standards !== undefined);
  const busy = state.activity.kind !== 'idle';
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(left);
    if (isChosen) next.delete(id);
    else next.add(id);
    setLeft(next);
  };
  return (
    <>
      <div className={styles.head}>
        <Button
          className={styles.button}
          appearance="primary"
          disabledFocusable={busy || chosen.length === 0}
          onClick={() => void commands.write(chosen)}
        >
          {translate.text('pane.writeChosen', { count: chosen.length })}
        </Button>
        {(view.hasWritten || keeps) && (
          <Button className={styles.button} disabledFocusable={busy} onClick={() => void commands.removeSummary()}>
            {translate.text('pane.removeAll')}
          </Button>
        )}
      </div>
      <div className={styles.scroll}>
        <div className={styles.all}>
          <Checkbox
            label={translate.text('pane.chooseAll')}
            checked={chosen.length === view.items.length ? true : chosen.length === 0 ? false : 'mixed'}
            onChange={(_, { checked }) => setLeft(new Set(checked === true ? [] : view.items.map(({ id }) => id)))}
          />
        </div>
        <ul className={styles.list} aria-label={translate.text('pane.tabSummary')}>
          {view.items.map((item) => (
            <SummaryCard
              key={item.id}
              item={item}
              isChosen={!left.has(item.id)}
              choose={(isChosen) => choose(item.id, isChosen)}
            />
          ))}
        </ul>
        {view.lacking.length > 0 && (
          <details className={styles.lacking}>
            <summary className={styles.toggle}>
              {translate.text('pane.cannotBeMade', { count: view.lacking.length })}
            </summary>
            <ul className={styles.needs}>
              {view.lacking.map(({ id, name, lacks }) => (
                <li key={id}>{translate.text('pane.lacksOf', { name, lacks })}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </>
  );
}
