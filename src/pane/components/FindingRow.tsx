import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import type { LocatedFinding } from '../../app/check-report';
import type { Workbook } from '../../core/grid/sheet';
import { usePane } from '../pane-context';
import type { FindingView } from '../view/finding-view';
import { Explanation } from './Explanation';
import { LevelIcon } from './LevelIcon';

const useStyles = makeStyles({
  row: {
    position: 'relative',
    display: 'flex',
    alignItems: 'flex-start',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    borderLeft: '3px solid transparent',
    '@media (forced-colors: active)': { borderLeftColor: 'Canvas' },
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    borderLeftColor: tokens.colorCompoundBrandStroke,
    '@media (forced-colors: active)': { borderLeftColor: 'Highlight' },
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Selected },
  },
  go: {
    flex: '1 1 auto',
    minWidth: 0,
    display: 'grid',
    gridTemplateColumns: '1rem minmax(0, 1fr) auto',
    columnGap: '8px',
    rowGap: '1px',
    padding: '7px 4px 7px 8px',
    border: 'none',
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    alignItems: 'start',
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
      borderRadius: tokens.borderRadiusSmall,
    },
  },
  icon: { gridRow: '1', display: 'flex', paddingTop: '2px' },
  // The figure stands beside the name, or below it where the name would have no room for six signs.
  top: { gridColumn: '2 / 4', display: 'flex', flexWrap: 'wrap', columnGap: '8px' },
  headline: {
    flex: '1 1 6em',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  seen: { fontWeight: tokens.fontWeightRegular },
  figure: {
    marginLeft: 'auto',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    textAlign: 'right',
  },
  meta: {
    gridColumn: '2 / 4',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  cell: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  cause: {
    gridColumn: '2 / 4',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: '2',
    overflow: 'hidden',
  },
  explain: { flexShrink: 0, margin: '4px 2px 0 0' },
});

interface FindingRowProps {
  readonly view: FindingView;
  readonly located: LocatedFinding;
  readonly current: boolean;
  /** The line that Tab leads to while none is current. */
  readonly first: boolean;
  readonly explained: boolean;
  readonly workbook: Workbook | undefined;
  readonly onGo: () => void;
  readonly onExplain: () => void;
}

/** One finding: what, by how much, where, and probably why. */
export function FindingRow({ view, located, current, first, explained, workbook, onGo, onExplain }: FindingRowProps) {
  const { translate } = usePane();
  const styles = useStyles();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The keyboard takes the focus along; a page that merely opened keeps it where it is.
    if (current) button.current?.focus({ preventScroll: true });
  }, [current]);
  return (
    <>
      <div className={mergeClasses(styles.row, current && styles.current)}>
        <button
          ref={button}
          type="button"
          data-finding={view.fingerprint}
          className={styles.go}
          aria-label={view.label}
          aria-current={current}
          tabIndex={current || first ? 0 : -1}
          onClick={onGo}
        >
          <span className={styles.icon}>
            <LevelIcon level={view.level} grade={view.grade} />
          </span>
          <span className={styles.top}>
            <span className={mergeClasses(styles.headline, view.seen && styles.seen)}>{view.headline}</span>
            <span className={styles.figure}>{view.figure}</span>
          </span>
          <span className={styles.meta}>
            {view.levelWord} · {view.sheet} <span className={styles.cell}>{view.cell}</span>
          </span>
          {view.detail && !explained && <span className={styles.cause}>{view.detail}</span>}
        </button>
        <Button
          className={styles.explain}
          appearance="subtle"
          size="small"
          tabIndex={current ? 0 : -1}
          icon={explained ? <ChevronUpRegular /> : <ChevronDownRegular />}
          aria-expanded={explained}
          aria-label={translate.text(explained ? 'pane.hideExplanation' : 'pane.explain')}
          title={translate.text(explained ? 'pane.hideExplanation' : 'pane.explain')}
          onClick={onExplain}
        />
      </div>
      {explained && <Explanation located={located} workbook={workbook} />}
    </>
  );
}
