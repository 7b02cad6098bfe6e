import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { cellName, type Position } from '../../core/grid/address';
import type { Sheet } from '../../core/grid/sheet';
import { usePane } from '../pane-context';
import type { GridLayout } from '../view/grid-layout';
import type { PinnedLabels } from '../view/pinned-labels';
import { rowBoxes, rowLabel, type RowBox } from '../view/row-cells';

export interface DrawnColumn {
  readonly index: number;
  readonly start: number;
  readonly size: number;
}

const useStyles = makeStyles({
  row: { position: 'absolute', left: 0, width: '100%', pointerEvents: 'none' },
  number: {
    position: 'sticky',
    left: 0,
    zIndex: 2,
    boxSizing: 'border-box',
    textAlign: 'center',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  pinned: {
    position: 'absolute',
    top: 0,
    boxSizing: 'border-box',
    padding: '0 5px',
    textAlign: 'left',
    whiteSpace: 'pre',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRight: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  hiddenRow: { fontStyle: 'italic', color: tokens.colorNeutralForeground3 },
  cell: {
    position: 'absolute',
    top: 0,
    boxSizing: 'border-box',
    padding: '0 5px',
    display: 'flex',
    alignItems: 'center',
    overflow: 'hidden',
    pointerEvents: 'auto',
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRight: `1px solid ${tokens.colorNeutralStroke3}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  wrapped: { whiteSpace: 'normal', lineHeight: '1.35', textAlign: 'center' },
  start: { justifyContent: 'flex-start' },
  center: { justifyContent: 'center' },
  end: { justifyContent: 'flex-end', fontVariantNumeric: 'tabular-nums' },
  bold: { fontWeight: tokens.fontWeightSemibold },
  first: {
    zIndex: 1,
    outline: `2px solid ${tokens.colorStatusDangerBorder2}`,
    outlineOffset: '-2px',
    backgroundColor: tokens.colorStatusDangerBackground1,
    '@media (forced-colors: active)': { outline: '3px solid Highlight' },
  },
  other: {
    zIndex: 1,
    outline: `1px dashed ${tokens.colorCompoundBrandStroke}`,
    outlineOffset: '-1px',
    backgroundColor: tokens.colorBrandBackground2,
  },
});

interface GridRowProps {
  readonly sheet: Sheet;
  readonly layout: GridLayout;
  readonly row: number;
  readonly columns: readonly DrawnColumn[];
  readonly marks: readonly Position[];
  /** Height of a row and width of the row numbers, in pixels. */
  readonly line: number;
  readonly numbers: number;
  readonly pinned: PinnedLabels | undefined;
  readonly offsetOf: (column: number) => { readonly start: number; readonly size: number } | undefined;
}

export function GridRow({ sheet, layout, row, columns, marks, line, numbers, pinned, offsetOf }: GridRowProps) {
  const { dispatch, translate } = usePane();
  const styles = useStyles();
  const place = ({ column, columns: span, rows }: RowBox) => {
    const [first, last] = [offsetOf(column), offsetOf(column + span - 1)];
    const left = first?.start ?? 0;
    return { left, width: (last ? last.start + last.size : left) - left, height: rows * line };
  };
  return (
    <div className={styles.row} role="row" aria-rowindex={row + 1} style={{ top: (row + 1) * line, height: line }}>
      <div
        className={mergeClasses(styles.number, sheet.hiddenRows.includes(row) && styles.hiddenRow)}
        role="rowheader"
        style={{ width: numbers, height: line, lineHeight: `${line}px` }}
      >
        {row + 1}
        {pinned && (
          <span className={styles.pinned} aria-hidden style={{ left: numbers, width: pinned.width, height: line }}>
            {rowLabel(sheet, layout, row, pinned.column)}
          </span>
        )}
      </div>
      {rowBoxes(
        sheet,
        layout,
        row,
        columns.map(({ index }) => index),
        marks,
      ).map((box) => (
        <div
          key={box.column}
          role="gridcell"
          aria-colindex={box.column + 1}
          aria-selected={box.mark === 'first'}
          {...(box.mark === 'first'
            ? {
                'aria-label': `${box.text} ${translate.text('pane.marked', { cell: cellName({ row, column: box.column }) })}`,
              }
            : {})}
          title={box.text}
          onClick={() => dispatch({ type: 'selected', at: { sheet: sheet.name, row, column: box.column } })}
          className={mergeClasses(
            styles.cell,
            styles[box.align],
            box.bold && styles.bold,
            box.mark !== 'none' && styles[box.mark],
          )}
          style={{ ...place(box), ...(box.indent > 0 ? { paddingLeft: 5 + box.indent * 12 } : {}) }}
        >
          <span className={mergeClasses(styles.text, box.rows > 1 && styles.wrapped)}>{box.text}</span>
        </div>
      ))}
    </div>
  );
}
