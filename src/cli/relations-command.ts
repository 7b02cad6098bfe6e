import { readSheetMeaning } from '../core/reading/read-sheet';
import { cellName } from '../core/grid/address';
import type { Relation } from '../core/relations/relation';
import { cellPair } from '../app/plain-findings';
import type { Translator } from '../messages/translator';
import { EXIT, type Console } from './console';
import { eachWorkbook } from './each-file';
import { visible, visibleJson } from './visible';

/** `gouji relations`: the arithmetic of each sheet, holding or broken. */
export function relationsCommand(
  files: readonly string[],
  format: 'text' | 'ndjson',
  io: Console,
  translate: Translator,
): Promise<number> {
  return eachWorkbook(files, io, translate, async (file, { id, workbook }) => {
    for (const sheet of workbook.sheets) {
      const started = performance.now();
      const { arithmetic } = readSheetMeaning(sheet, workbook);
      const ms = Math.round(performance.now() - started);
      if (format === 'ndjson')
        io.out(
          `${visibleJson({ file, ...(id === undefined ? {} : { id }), sheet: sheet.name, relations: arithmetic.relations.map(plain), ms })}\n`,
        );
      else
        io.out(
          `${visible(`${file} · ${sheet.name}`)}\n${arithmetic.relations.map((relation) => `  ${relationText(relation)}\n`).join('')}`,
        );
    }
    return EXIT.fine;
  });
}

function plain({ op, target, operands, verdict }: Relation): object {
  return { op, target: cellPair(target), range: operands.map(cellPair), holds: verdict !== 'broken' };
}

const SIGN = { holds: '=', rounding: '≈', broken: '≠', unknown: '?' } as const;

function relationText({ op, target, operands, verdict }: Relation): string {
  return `${cellName(target)} ${SIGN[verdict]} ${op}(${operands.map(cellName).join(', ')})`;
}
