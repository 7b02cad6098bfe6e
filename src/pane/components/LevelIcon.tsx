import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircleFilled, FlagFilled, InfoFilled, WarningFilled } from '@fluentui/react-icons';
import type { Level } from '../../core/findings/rule';
import type { Grade } from '../../core/fiscal/grade';

const useStyles = makeStyles({
  icon: { fontSize: '1rem', flexShrink: 0 },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  hint: { color: tokens.colorBrandForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const ICONS = { error: ErrorCircleFilled, warning: WarningFilled, hint: InfoFilled } as const;

interface LevelIconProps {
  readonly level: Level;
  /** Of a warning: a red one has a flag. */
  readonly grade?: Grade | undefined;
  readonly quiet?: boolean;
}

/** Four shapes beside four words; the colour only helps. */
export function LevelIcon({ level, grade, quiet = false }: LevelIconProps) {
  const styles = useStyles();
  const isRed = level === 'warning' && grade === 'red';
  const Icon = isRed ? FlagFilled : ICONS[level];
  const colour = quiet ? styles.quiet : isRed ? styles.error : styles[level];
  return <Icon className={mergeClasses(styles.icon, colour)} aria-hidden />;
}
