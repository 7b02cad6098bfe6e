import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { PageFigure } from '../../app/report/report-page';
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
});

/** What is said of the figure that is looked at, and the way to its cell. */
export function FigureBox({
  figure: { says, verdict, cell },
  text,
}: {
  readonly figure: PageFigure;
  readonly text: string;
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
      {cell && (
        <Button size="small" onClick={() => void commands.goTo(cell)}>
          {translate.text('pane.toCell', { cell: `${cell.sheet} ${cellName(cell)}` })}
        </Button>
      )}
    </div>
  );
}
