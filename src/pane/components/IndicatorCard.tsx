import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { IndicatorTile } from '../../app/indicator-board';
import { cellName } from '../../core/grid/address';
import { usePane } from '../pane-context';
import { LIGHT_TEXT } from '../view/board-view';
import { LightIcon } from './LightIcon';
import { TrendLine } from './TrendLine';

const useStyles = makeStyles({
  card: {
    listStyle: 'none',
    padding: '8px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: '10px',
    rowGap: '2px',
    alignItems: 'baseline',
    // A hundred of them stand on the page; those out of sight cost nothing.
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 76px',
  },
  name: { minWidth: 0, overflowWrap: 'anywhere', fontWeight: tokens.fontWeightSemibold },
  value: {
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    textAlign: 'right',
  },
  unit: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular, paddingLeft: '3px' },
  small: {
    gridColumn: '1 / -1',
    minWidth: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  light: { display: 'inline-flex', alignItems: 'center', gap: '4px', verticalAlign: 'bottom', whiteSpace: 'nowrap' },
  cell: { fontSize: 'inherit' },
  trend: { gridColumn: '1 / -1', padding: '2px 0' },
});

/** So many links to cells; an indicator of a whole column has hundreds. */
const MOST_CELLS = 4;

/** One indicator: value, light, bound, how far, where it was taken from. */
export function IndicatorCard({ tile }: { readonly tile: IndicatorTile }) {
  const { translate, commands } = usePane();
  const styles = useStyles();
  const { name, value, unit, light, target, gap, calibre, source, cells, trend } = tile;
  const judged = [target, gap].filter((text) => text !== undefined).join(' · ');
  return (
    <li className={styles.card}>
      <span className={styles.name}>{name}</span>
      <span className={styles.value}>
        {value}
        {unit !== '' && <span className={styles.unit}>{unit}</span>}
      </span>
      {light !== 'none' && (
        <span className={styles.small}>
          <span className={styles.light}>
            <LightIcon light={light} />
            {translate.text(LIGHT_TEXT[light])}
          </span>
          {judged !== '' && ` · ${judged}`}
        </span>
      )}
      {trend && (
        <span className={styles.trend}>
          <TrendLine
            points={trend}
            label={translate.text('pane.trend', {
              name,
              points: translate.list(trend.map((point) => `${point.label} ${translate.amount(point.value, 3)}`)),
            })}
          />
        </span>
      )}
      {calibre !== undefined && (
        <span className={styles.small}>
          {translate.text('pane.calibre')} {calibre}
        </span>
      )}
      {source !== undefined && <span className={styles.small}>{source}</span>}
      {cells.length > 0 && (
        <span className={styles.small}>
          {translate.text('pane.indicatorCells')}{' '}
          {cells.slice(0, MOST_CELLS).map((cell, i) => (
            <span key={`${cell.sheet}!${cellName(cell)}`}>
              {i > 0 && '  '}
              <Link as="button" inline className={styles.cell} onClick={() => void commands.goTo(cell)}>
                {cell.sheet.trim()}!{cellName(cell)}
              </Link>
            </span>
          ))}
          {cells.length > MOST_CELLS && ` ${translate.text('pane.moreCells', { count: cells.length - MOST_CELLS })}`}
        </span>
      )}
    </li>
  );
}
