import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef } from 'react';
import type { FigureVerdict, ReportPage } from '../../app/report/report-page';
import { usePane } from '../pane-context';
import { reportPieces } from '../view/report-view';

const useStyles = makeStyles({
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', lineHeight: '1.9', margin: 0 },
  figure: {
    font: 'inherit',
    color: 'inherit',
    padding: '0 2px',
    border: 'none',
    borderBottom: '2px solid transparent',
    background: 'none',
    cursor: 'pointer',
    fontVariantNumeric: 'tabular-nums',
  },
  wrong: { borderBottomColor: tokens.colorPaletteRedBorder2, backgroundColor: tokens.colorPaletteRedBackground1 },
  doubtful: {
    borderBottomColor: tokens.colorPaletteYellowBorder2,
    borderBottomStyle: 'dashed',
    backgroundColor: tokens.colorPaletteYellowBackground1,
  },
  right: { borderBottomColor: tokens.colorPaletteGreenBorder2 },
  open: { borderBottomColor: tokens.colorNeutralStroke1, borderBottomStyle: 'dotted' },
  filled: { borderBottomColor: tokens.colorBrandStroke1, backgroundColor: tokens.colorBrandBackground2 },
  left: {
    borderBottomColor: tokens.colorPaletteYellowBorder2,
    borderBottomStyle: 'double',
    borderBottomWidth: '3px',
    backgroundColor: tokens.colorPaletteYellowBackground1,
  },
  chosen: { outline: `2px solid ${tokens.colorStrokeFocus2}` },
});

interface ReportTextProps {
  readonly page: ReportPage;
  /** The figure that is looked at. */
  readonly chosen: number | undefined;
  readonly onChoose: (figure: number) => void;
}

/** The text of a report; each figure is a button that wears what became of it, in its line and in its name. */
export function ReportText({ page, chosen, onChoose }: ReportTextProps) {
  const { translate } = usePane();
  const styles = useStyles();
  const pieces = useMemo(() => reportPieces(page), [page]);
  const looked = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // A browser may give a promise here, which is no way to end an effect.
    void looked.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const name = (verdict: FigureVerdict) => translate.text(`pane.figure.${verdict}`);
  return (
    <p className={styles.text}>
      {pieces.map(({ text, figure }, i) => {
        const one = figure === undefined ? undefined : page.figures[figure];
        if (figure === undefined || !one) return <span key={i}>{text}</span>;
        const isChosen = figure === chosen;
        return (
          <button
            key={i}
            type="button"
            ref={isChosen ? looked : undefined}
            className={mergeClasses(styles.figure, styles[one.verdict], isChosen && styles.chosen)}
            aria-label={`${text}，${name(one.verdict)}`}
            aria-pressed={isChosen}
            onClick={() => onChoose(figure)}
          >
            {text}
          </button>
        );
      })}
    </p>
  );
}
