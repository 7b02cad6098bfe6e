import { makeStyles, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { LocatedFinding } from '../../app/check-report';
import type { Translator } from '../../messages/translator';
import { usePane } from '../pane-context';
import type { CheckState } from '../state/check-state';
import { findingViews } from '../view/finding-view';
import { groupOf, triaged, type Grouping } from '../view/triage';
import { goToFinding } from '../walk';
import { FindingRow } from './FindingRow';

const useStyles = makeStyles({
  // What is unfolded below it goes before it.
  scroll: { flex: '1 9999 auto', minHeight: '6rem', overflowY: 'auto', overflowX: 'hidden', scrollbarGutter: 'stable' },
  inner: { position: 'relative', width: '100%' },
  group: {
    margin: 0,
    padding: '4px 12px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  none: { padding: '16px', lineHeight: '1.6' },
  item: { position: 'absolute', top: 0, left: 0, width: '100%' },
});

/** Up to here every line is in the page, so that a screen reader and the browser's search find it. */
const ALL_RENDERED = 120;

/** All of a line that was unfolded, and its beginning in any case. */
function bringIntoSight(list: HTMLElement | null, index: number): void {
  const [outer, line] = [
    list?.getBoundingClientRect(),
    list?.querySelector(`[data-index="${index}"]`)?.getBoundingClientRect(),
  ];
  if (!list || !outer || !line || line.bottom <= outer.bottom) return;
  list.scrollTop += Math.min(line.bottom - outer.bottom, line.top - outer.top);
}

/** A line that has just grown is measured in the frame after the one that paints it. */
function afterLayout(act: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(act);
  });
  return () => cancelAnimationFrame(frame);
}

function isFirstOfGroup(
  findings: readonly LocatedFinding[],
  index: number,
  grouping: Grouping,
  translate: Translator,
): boolean {
  const [before, here] = [findings[index - 1], findings[index]];
  return !before || !here || groupOf(before, grouping, translate) !== groupOf(here, grouping, translate);
}

export function FindingList({ check }: { readonly check: CheckState }) {
  const { state, dispatch, commands, translate } = usePane();
  const styles = useStyles();
  const scroll = useRef<HTMLDivElement>(null);
  const { triage } = state;
  const findings = useMemo(
    () => triaged(check.report.findings, triage, translate),
    [check.report.findings, triage, translate],
  );
  const views = useMemo(() => findingViews(findings, check.seen, translate), [findings, check.seen, translate]);
  const virtual = useVirtualizer({
    count: views.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 64,
    getItemKey: (i) => views[i]?.fingerprint ?? i,
    overscan: views.length <= ALL_RENDERED ? views.length : 10,
  });
  const current = views.findIndex(({ fingerprint }) => fingerprint === check.current);
  useEffect(() => {
    if (current >= 0) virtual.scrollToIndex(current, { align: 'auto' });
  }, [current, virtual]);
  const explained = views.findIndex(({ fingerprint }) => fingerprint === check.explained);
  useEffect(() => {
    if (explained < 0) return undefined;
    return afterLayout(() => bringIntoSight(scroll.current, explained));
  }, [explained]);
  return (
    <div ref={scroll} className={styles.scroll}>
      {findings.length === 0 && <div className={styles.none}>{translate.text('pane.noneSought')}</div>}
      <div
        role="list"
        aria-label={translate.text('pane.findings')}
        className={styles.inner}
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const [view, located] = [views[index], findings[index]];
          if (!view || !located) return null;
          return (
            <div
              key={key}
              role="listitem"
              aria-posinset={view.index}
              aria-setsize={view.count}
              ref={virtual.measureElement}
              data-index={index}
              className={styles.item}
              style={{ transform: `translateY(${start}px)` }}
            >
              {triage.grouping !== 'none' && isFirstOfGroup(findings, index, triage.grouping, translate) && (
                <h2 className={styles.group}>{groupOf(located, triage.grouping, translate)}</h2>
              )}
              <FindingRow
                view={view}
                located={located}
                current={index === current}
                first={current < 0 && index === 0}
                explained={check.explained === view.fingerprint}
                workbook={state.workbook?.snapshot}
                onGo={() => goToFinding(located, commands, dispatch)}
                onExplain={() => dispatch({ type: 'toggledExplanation', fingerprint: view.fingerprint })}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}
