import { checkWorkbook } from '../../src/app/check-workbook';
import { summarySheets } from '../../src/app/write-summary';
import { FileHost } from '../../src/hosts/file/file-host';
import { HostError } from '../../src/hosts/host';
import { translator } from '../../src/messages/translator';
import { faultsOf } from '../support/open-package';

/**
 * What became of a file: read, or refused with its sentence. Rejects where anything else happened: something thrown
 * past the host, or a copy that would have to be repaired though the file was not.
 */
export async function tryFile(bytes: Uint8Array, name: string): Promise<'read' | 'refused'> {
  const host = new FileHost(bytes, name);
  try {
    const result = await checkWorkbook(await host.read(), {});
    const { file } = await host.writeSummary(summarySheets(result, translator('zh-CN')));
    if (file?.holds === 'values') {
      const faults = faultsOf(file.bytes);
      if (faults.length > 0) throw new Error(faults.join('; '));
    }
    return 'read';
  } catch (error) {
    if (error instanceof HostError) return 'refused';
    // The command and the pane say of a stack at its end that the file is nested too deeply.
    if (error instanceof RangeError && error.message.includes('call stack')) return 'refused';
    throw error;
  }
}
