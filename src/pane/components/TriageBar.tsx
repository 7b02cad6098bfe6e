import { Button, makeStyles, SearchBox, ToggleButton, tokens } from '@fluentui/react-components';
import { HighlightRegular, SelectAllOnRegular } from '@fluentui/react-icons';
import { firstCell } from '../../core/findings/finding';
import { usePane } from '../pane-context';
import { GROUPINGS, triaged } from '../view/triage';
import { ChoiceField } from './ChoiceField';

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    gap: '6px',
    padding: '2px 12px 6px',
  },
  // As wide with the focus as without: else what stands beside it moves away from under a click.
  search: { flex: '1 1 0', minWidth: '7rem', maxWidth: 'none' },
  marked: { flex: '1 0 100%', fontSize: tokens.fontSizeBase200 },
  grouping: { flex: '0 0 7rem' },
});

/** What is looked for among the findings, and how they are grouped. */
export default function TriageBar() {
  const { state, source, commands, dispatch, translate } = usePane();
  const styles = useStyles();
  const { words, grouping } = state.triage;
  const shown = triaged(state.check?.report.findings ?? [], state.triage, translate).map(({ finding }) => finding);
  const current = shown.find(({ fingerprint }) => fingerprint === state.check?.current);
  const currentSheet = (current && firstCell(current)?.sheet) ?? state.selected?.sheet;
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
      {source.kind === 'open-workbook' && (
        <Button
          appearance="subtle"
          size="small"
          icon={<SelectAllOnRegular />}
          aria-label={translate.text('pane.checkSelection')}
          title={translate.text('pane.checkSelection')}
          onClick={() => void commands.checkSelection()}
        />
      )}
      <ToggleButton
        appearance="subtle"
        size="small"
        icon={<HighlightRegular />}
        checked={state.marked !== undefined}
        aria-label={translate.text(source.kind === 'files' ? 'pane.mark' : 'pane.markInExcel')}
        title={translate.text(source.kind === 'files' ? 'pane.mark' : 'pane.markInExcel')}
        onClick={() => void commands.mark(state.marked ? [] : shown, currentSheet)}
      />
      <div className={styles.grouping}>
        <ChoiceField
          label={translate.text('pane.grouping')}
          choices={GROUPINGS.map((value) => ({ value, text: translate.text(`pane.grouping.${value}`) }))}
          value={grouping}
          onChoose={(chosen) => dispatch({ type: 'triaged', change: { grouping: chosen } })}
        />
      </div>
      {state.marked && (
        <div className={styles.marked} role="status">
          {translate.text('pane.markedInExcel', { count: state.marked.count })}
          {state.marked.leftOut.length > 0 &&
            translate.text('pane.notMarkedSheets', { sheets: translate.list(state.marked.leftOut) })}
        </div>
      )}
    </div>
  );
}
