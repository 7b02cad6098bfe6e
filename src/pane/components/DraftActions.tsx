import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReportPage } from '../../app/report/report-page';
import { withReplacements } from '../../core/report/fill/replace';
import { usePane } from '../pane-context';
import { saveAs } from '../use-download';
import { chosenFills, fillsOf } from '../view/report-view';

/** The filled draft, to be pasted elsewhere or saved as what it came as. */
export function DraftActions({ page }: { readonly page: ReportPage }) {
  const { state, commands, translate } = usePane();
  const [copied, setCopied] = useState<'yes' | 'no'>();
  const copy = () => {
    void navigator.clipboard.writeText(withReplacements(page.text, fillsOf(page))).then(
      () => setCopied('yes'),
      () => setCopied('no'),
    );
  };
  const save = async () => {
    const { name, bytes } = await commands.filledReport(page.text, fillsOf(page));
    const url = URL.createObjectURL(new Blob([Uint8Array.from(bytes)]));
    saveAs(url, name);
    URL.revokeObjectURL(url);
  };
  return (
    <>
      <Button size="small" onClick={copy}>
        {translate.text(copied === 'yes' ? 'pane.copiedDraft' : 'pane.copyDraft')}
      </Button>
      <Button size="small" onClick={() => void save()}>
        {translate.text('pane.saveDraft')}
      </Button>
      {state.workbook && state.check?.extent === 'complete' && (
        <Button size="small" onClick={() => void commands.writeBasis(page.text, chosenFills(page))}>
          {translate.text('pane.writeBasis')}
        </Button>
      )}
      {copied === 'no' && <span role="alert">{translate.text('pane.notCopied')}</span>}
    </>
  );
}
