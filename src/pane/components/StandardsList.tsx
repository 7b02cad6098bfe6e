import { documentText } from '../../app/source-text';
import { Button, Field, Input, makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { ArrowUndoRegular } from '@fluentui/react-icons';
import { useMemo, useState } from 'react';
import { usePane } from '../pane-context';
import { standardLines, withNumber, withoutBound, type StandardLine } from '../view/standards-view';

const useStyles = makeStyles({
  search: { width: '100%', maxWidth: 'none' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  line: {
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 68px',
  },
  row: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 6.5rem auto', gap: '8px', alignItems: 'center' },
  name: { overflowWrap: 'anywhere' },
  changed: { fontWeight: tokens.fontWeightSemibold },
  number: { minWidth: 0, width: '100%' },
  source: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** Every bound with its value, unit and source; changed ones first, each can be taken back. */
export function StandardsList() {
  const { state, commands, translate } = usePane();
  const styles = useStyles();
  const [sought, setSought] = useState('');
  const [document, setDocument] = useState('');
  const { standards } = state;
  const lines = useMemo(() => standardLines(standards, translate), [standards, translate]);
  const words = sought.trim().toLowerCase();
  return (
    <>
      <Field label={translate.text('standard.document')} hint={translate.text('standard.documentHint')} size="small">
        <Input size="small" value={document} onChange={(_, { value }) => setDocument(value)} />
      </Field>
      <SearchBox
        className={styles.search}
        size="small"
        aria-label={translate.text('standard.find')}
        placeholder={translate.text('standard.find')}
        value={sought}
        onChange={(_, { value }) => setSought(value)}
      />
      <ul className={styles.list}>
        {lines
          .filter(({ name }) => name.toLowerCase().includes(words))
          .map((line) => (
            <Line
              key={`${line.key}.${line.path.join('.')}`}
              line={line}
              onChange={(value) =>
                void commands.changeStandards(
                  withNumber(standards, line, value, document.trim() || translate.text('standard.own')),
                )
              }
              onUndo={() => void commands.changeStandards(withoutBound(standards, line.key))}
            />
          ))}
      </ul>
    </>
  );
}

interface LineProps {
  readonly line: StandardLine;
  readonly onChange: (value: number) => void;
  readonly onUndo: () => void;
}

function Line({ line, onChange, onUndo }: LineProps) {
  const { translate } = usePane();
  const styles = useStyles();
  const { name, value, unit, source, isChanged } = line;
  const [typed, setTyped] = useState<string>();
  const number = typed === undefined ? value : Number(typed);
  const isWrong = typed !== undefined && (typed.trim() === '' || !Number.isFinite(number));
  const finish = () => {
    if (typed !== undefined && !isWrong && number !== value) onChange(number);
    setTyped(undefined);
  };
  return (
    <li className={styles.line}>
      <div className={styles.row}>
        <span className={isChanged ? `${styles.name} ${styles.changed}` : styles.name}>{name}</span>
        <Input
          className={styles.number}
          size="small"
          inputMode="decimal"
          aria-label={name}
          aria-invalid={isWrong}
          {...(unit === '' ? {} : { contentAfter: <span>{unit}</span> })}
          value={typed ?? String(value)}
          onChange={(_, { value: text }) => setTyped(text)}
          onBlur={finish}
          onKeyDown={(event) => {
            if (event.key === 'Enter') finish();
            else if (event.key === 'Escape') setTyped(undefined);
          }}
        />
        {isChanged && (
          <Button
            appearance="subtle"
            size="small"
            icon={<ArrowUndoRegular />}
            aria-label={translate.text('standard.undo', { name })}
            title={translate.text('standard.undo', { name })}
            onClick={onUndo}
          />
        )}
      </div>
      <div className={styles.source}>
        {documentText(source, translate)}
        {!source.verified && !source.isDefault && ` · ${translate.text('standard.unverified')}`}
      </div>
    </li>
  );
}
