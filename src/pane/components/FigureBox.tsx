import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { PageFigure, PageFill } from '../../app/report/report-page';
import { cellName } from '../../core/grid/address';
import { usePane } from '../pane-context';

const useStyles = makeStyles({
  box: {
    flexShrink: 0,
    maxHeight: '40%',
    overflowY: 'auto',
    padding: '8px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    lineHeight: '1.6',
  },
  line: { margin: 0 },
  candidates: { display: 'flex', flexDirection: 'column', gap: '4px', margin: '4px 0' },
  candidate: { justifyContent: 'flex-start', textAlign: 'start', fontWeight: 'normal', overflowWrap: 'anywhere' },
});

/** What is said of the figure that is looked at, what else may stand in a blank, and the way to its cell. */
export function FigureBox({
  figure: { says, verdict, cell, candidates = [] },
  text,
  onFill,
}: {
  readonly figure: PageFigure;
  readonly text: string;
  readonly onFill: (fill: PageFill) => void;
}) {
  const { commands, translate } = usePane();
  const styles = useStyles();
  const lines = says.length > 0 ? says : [`${text}：${translate.text(`pane.figure.${verdict}`)}`];
  return (
    <div className={styles.box}>
      {lines.map((line) => (
        <p key={line} className={styles.line}>
          {line}
        </p>
      ))}
      {verdict === 'left' && candidates.length > 0 && (
        <div className={styles.candidates}>
          {candidates.map((one) => (
            <Button
              key={`${one.text} ${one.says}`}
              size="small"
              className={styles.candidate}
              onClick={() => onFill(one)}
            >
              {translate.text('pane.fillWith', { figure: one.text, from: one.says })}
            </Button>
          ))}
        </div>
      )}
      {cell && (
        <Button size="small" onClick={() => void commands.goTo(cell)}>
          {translate.text('pane.toCell', { cell: `${cell.sheet} ${cellName(cell)}` })}
        </Button>
      )}
    </div>
  );
}
