import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, FlagFilled, SubtractCircleRegular, WarningFilled } from '@fluentui/react-icons';
import type { Light } from '../../app/indicator-board';

const useStyles = makeStyles({
  icon: { fontSize: '1rem', flexShrink: 0 },
  red: { color: tokens.colorStatusDangerForeground1 },
  yellow: { color: tokens.colorStatusWarningForeground1 },
  green: { color: tokens.colorStatusSuccessForeground1 },
  none: { color: tokens.colorNeutralForeground3 },
});

const ICONS = {
  red: FlagFilled,
  yellow: WarningFilled,
  green: CheckmarkCircleFilled,
  none: SubtractCircleRegular,
} as const;

/** Flag, triangle, tick, dash: told apart without colour, and the word stands beside it. */
export function LightIcon({ light }: { readonly light: Light }) {
  const styles = useStyles();
  const Icon = ICONS[light];
  return <Icon className={mergeClasses(styles.icon, styles[light])} aria-hidden />;
}
