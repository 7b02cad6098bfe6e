import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular, ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons';
import { usePane } from '../pane-context';
import { findingViews } from '../view/finding-view';
import { triaged } from '../view/triage';
import { goToFinding, neighbour } from '../walk';

const useStyles = makeStyles({
  bar: { flexShrink: 0, padding: '4px 8px 6px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  line: { display: 'flex', alignItems: 'center', gap: '4px' },
  position: {
    marginLeft: 'auto',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  message: {
    margin: '4px 4px 0',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '1.5',
    maxHeight: '6em',
    overflowY: 'auto',
  },
  headline: { fontWeight: tokens.fontWeightSemibold },
  cause: { display: 'block', color: tokens.colorNeutralForeground2 },
});

/** On a narrow page the sheet covers the list: the way back, and the way to the next finding. */
export function SheetTopBar() {
  const { state, commands, dispatch, translate } = usePane();
  const styles = useStyles();
  const { check } = state;
  const view =
    check &&
    findingViews(check.report.findings, check.seen, translate).find(({ fingerprint }) => fingerprint === check.current);
  const walk = (command: 'following' | 'previous') => {
    const next = check && neighbour(triaged(check.report.findings, state.triage, translate), check.current, command);
    if (next) goToFinding(next, commands, dispatch);
  };
  return (
    <div className={styles.bar}>
      <div className={styles.line}>
        <Button
          autoFocus
          appearance="subtle"
          size="small"
          icon={<ArrowLeftRegular />}
          onClick={() => dispatch({ type: 'back' })}
        >
          {translate.text('pane.backToList')}
        </Button>
        {view && (
          <>
            <span className={styles.position}>
              {translate.text('pane.position', { index: view.index, count: view.count })}
            </span>
            <Button
              appearance="subtle"
              size="small"
              icon={<ChevronUpRegular />}
              aria-label={translate.text('pane.previous')}
              onClick={() => walk('previous')}
            />
            <Button
              appearance="subtle"
              size="small"
              icon={<ChevronDownRegular />}
              aria-label={translate.text('pane.following')}
              onClick={() => walk('following')}
            />
          </>
        )}
      </div>
      {view && (
        <p className={styles.message} title={view.message}>
          <span className={styles.headline}>{view.headline}</span> {view.figure}
          {view.detail && <span className={styles.cause}>{view.detail}</span>}
        </p>
      )}
    </div>
  );
}
