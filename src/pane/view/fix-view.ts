import { mends, type FixPreview } from '../../app/fix-preview';
import { resultText, writeText } from '../../app/fix-text';
import type { Finding } from '../../core/findings/finding';
import type { Write } from '../../core/fix/fix';
import type { Workbook } from '../../core/grid/sheet';
import type { Translator } from '../../messages/translator';

/** A repair as the user judges it. */
export interface FixView {
  readonly writes: readonly string[];
  /** Why it is not offered; absent: it is. */
  readonly refused?: string;
  /** What follows from it; absent before it was worked out. */
  readonly follows?: readonly string[];
  /** 改好 3 条，新增 0 条. */
  readonly outcome?: string;
}

/** More lines than these nobody reads; the count is said. */
const MOST_LINES = 8;

export function fixView(
  finding: Finding,
  writes: readonly Write[],
  preview: FixPreview | undefined,
  workbook: Workbook | undefined,
  translate: Translator,
): FixView {
  const locked = writes.find(({ at }) => workbook?.sheets.find(({ name }) => name === at.sheet)?.protected === true);
  const refused = locked
    ? translate.text('fault.sheetProtected', { detail: locked.at.sheet.trim() })
    : preview && !mends(preview, finding)
      ? translate.text('fix.noHelp')
      : undefined;
  return {
    writes: cut(
      writes.map((write) => writeText(write, translate)),
      translate,
    ),
    ...(refused === undefined ? {} : { refused }),
    ...(preview ? previewed(preview, translate) : {}),
  };
}

function previewed({ writes, results, gone, come }: FixPreview, translate: Translator) {
  const written = new Set(writes.map(({ at }) => `${at.sheet}\u0001${at.row},${at.column}`));
  const follows = results.filter(({ sheet, row, column }) => !written.has(`${sheet}\u0001${row},${column}`));
  return {
    follows: cut(
      follows.map((result) => resultText(result, translate)),
      translate,
    ),
    outcome: translate.text('pane.since', { mended: gone.length, fresh: come.length }),
  };
}

function cut(lines: readonly string[], translate: Translator): string[] {
  const rest = lines.length - MOST_LINES;
  return rest > 0 ? [...lines.slice(0, MOST_LINES), translate.text('pane.moreCells', { count: rest })] : [...lines];
}
