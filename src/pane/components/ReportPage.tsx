import { Button, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState, type DragEvent, type KeyboardEvent } from 'react';
import type { PageFill } from '../../app/report/report-page';
import { usePane } from '../pane-context';
import { nextStop, quotedFrom, verdictCounts, withChoices } from '../view/report-view';
import { DraftActions } from './DraftActions';
import { FigureBox } from './FigureBox';
import { ReportText } from './ReportText';

const useStyles = makeStyles({
  page: { flex: '1 1 auto', minHeight: 0, display: 'flex', flexDirection: 'column' },
  bar: { flexShrink: 0, padding: '8px 12px', display: 'flex', flexWrap: 'wrap', gap: '6px', alignItems: 'center' },
  counts: { fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums' },
  paste: { flex: '1 1 auto', margin: '0 12px 12px', minHeight: '120px' },
  scroll: { flex: '1 1 auto', minHeight: 0, overflowY: 'auto', padding: '0 12px 12px' },
});

/** 报告: a report is pasted or dropped, and every figure of it shows what the others, and the workbook, say of it. */
export default function ReportPage() {
  const { state, commands, dispatch, translate } = usePane();
  const styles = useStyles();
  const { report: checked, selected } = state;
  const [draft, setDraft] = useState('');
  const [chosen, setChosen] = useState<number>();
  const [choices, setChoices] = useState<ReadonlyMap<number, PageFill>>(new Map());
  const report = useMemo(() => checked && withChoices(checked, choices), [checked, choices]);
  // Another text has other blanks.
  const [of, setOf] = useState(checked);
  if (of !== checked) {
    setOf(checked);
    setChoices(new Map());
    setChosen(undefined);
  }
  // The cell that is selected shows the sentences that quote it.
  useEffect(() => {
    const quoted = report && selected ? quotedFrom(report.figures, selected) : undefined;
    if (quoted !== undefined) setChosen(quoted);
  }, [report, selected]);
  const drop = (event: DragEvent) => {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    // Elsewhere on the page a file is a workbook.
    event.preventDefault();
    event.stopPropagation();
    void commands.openReport(file);
  };
  const step = (event: KeyboardEvent) => {
    const by = { j: 1, J: 1, ArrowDown: 1, k: -1, K: -1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined;
    if (!report || by === undefined) return;
    event.preventDefault();
    setChosen(nextStop(report.figures, chosen, by));
  };
  if (!report) {
    return (
      <div className={styles.page} onDrop={drop}>
        <div className={styles.bar}>
          <Button
            appearance="primary"
            size="small"
            disabled={draft.trim() === ''}
            onClick={() => void commands.checkReport(draft)}
          >
            {translate.text('pane.checkReport')}
          </Button>
          <span className={styles.counts}>{translate.text('pane.reportHelp')}</span>
        </div>
        <Textarea
          className={styles.paste}
          aria-label={translate.text('pane.reportText')}
          placeholder={translate.text('pane.reportText')}
          value={draft}
          onChange={(_, { value }) => setDraft(value)}
        />
      </div>
    );
  }
  const counts = verdictCounts(report);
  const isDraft = counts.filled + counts.left > 0;
  const figure = chosen === undefined ? undefined : report.figures[chosen];
  return (
    <div className={styles.page} onDrop={drop} onKeyDown={step}>
      <div className={styles.bar}>
        <Button
          size="small"
          onClick={() => {
            setDraft(report.text);
            setChosen(undefined);
            dispatch({ type: 'leftReport' });
          }}
        >
          {translate.text('pane.otherReport')}
        </Button>
        <Button size="small" onClick={() => setChosen(nextStop(report.figures, chosen, 1))}>
          {translate.text('pane.nextFigure')}
        </Button>
        <span className={styles.counts} role="status">
          {translate.text('pane.figureCounts', counts)}
          {isDraft ? translate.text('pane.blankCounts', counts) : ''}
        </span>
        {isDraft && <DraftActions page={report} />}
      </div>
      <div className={styles.scroll}>
        <ReportText page={report} chosen={chosen} onChoose={setChosen} />
      </div>
      {figure && chosen !== undefined && (
        <FigureBox
          figure={figure}
          text={report.text.slice(figure.start, figure.end)}
          onFill={(fill) => {
            setChoices(new Map(choices).set(chosen, fill));
            setChosen(nextStop(report.figures, chosen, 1));
          }}
        />
      )}
    </div>
  );
}
