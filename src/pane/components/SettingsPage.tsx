import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Checkbox,
  Field,
  makeStyles,
  Textarea,
} from '@fluentui/react-components';
import { ArrowDownloadRegular, ArrowUploadRegular, CopyRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { LANGUAGES } from '../../messages/translator';
import { usePane } from '../pane-context';
import { APPEARANCES } from '../settings';
import { savePack, useChangedIndicators } from '../use-standards';
import { diagnosticsText } from '../view/diagnostics';
import { APPEARANCE_TEXT } from '../view/settings-view';
import { CalibreChoices } from './CalibreChoices';
import { ChoiceField } from './ChoiceField';
import { StandardsList } from './StandardsList';

const useStyles = makeStyles({
  page: { flex: '1 1 auto', minHeight: 0, overflowY: 'auto', padding: '6px 12px 12px' },
  part: { display: 'flex', flexDirection: 'column', gap: '10px', margin: 0, padding: '4px 0 10px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  text: { margin: 0, lineHeight: '1.5' },
  list: { margin: 0, paddingLeft: '18px', lineHeight: '1.6', fontVariantNumeric: 'tabular-nums' },
});

/** 设置: by what a workbook is judged, language and look. */
export default function SettingsPage() {
  const { translate } = usePane();
  const styles = useStyles();
  const part = (value: string, title: string, content: React.ReactNode) => (
    <AccordionItem value={value}>
      <AccordionHeader as="h2" size="small">
        {title}
      </AccordionHeader>
      <AccordionPanel className={styles.part} collapseMotion={null}>
        {content}
      </AccordionPanel>
    </AccordionItem>
  );
  return (
    <div className={styles.page}>
      <Accordion collapsible multiple defaultOpenItems={['calibres', 'look']}>
        {part('calibres', translate.text('standard.calibres'), <Definitions />)}
        {part('bounds', translate.text('standard.bounds'), <Bounds />)}
        {part('look', translate.text('pane.appearance'), <Look />)}
        {part('help', translate.text('pane.diagnostics'), <Diagnostics />)}
      </Accordion>
    </div>
  );
}

/** Definitions, and at once what a change of them does to the indicators. */
function Definitions() {
  const { translate } = usePane();
  const styles = useStyles();
  const changed = useChangedIndicators();
  return (
    <>
      <CalibreChoices />
      {changed.length > 0 && (
        <div role="status">
          <p className={styles.text}>{translate.text('standard.effect')}</p>
          <ul className={styles.list}>
            {changed.map(({ id, name, before, after }) => (
              <li key={id}>{translate.text('standard.effectLine', { name, before, after })}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Bounds() {
  const { state, source, commands, dispatch, translate } = usePane();
  const styles = useStyles();
  const file = useRef<HTMLInputElement>(null);
  return (
    <>
      <p className={styles.text}>{translate.text(source.kind === 'files' ? 'standard.keptHere' : 'standard.kept')}</p>
      <div className={styles.buttons}>
        <Button
          size="small"
          icon={<ArrowDownloadRegular />}
          disabledFocusable={state.standards === undefined}
          onClick={() => state.standards && savePack(state.standards)}
        >
          {translate.text('standard.export')}
        </Button>
        <Button size="small" icon={<ArrowUploadRegular />} onClick={() => file.current?.click()}>
          {translate.text('standard.import')}
        </Button>
        <input
          ref={file}
          hidden
          type="file"
          accept=".json"
          aria-label={translate.text('standard.import')}
          onChange={({ target }) => {
            const [chosen] = target.files ?? [];
            target.value = '';
            if (chosen)
              void chosen
                .text()
                .then(commands.importStandards)
                .catch((error: unknown) => dispatch({ type: 'failed', error }));
          }}
        />
      </div>
      <StandardsList />
    </>
  );
}

/** What helps whoever is asked for help. */
function Diagnostics() {
  const { state, diagnostics, translate } = usePane();
  const styles = useStyles();
  const text = diagnosticsText(state, diagnostics?.() ?? {}, navigator.userAgent, translate);
  const [copied, setCopied] = useState(false);
  return (
    <>
      <p className={styles.text}>{translate.text('pane.diagnosticsNote')}</p>
      <Textarea readOnly resize="vertical" rows={6} aria-label={translate.text('pane.diagnostics')} value={text} />
      <div className={styles.buttons}>
        <Button
          size="small"
          icon={<CopyRegular />}
          onClick={() =>
            void navigator.clipboard.writeText(text).then(
              () => setCopied(true),
              () => undefined,
            )
          }
        >
          {translate.text(copied ? 'pane.copied' : 'pane.copyDiagnostics')}
        </Button>
      </div>
    </>
  );
}

function Look() {
  const { state, commands, translate } = usePane();
  const { settings } = state;
  return (
    <>
      <Field label={translate.text('pane.language')} size="small">
        <ChoiceField
          label={translate.text('pane.language')}
          choices={LANGUAGES.map((value) => ({ value, text: translate.text(`language.${value}`) }))}
          value={settings.language}
          onChoose={(language) => void commands.changeSettings({ ...settings, language })}
        />
      </Field>
      <Field label={translate.text('pane.theme')} size="small">
        <ChoiceField
          label={translate.text('pane.theme')}
          choices={APPEARANCES.map((value) => ({ value, text: translate.text(APPEARANCE_TEXT[value]) }))}
          value={settings.appearance}
          onChoose={(appearance) => void commands.changeSettings({ ...settings, appearance })}
        />
      </Field>
      <Checkbox
        label={translate.text('pane.showNumbers')}
        checked={settings.showsNumbers ?? false}
        onChange={(_, { checked }) => void commands.changeSettings({ ...settings, showsNumbers: checked === true })}
      />
    </>
  );
}
