import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { EyeOffRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import type { Workbook } from '../../core/grid/sheet';
import { usePane } from '../pane-context';

const useStyles = makeStyles({
  bar: {
    flexShrink: 0,
    display: 'flex',
    gap: '2px',
    padding: '0 6px',
    overflowX: 'auto',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    scrollbarWidth: 'thin',
  },
  tab: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    padding: '5px 10px',
    border: 'none',
    borderBottom: '2px solid transparent',
    background: 'none',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  selected: {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
});

/** The sheets of the workbook; a hidden one says so. */
export function SheetTabs({ workbook, selected }: { readonly workbook: Workbook; readonly selected: string }) {
  const { dispatch, translate } = usePane();
  const styles = useStyles();
  const current = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [selected]);
  return (
    <nav className={styles.bar} aria-label={translate.text('pane.sheets')}>
      {workbook.sheets.map(({ name, visibility }) => {
        const hidden = visibility !== 'visible';
        const isCurrent = name === selected;
        return (
          <button
            key={name}
            ref={isCurrent ? current : null}
            type="button"
            className={mergeClasses(styles.tab, isCurrent && styles.selected)}
            aria-current={isCurrent ? 'page' : undefined}
            title={hidden ? translate.text('pane.hiddenSheet') : undefined}
            onClick={() => dispatch({ type: 'choseSheet', sheet: name })}
          >
            {hidden && <EyeOffRegular aria-hidden />}
            {name.trim()}
            {hidden && translate.text('pane.hiddenMark')}
          </button>
        );
      })}
    </nav>
  );
}
