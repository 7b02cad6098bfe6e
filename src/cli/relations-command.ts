import { allRelations, type NamedRelation } from '../core/reading/named-relations';
import { readSheetMeaning } from '../core/reading/read-sheet';
import { cellName } from '../core/grid/address';
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
      const relations = allRelations(readSheetMeaning(sheet, workbook));
      const ms = Math.round(performance.now() - started);
      if (format === 'ndjson')
        io.out(
          `${visibleJson({ file, ...(id === undefined ? {} : { id }), sheet: sheet.name, relations: relations.map(plain), ms })}\n`,
        );
      else
        io.out(
          `${visible(`${file} · ${sheet.name}`)}\n${relations.map((relation) => `  ${relationText(relation)}\n`).join('')}`,
        );
    }
    return EXIT.fine;
  });
}

function plain({ op, target, operands, verdict }: NamedRelation): object {
  return { op, target: cellPair(target), range: operands.map(cellPair), holds: verdict !== 'broken' };
}

const SIGN = { holds: '=', rounding: '≈', broken: '≠', unknown: '?' } as const;

function relationText({ op, target, operands, verdict }: NamedRelation): string {
  return `${cellName(target)} ${SIGN[verdict]} ${op}(${operands.map(cellName).join(', ')})`;
}
