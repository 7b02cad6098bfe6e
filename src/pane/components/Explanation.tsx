import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { LocatedFinding } from '../../app/check-report';
import type { Workbook } from '../../core/grid/sheet';
import { usePane } from '../pane-context';
import { explanationView } from '../view/explanation-view';
import { FixBox } from './FixBox';
import { TermList } from './TermList';

const useStyles = makeStyles({
  box: {
    padding: '8px 12px 12px 35px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '1.55',
  },
  message: { margin: '0 0 8px', fontSize: tokens.fontSizeBase300 },
  figures: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    rowGap: '2px',
    margin: '0 0 8px',
    fontVariantNumeric: 'tabular-nums',
  },
  figure: { margin: 0, textAlign: 'right', whiteSpace: 'nowrap' },
  name: { color: tokens.colorNeutralForeground2 },
  strong: { fontWeight: tokens.fontWeightSemibold },
  title: { margin: '8px 0 2px', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
  more: { margin: '2px 0 0', color: tokens.colorNeutralForeground3 },
});

/** One finding explained, under its line. */
export function Explanation({
  located,
  workbook,
}: {
  readonly located: LocatedFinding;
  readonly workbook: Workbook | undefined;
}) {
  const { translate } = usePane();
  const styles = useStyles();
  const view = explanationView(located, workbook, translate);
  const section = (title: string, body: ReactNode) => (
    <>
      <h3 className={styles.title}>{title}</h3>
      {body}
    </>
  );
  return (
    <section className={styles.box} aria-label={translate.text('pane.explain')}>
      {view.message && <p className={styles.message}>{view.message}</p>}
      {view.figures.length > 0 && (
        <dl className={styles.figures}>
          {view.figures.map(({ name, value }, i) => [
            <dt key={name} className={styles.name}>
              {name}
            </dt>,
            <dd key={`${name} value`} className={i === 2 ? `${styles.figure} ${styles.strong}` : styles.figure}>
              {value}
            </dd>,
          ])}
        </dl>
      )}
      {view.cause && section(translate.text('pane.cause'), <p className={styles.text}>{view.cause}</p>)}
      {section(translate.text('pane.next'), <p className={styles.text}>{view.next}</p>)}
      <FixBox finding={located.finding} />
      {view.terms.length > 0 && section(translate.text('pane.parts'), <TermList terms={view.terms} />)}
      {view.moreTerms && <p className={styles.more}>{view.moreTerms}</p>}
      {view.consequences.length > 0 && section(view.consequencesTitle, <TermList terms={view.consequences} />)}
      {view.basis && section(translate.text('pane.basis'), <p className={styles.text}>{view.basis}</p>)}
    </section>
  );
}
