import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { usePane } from '../pane-context';
import { STATE_TEXT, type SummaryItem } from '../view/summary-view';

const useStyles = makeStyles({
  card: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, padding: '2px 6px 6px' },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px' },
  state: { flexShrink: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  stale: { color: tokens.colorPaletteDarkOrangeForeground1, fontWeight: tokens.fontWeightSemibold },
  details: { paddingLeft: '8px', fontSize: tokens.fontSizeBase200 },
  toggle: { cursor: 'pointer', width: 'fit-content', color: tokens.colorNeutralForeground2 },
  scroll: { overflowX: 'auto' },
  table: { borderCollapse: 'collapse', marginTop: '4px', fontVariantNumeric: 'tabular-nums' },
  cell: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: '2px 6px',
    textAlign: 'right',
    whiteSpace: 'nowrap',
  },
  label: { textAlign: 'left', whiteSpace: 'pre-wrap', fontWeight: tokens.fontWeightRegular, minWidth: '7em' },
  header: { textAlign: 'center', backgroundColor: tokens.colorNeutralBackground3 },
});

/** One of our sheets: whether it is to be written, how it stands in the workbook, and its first rows. */
export function SummaryCard({
  item,
  isChosen,
  choose,
}: {
  readonly item: SummaryItem;
  readonly isChosen: boolean;
  readonly choose: (isChosen: boolean) => void;
}) {
  const { translate } = usePane();
  const styles = useStyles();
  const { name, state, preview } = item;
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <Checkbox label={name} checked={isChosen} onChange={(_, { checked }) => choose(checked === true)} />
        <span className={mergeClasses(styles.state, state === 'stale' && styles.stale)}>
          {translate.text(STATE_TEXT[state])}
        </span>
      </div>
      <details className={styles.details}>
        <summary className={styles.toggle}>{translate.text('pane.firstRows')}</summary>
        <div
          className={styles.scroll}
          role="region"
          tabIndex={0}
          aria-label={translate.text('pane.firstRowsOf', { name })}
        >
          <table className={styles.table}>
            <thead>
              <tr>
                {preview.header.map((text, i) => (
                  <th key={i} scope="col" className={mergeClasses(styles.cell, styles.header)}>
                    {text}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {preview.rows.map((cells, row) => (
                <tr key={row}>
                  {cells.map((text, i) =>
                    i === 0 ? (
                      <th key={i} scope="row" className={mergeClasses(styles.cell, styles.label)}>
                        {text}
                      </th>
                    ) : (
                      <td key={i} className={styles.cell}>
                        {text}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </li>
  );
}
