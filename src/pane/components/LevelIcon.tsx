import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ErrorCircleFilled, InfoFilled, WarningFilled } from '@fluentui/react-icons';
import type { Level } from '../../core/findings/rule';

const useStyles = makeStyles({
  icon: { fontSize: '1rem', flexShrink: 0 },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  hint: { color: tokens.colorBrandForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
});

const ICONS = { error: ErrorCircleFilled, warning: WarningFilled, hint: InfoFilled } as const;

/** Three shapes beside three words; the colour only helps. */
export function LevelIcon({ level, quiet = false }: { readonly level: Level; readonly quiet?: boolean }) {
  const styles = useStyles();
  const Icon = ICONS[level];
  return <Icon className={mergeClasses(styles.icon, quiet ? styles.quiet : styles[level])} aria-hidden />;
}
