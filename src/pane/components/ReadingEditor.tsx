import { Button, Field, Input, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { TableReading } from '../../app/check-report';
import { correctionsFor } from '../../app/kept/said-of-tables';
import { correctionOf } from '../../core/tables/corrections';
import { usePane } from '../pane-context';
import { withDraft, withoutTable, type ReadingDraft } from '../state/reading-draft';
import { kindChoices, readingView, roleChoices, UNIT_CHOICES } from '../view/reading-view';
import { ChoiceField } from './ChoiceField';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '2px 12px 12px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '1.5',
  },
  text: { margin: 0, overflowWrap: 'anywhere' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  title: { margin: '4px 0 0', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  evidence: { margin: 0, paddingLeft: '18px', overflowWrap: 'anywhere' },
  months: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: '8px', alignItems: 'start' },
  input: { minWidth: 0, width: '100%' },
  column: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 9rem)', gap: '8px', alignItems: 'center' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', paddingTop: '4px' },
  button: { flex: '1 1 auto', whiteSpace: 'nowrap' },
});

/** Why a table was read so, and the fields in which the user says otherwise. */
export default function ReadingEditor({
  table,
  tables,
  draft,
}: {
  readonly table: TableReading;
  readonly tables: readonly TableReading[];
  readonly draft: ReadingDraft;
}) {
  const { state, dispatch, commands, translate } = usePane();
  const styles = useStyles();
  const file = state.workbook?.name ?? '';
  const said = correctionOf(correctionsFor(state.corrections, file), table.sheet, table.title);
  const view = readingView(table, tables, said, draft, translate);
  const choices = useMemo(() => ({ kinds: kindChoices(translate), roles: roleChoices(translate) }), [translate]);
  const change = (one: ReadingDraft) => dispatch({ type: 'drafted', change: one });
  const busy = state.activity.kind !== 'idle';
  const { fields } = view;
  return (
    <div className={styles.box}>
      {view.title && <p className={styles.text}>{view.title}</p>}
      <h4 className={styles.title}>{translate.text('pane.evidence')}</h4>
      <ul className={styles.evidence}>
        {view.evidence.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Link as="button" onClick={() => void commands.goTo(view.at)}>
        {view.goTo}
      </Link>
      <Field size="small" label={translate.text('pane.kind')}>
        <ChoiceField choices={choices.kinds} value={fields.kind} onChoose={(kind) => change({ kind })} />
      </Field>
      <Field size="small" label={translate.text('pane.unit')}>
        <ChoiceField
          choices={UNIT_CHOICES}
          value={fields.unit}
          placeholder={translate.text('pane.unknownUnit')}
          onChoose={(unit) => change({ unit })}
        />
      </Field>
      <div className={styles.months}>
        {(['from', 'to'] as const).map((end) => (
          <Field
            key={end}
            size="small"
            label={translate.text(end === 'from' ? 'pane.fromMonth' : 'pane.toMonth')}
            {...(end === 'to' && view.periodProblem ? { validationMessage: view.periodProblem } : {})}
          >
            <Input
              className={styles.input}
              size="small"
              value={fields[end]}
              placeholder="2023-05"
              inputMode="numeric"
              maxLength={7}
              onChange={(_, { value }) => change({ [end]: value.trim() })}
            />
          </Field>
        ))}
      </div>
      {view.columns.length > 0 && <h4 className={styles.title}>{translate.text('pane.columns')}</h4>}
      {view.columns.map(({ header, name, role }) => (
        <div key={header} className={styles.column}>
          <span className={styles.text}>{name}</span>
          <ChoiceField
            choices={choices.roles}
            value={role}
            label={name}
            onChoose={(chosen) => change({ roles: { ...draft.roles, [header]: chosen } })}
          />
        </div>
      ))}
      <div className={styles.buttons}>
        <Button
          className={styles.button}
          appearance="primary"
          size="small"
          disabledFocusable={busy || !view.canApply}
          onClick={() => void commands.correct(withDraft(state.corrections, table, draft, file))}
        >
          {translate.text('pane.recheck')}
        </Button>
        <Button
          className={styles.button}
          size="small"
          disabledFocusable={busy || !view.canRestore}
          onClick={() => void commands.correct(withoutTable(state.corrections, table))}
        >
          {translate.text('pane.restore')}
        </Button>
      </div>
      {view.shared && <p className={styles.text}>{view.shared}</p>}
      <p className={styles.quiet}>{translate.text('pane.correctionNote')}</p>
    </div>
  );
}
