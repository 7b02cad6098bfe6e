import { makeStyles, SearchBox } from '@fluentui/react-components';
import { usePane } from '../pane-context';
import { GROUPINGS } from '../view/triage';
import { ChoiceField } from './ChoiceField';

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 7.5rem',
    gap: '6px',
    padding: '2px 12px 6px',
  },
  search: { minWidth: 0, maxWidth: 'none' },
});

/** What is looked for among the findings, and how they are grouped. */
export default function TriageBar() {
  const { state, dispatch, translate } = usePane();
  const styles = useStyles();
  const { words, grouping } = state.triage;
  return (
    <div className={styles.bar}>
      <SearchBox
        autoFocus
        className={styles.search}
        size="small"
        aria-label={translate.text('pane.searchFindings')}
        placeholder={translate.text('pane.searchFindings')}
        value={words}
        onChange={(_, { value }) => dispatch({ type: 'triaged', change: { words: value } })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') dispatch({ type: 'back' });
        }}
      />
      <ChoiceField
        label={translate.text('pane.grouping')}
        choices={GROUPINGS.map((value) => ({ value, text: translate.text(`pane.grouping.${value}`) }))}
        value={grouping}
        onChoose={(chosen) => dispatch({ type: 'triaged', change: { grouping: chosen } })}
      />
    </div>
  );
}
