import type { CopyEnding } from '../hosts/file/file-host';
import type { Translator } from '../messages/translator';
import { CannotWrite } from './write-whole';

/** Excel opens no workbook whose ending belies its macros. */
export function ensureEnding(out: string, ending: CopyEnding, translate: Translator): void {
  if (out.toLowerCase().endsWith(ending)) return;
  throw new CannotWrite(out, translate.text(ending === '.xlsm' ? 'cli.outMacros' : 'cli.outNoMacros'), translate);
}
