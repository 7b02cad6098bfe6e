import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { CellExplanation } from '../../app/cell-explanation';
import type { Address } from '../../core/grid/address';
import { usePane } from '../pane-context';
import { cellView } from '../view/cell-view';
import { goToFinding } from '../walk';
import { TermList } from './TermList';

const useStyles = makeStyles({
  box: { padding: '0 12px 10px', fontSize: tokens.fontSizeBase200, lineHeight: '1.6' },
  facts: { margin: 0, display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: '10px' },
  name: { color: tokens.colorNeutralForeground2 },
  fact: { margin: 0, overflowWrap: 'anywhere' },
  title: { margin: '8px 0 2px', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  text: { margin: 0 },
});

/** A cell in words: where it stands, what it adds up to, whether anything was checked about it. */
export default function CellPanel({ at }: { readonly at: Address }) {
  const { state, commands, dispatch, translate } = usePane();
  const styles = useStyles();
  const explanation = useCellExplanation(at);
  if (!explanation) return <p className={styles.box}>{translate.text('cell.unknown')}</p>;
  const view = cellView(explanation, state.workbook?.snapshot, state.check?.report.findings ?? [], translate);
  return (
    <div className={styles.box}>
      <dl className={styles.facts}>
        {view.facts.map(({ name, value }) => [
          <dt key={name} className={styles.name}>
            {name}
          </dt>,
          <dd key={`${name} value`} className={styles.fact}>
            {value}
          </dd>,
        ])}
      </dl>
      {view.findings.length > 0 && (
        <>
          <h3 className={styles.title}>{translate.text('cell.findings')}</h3>
          <ul className={styles.list}>
            {view.findings.map(({ located, text }) => (
              <li key={located.finding.fingerprint}>
                <Link as="button" onClick={() => goToFinding(located, commands, dispatch)}>
                  {text}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {view.partOf.length > 0 && (
        <>
          <h3 className={styles.title}>{translate.text('cell.partOf')}</h3>
          <TermList terms={view.partOf} />
        </>
      )}
      {view.madeOf.length > 0 && (
        <>
          <h3 className={styles.title}>{translate.text('cell.madeOf')}</h3>
          <TermList terms={view.madeOf} />
        </>
      )}
    </div>
  );
}

function useCellExplanation({ sheet, row, column }: Address): CellExplanation | undefined {
  const { state, commands } = usePane();
  const [explanation, setExplanation] = useState<CellExplanation>();
  const { report } = state.check ?? {};
  useEffect(() => {
    let wanted = true;
    commands.explainCell({ sheet, row, column }).then(
      (made) => {
        if (wanted) setExplanation(made);
      },
      () => {
        if (wanted) setExplanation(undefined);
      },
    );
    return () => {
      wanted = false;
    };
  }, [commands, sheet, row, column, report]);
  return explanation;
}
