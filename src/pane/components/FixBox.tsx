import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { WrenchRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import type { Finding } from '../../core/findings/finding';
import { usePane } from '../pane-context';
import { fixView } from '../view/fix-view';

const useStyles = makeStyles({
  title: { margin: '8px 0 2px', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: 'none', fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  text: { margin: '4px 0 0' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', margin: '6px 0 0' },
});

/** The repairs of a finding: before and after, then what would follow, then the button that makes it. */
export function FixBox({ finding }: { readonly finding: Finding }) {
  const { translate } = usePane();
  const styles = useStyles();
  if (finding.fixes.length === 0) return null;
  const title = finding.fixes.length === 1 ? 'fix.title' : 'fix.titleSeveral';
  return (
    <>
      <h3 className={styles.title}>{translate.text(title)}</h3>
      {finding.fixes.map((_, choice) => (
        <OneFix key={choice} finding={finding} choice={choice} />
      ))}
    </>
  );
}

function OneFix({ finding, choice }: { readonly finding: Finding; readonly choice: number }) {
  const { state, commands, dispatch, source, translate } = usePane();
  const styles = useStyles();
  const buttons = useRef<HTMLDivElement>(null);
  const { fix, workbook, activity } = state;
  const isLookedAt = fix?.fingerprint === finding.fingerprint && fix.choice === choice;
  const preview = isLookedAt ? fix.preview : undefined;
  const writes = finding.fixes[choice]?.writes ?? [];
  const view = fixView(finding, writes, preview, workbook?.snapshot, translate);
  const canApply = preview !== undefined && view.refused === undefined;
  useEffect(() => {
    // F, then Enter: the button that makes the repair has the focus as soon as it stands.
    if (canApply) buttons.current?.querySelector('button')?.focus();
  }, [canApply]);
  const busy = activity.kind !== 'idle';
  return (
    <div>
      <ul className={styles.list}>
        {view.writes.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {view.follows && view.follows.length > 0 && (
        <>
          <p className={styles.text}>{translate.text('fix.followsTitle')}</p>
          <ul className={styles.list}>
            {view.follows.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      {view.outcome !== undefined && <p className={styles.text}>{view.outcome}</p>}
      {view.refused !== undefined && <p className={styles.text}>{view.refused}</p>}
      {canApply && source.kind === 'open-workbook' && <p className={styles.text}>{translate.text('fix.undoLost')}</p>}
      <div ref={buttons} className={styles.buttons}>
        {canApply ? (
          <>
            <Button size="small" appearance="primary" disabledFocusable={busy} onClick={() => void commands.applyFix()}>
              {translate.text('fix.apply')}
            </Button>
            <Button size="small" onClick={() => dispatch({ type: 'leftFix' })}>
              {translate.text('pane.cancel')}
            </Button>
          </>
        ) : (
          view.refused === undefined && (
            <Button
              size="small"
              icon={<WrenchRegular />}
              disabledFocusable={busy || state.check?.extent !== 'complete'}
              onClick={() => void commands.previewFix(finding, choice)}
            >
              {translate.text('fix.preview')}
            </Button>
          )
        )}
      </div>
    </div>
  );
}
