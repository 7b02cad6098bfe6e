import { makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from '../pane-context';
import type { TermView } from '../view/explanation-view';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  term: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto 3.2rem',
    columnGap: '10px',
    width: '100%',
    padding: '1px 4px',
    marginLeft: '-4px',
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    alignItems: 'baseline',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  name: { overflowWrap: 'anywhere' },
  value: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap', textAlign: 'right' },
  cell: { color: tokens.colorBrandForeground1, whiteSpace: 'nowrap', textAlign: 'right' },
});

/** Cells by name, with what they hold; each leads to its place. */
export function TermList({ terms }: { readonly terms: readonly TermView[] }) {
  const { commands, translate } = usePane();
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {terms.map(({ name, cell, value, at }) => (
        <li key={cell}>
          <button
            type="button"
            className={styles.term}
            title={translate.text('pane.goTo', { cell })}
            onClick={() => void commands.goTo(at)}
          >
            <span className={styles.name}>{name}</span>
            <span className={styles.value}>{value}</span>
            <span className={styles.cell}>{cell}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
