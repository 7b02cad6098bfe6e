import { makeStyles, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { columnName, type Position } from '../../core/grid/address';
import type { Sheet } from '../../core/grid/sheet';
import { usePane } from '../pane-context';
import { gridLayout } from '../view/grid-layout';
import { columnSize, labelRoom, pinnedLabels } from '../view/pinned-labels';
import { GridRow, type DrawnColumn } from './GridRow';

const useStyles = makeStyles({
  scroll: {
    flex: '1 1 auto',
    minHeight: 0,
    overflow: 'auto',
    position: 'relative',
    backgroundColor: tokens.colorNeutralBackground1,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  inner: { position: 'relative' },
  letters: { position: 'sticky', top: 0, zIndex: 3 },
  letter: {
    position: 'absolute',
    top: 0,
    boxSizing: 'border-box',
    textAlign: 'center',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  corner: {
    textAlign: 'center',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    position: 'sticky',
    left: 0,
    zIndex: 4,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRight: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    boxSizing: 'border-box',
  },
});

/** A read-only sheet of which only the part in sight is in the page; scrolls to its first mark. */
export function SheetGrid({
  sheet,
  marks,
  turn,
}: {
  readonly sheet: Sheet;
  readonly marks: readonly Position[];
  readonly turn: number;
}) {
  const { translate } = usePane();
  const styles = useStyles();
  const scroll = useRef<HTMLDivElement>(null);
  const layout = useMemo(() => gridLayout(sheet), [sheet]);
  const unit = useMemo(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16, []);
  const line = Math.round(unit * 1.5);
  const numbers = Math.round(unit * 2.75);
  const rows = useVirtualizer({
    count: layout.rowCount,
    getScrollElement: () => scroll.current,
    estimateSize: () => line,
    overscan: 6,
    paddingStart: line,
    scrollPaddingStart: line * 2,
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: layout.columnCount,
    getScrollElement: () => scroll.current,
    estimateSize: (i) => columnSize(layout, i, unit),
    overscan: 3,
    paddingStart: numbers,
    scrollPaddingStart: numbers + labelRoom(layout, scroll.current?.clientWidth ?? 0, unit),
    scrollPaddingEnd: line,
  });
  const [first] = marks;
  useEffect(() => {
    if (!first) return;
    rows.scrollToIndex(first.row, { align: 'center' });
    columns.scrollToIndex(first.column, { align: 'auto' });
  }, [first, turn, rows, columns]);
  const drawn: DrawnColumn[] = columns.getVirtualItems().map(({ index, start, size }) => ({ index, start, size }));
  const inSight = rows.getVirtualItems();
  const [top, bottom] = [inSight[0]?.index ?? 0, inSight.at(-1)?.index ?? 0];
  // A merged area that begins above the window is drawn from its first row.
  const above = layout.merges
    .within(top, bottom)
    .map((merge) => merge.top)
    .filter((row) => row < top);
  const pinned = pinnedLabels(
    layout,
    columns.scrollOffset ?? 0,
    scroll.current?.clientWidth ?? 0,
    (column) => columns.measurementsCache[column],
  );
  return (
    <div
      ref={scroll}
      className={styles.scroll}
      role="grid"
      tabIndex={0}
      aria-readonly
      aria-label={translate.text('pane.sheetView', { sheet: sheet.name.trim() })}
      aria-rowcount={layout.rowCount}
      aria-colcount={layout.columnCount}
    >
      <div
        className={styles.inner}
        role="presentation"
        style={{ height: rows.getTotalSize(), width: columns.getTotalSize() }}
      >
        <div className={styles.letters} role="presentation" style={{ height: line }} aria-hidden>
          <div
            className={styles.corner}
            style={{
              width: numbers + (pinned?.width ?? 0),
              height: line,
              lineHeight: `${line}px`,
              paddingLeft: numbers,
            }}
          >
            {pinned && columnName(pinned.column)}
          </div>
          {drawn.map(({ index, start, size }) => (
            <div
              key={index}
              className={styles.letter}
              style={{ left: start, width: size, height: line, lineHeight: `${line}px` }}
            >
              {columnName(index)}
            </div>
          ))}
        </div>
        {[...new Set(above), ...inSight.map(({ index }) => index)].map((row) => (
          <GridRow
            key={row}
            sheet={sheet}
            layout={layout}
            row={row}
            columns={drawn}
            marks={marks}
            line={line}
            numbers={numbers}
            pinned={pinned}
            offsetOf={(column) => columns.measurementsCache[column]}
          />
        ))}
      </div>
    </div>
  );
}
