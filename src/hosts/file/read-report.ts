import { HostError } from '../host';
import { LIMITS } from './limits';

/** The text of a report that the user gave; what opens documents is loaded when one comes. */
export async function readReport(file: {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}): Promise<string> {
  if (file.size > LIMITS.fileBytes) throw new HostError('tooLarge', file.name);
  const { openReport } = await import(/* webpackChunkName: "documents" */ './report-text');
  return openReport(new Uint8Array(await file.arrayBuffer()), file.name).text;
}
