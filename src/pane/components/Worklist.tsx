import { makeStyles } from '@fluentui/react-components';
import { usePane } from '../pane-context';
import { Actions } from './Actions';
import { FindingList } from './FindingList';
import { Outcome } from './Outcome';
import { Readings } from './Readings';
import { SelectedCell } from './SelectedCell';
import { Waiting } from './Waiting';

const useStyles = makeStyles({
  // With large text what stands above the list leaves it its least height, and all scrolls.
  rest: { flex: '1 1 auto', minHeight: 0, display: 'flex', flexDirection: 'column', overflowY: 'auto' },
  gap: { flex: '1 1 auto' },
});

/** 校验: the button, and what was found. */
export function Worklist() {
  const { state } = usePane();
  const styles = useStyles();
  const { check, readings } = state;
  return (
    <>
      <Actions />
      <div className={styles.rest}>
        {check ? <Outcome check={check} /> : <Waiting />}
        {check && check.report.findings.length > 0 ? <FindingList check={check} /> : <div className={styles.gap} />}
        {check && <SelectedCell />}
        {readings && <Readings readings={readings} />}
      </div>
    </>
  );
}
