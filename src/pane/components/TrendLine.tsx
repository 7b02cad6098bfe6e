import { makeStyles, tokens } from '@fluentui/react-components';
import type { TrendPoint } from '../../app/indicator-board';

const [WIDTH, HEIGHT, MARGIN] = [96, 28, 3];

const useStyles = makeStyles({
  line: { display: 'block', overflow: 'visible', forcedColorAdjust: 'auto' },
  path: { fill: 'none', stroke: tokens.colorBrandForeground1, strokeWidth: '1.5px' },
  last: { fill: tokens.colorBrandForeground1 },
});

/** How it went by month. The words of `label` say what the line shows. */
export function TrendLine({ points, label }: { readonly points: readonly TrendPoint[]; readonly label: string }) {
  const styles = useStyles();
  const values = points.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const at = points.map(({ value }, i) => ({
    x: MARGIN + ((WIDTH - 2 * MARGIN) * i) / Math.max(1, points.length - 1),
    y: high === low ? HEIGHT / 2 : MARGIN + ((HEIGHT - 2 * MARGIN) * (high - value)) / (high - low),
  }));
  const last = at.at(-1);
  return (
    <svg className={styles.line} width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img">
      <title>{label}</title>
      <polyline className={styles.path} points={at.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
      {last && <circle className={styles.last} cx={last.x} cy={last.y} r="2.5" />}
    </svg>
  );
}
