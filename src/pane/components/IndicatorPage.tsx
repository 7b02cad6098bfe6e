import { makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { usePane } from '../pane-context';
import { useBoard } from '../use-board';
import { boardView } from '../view/board-view';
import { IndicatorCard } from './IndicatorCard';

const useStyles = makeStyles({
  head: { flexShrink: 0, padding: '8px 12px', display: 'flex', flexDirection: 'column', gap: '6px' },
  summary: { fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums' },
  search: { width: '100%', maxWidth: 'none' },
  scroll: { flex: '1 1 auto', minHeight: 0, overflowY: 'auto', overflowX: 'hidden' },
  title: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    margin: 0,
    padding: '4px 12px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  list: { margin: 0, padding: 0 },
  none: { padding: '16px', lineHeight: '1.6' },
  missing: { padding: '8px 12px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  toggle: { cursor: 'pointer', width: 'fit-content' },
  needs: { margin: '4px 0', paddingLeft: '18px', lineHeight: '1.6' },
});

/** 指标: the chief's screen. Red lines first, then what is out of bounds; what could not be computed is named. */
export default function IndicatorPage() {
  const { translate } = usePane();
  const styles = useStyles();
  const board = useBoard();
  const [sought, setSought] = useState('');
  const view = useMemo(() => board && boardView(board, sought, translate), [board, sought, translate]);
  if (!view) return <div className={styles.none}>{translate.text('pane.noBoard')}</div>;
  return (
    <>
      <div className={styles.head}>
        <span className={styles.summary}>{view.summary}</span>
        <SearchBox
          className={styles.search}
          size="small"
          aria-label={translate.text('pane.findIndicator')}
          placeholder={translate.text('pane.findIndicator')}
          value={sought}
          onChange={(_, { value }) => setSought(value)}
        />
      </div>
      <div className={styles.scroll}>
        {view.groups.length + view.missing.length === 0 && (
          <div className={styles.none}>{translate.text('pane.noSuchIndicator', { words: sought })}</div>
        )}
        {view.groups.map(({ title, tiles }) => (
          <section key={title} aria-label={title}>
            <h2 className={styles.title}>
              {title} {tiles.length}
            </h2>
            <ul className={styles.list}>
              {tiles.map((tile) => (
                <IndicatorCard key={tile.id} tile={tile} />
              ))}
            </ul>
          </section>
        ))}
        {view.missing.length > 0 && (
          <details className={styles.missing}>
            <summary className={styles.toggle}>
              {translate.text('pane.notComputed', { count: view.missing.length })}
            </summary>
            <ul className={styles.needs}>
              {view.missing.map(({ id, name, needs }) => (
                <li key={id}>
                  {name}：{translate.list(needs)}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </>
  );
}
