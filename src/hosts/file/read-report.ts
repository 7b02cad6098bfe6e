import type { Replacement } from './docx/write-docx';
import { HostError } from '../host';
import { LIMITS } from './limits';

interface ReportFile {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** The text of a report that the user gave; what opens documents is loaded when one comes. */
export async function readReport(file: ReportFile): Promise<string> {
  if (file.size > LIMITS.fileBytes) throw new HostError('tooLarge', file.name);
  const { openReport } = await import(/* webpackChunkName: "documents" */ './report-text');
  return openReport(new Uint8Array(await file.arrayBuffer()), file.name).text;
}

/** A copy of a report in which only some stretches of its text differ; the file itself is left as it is. */
export async function fillReport(
  file: ReportFile,
  replaced: readonly Replacement[],
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const { openReport, filledBytes } = await import(/* webpackChunkName: "documents" */ './report-text');
  const open = openReport(new Uint8Array(await file.arrayBuffer()), file.name);
  return { name: file.name.replace(/(?=\.[^.]*$)/, '-filled'), bytes: filledBytes(open, replaced) };
}
