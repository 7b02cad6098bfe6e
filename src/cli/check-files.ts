import { checkWorkbook } from '../app/check-workbook';
import { coverageText, unreadTexts, verdictOf } from '../app/coverage-text';
import { plainCheck, type PlainCheck } from '../app/plain-findings';
import type { Pack } from '../core/fiscal/pack';
import type { BookId } from '../core/grid/book-id';
import { bookId } from '../core/grid/place';
import type { Companion } from '../core/reading/dossier';
import { companionOf } from '../core/reading/read-sheet';
import type { Correction } from '../core/tables/corrections';
import { keptCorrections } from '../app/kept/kept-in-workbook';
import type { Workbook } from '../core/grid/sheet';
import type { GridLine } from '../hosts/file/read-jsonl';
import type { Translator } from '../messages/translator';
import { EXIT, exitOf, type Console } from './console';
import { readGrids } from './each-file';
import { sentenceOf } from './cannot-open';
import { visible } from './visible';

/** How to check: the part of a command that each file needs. */
export interface CheckSettings {
  readonly asOf?: string;
  readonly rules?: readonly string[];
  readonly pack?: Pack;
  readonly corrections?: readonly Correction[];
}

/** One checked workbook, ready to be printed. Plain data: it may come from another thread. */
export interface CheckedFile {
  readonly file: string;
  readonly id?: string;
  readonly relationsChecked: number;
  readonly plain: PlainCheck;
  /** In sentences: what was checked, what was not read, and what may be said where nothing was found. */
  readonly said: {
    readonly coverage: string;
    readonly unread: readonly string[];
    readonly verdict: string;
    readonly dialect?: string;
  };
  readonly ms: number;
}

/** Checks the files of one set; hands over each result in the order of the files and gives the exit code. */
export type CheckSet = (
  files: readonly string[],
  settings: CheckSettings,
  io: Console,
  done: (checked: CheckedFile) => void,
) => Promise<number>;

/** In this thread, one file after the other. */
export function checkHere(translate: Translator): CheckSet {
  return async (files, settings, io, done) => {
    const opened = new OpenedFiles(settings, translate);
    const codes: number[] = [];
    const companions: Companion[] = [];
    // A file alone needs no companions, and a set of one no second pass.
    if (files.length > 1) for (const file of files) companions.push(...(await opened.open(file)));
    for (const file of files) codes.push(await opened.check(file, companions, io, done));
    return exitOf(codes);
  };
}

/** How a text file was read, where it is not what everybody expects. */
function dialectSaid(dialect: Workbook['dialect'], translate: Translator): { dialect?: string } {
  if (!dialect || (dialect.encoding === 'utf-8' && dialect.separator === ',')) return {};
  const { encoding, separator, decimalComma } = dialect;
  return {
    dialect: translate.text('cli.dialect', {
      encoding: encoding.toUpperCase(),
      separator: separator === '\t' ? 'TAB' : separator,
      comma: decimalComma ? 'yes' : 'no',
    }),
  };
}

const MOST_CELLS_KEPT = 2_000_000;

/** Files that were parsed, each once, until they are checked. */
export class OpenedFiles {
  private readonly read = new Map<string, Promise<GridLine[]>>();
  private cellsKept = 0;

  constructor(
    private readonly settings: CheckSettings,
    private readonly translate: Translator,
  ) {}

  /** How the other workbooks of the set see this file; one that cannot be read says nothing here: its check tells why. */
  async open(file: string): Promise<Companion[]> {
    const lines = await this.linesOf(file).catch(() => []);
    this.keepWithin(file, lines);
    // A line of a .jsonl is a table of its own, not a workbook of this bureau.
    return lines.flatMap(({ id, workbook }) =>
      id === undefined ? [companionOf(workbook, this.correctionsOf(workbook))] : [],
    );
  }

  /** Checks the file beside its companions and lets it go; gives its exit code. */
  async check(
    file: string,
    companions: readonly Companion[],
    io: Console,
    done: (checked: CheckedFile) => void,
  ): Promise<number> {
    let lines: GridLine[];
    const codes: number[] = [];
    try {
      lines = await this.linesOf(file);
      for (const line of lines) {
        const checked = await this.checkGrid(file, line, companions, io);
        done(checked);
        codes.push(checked.plain.findings.some(({ level }) => level === 'error') ? EXIT.found : EXIT.fine);
      }
      return exitOf(codes);
    } catch (error) {
      io.err(`${visible(sentenceOf(error, file, this.translate))}\n`);
      return EXIT.couldNotRun;
    } finally {
      this.read.delete(file);
    }
  }

  /** Many large files of a folder are read a second time rather than held all at once. */
  private keepWithin(file: string, lines: readonly GridLine[]): void {
    for (const { workbook } of lines) for (const { cells } of workbook.sheets) this.cellsKept += cells.column.length;
    if (this.cellsKept > MOST_CELLS_KEPT) this.read.delete(file);
  }

  /** What lies in the workbook, and over it what was given on the command line. */
  private correctionsOf(workbook: Workbook): readonly Correction[] {
    return [...keptCorrections(workbook), ...(this.settings.corrections ?? [])];
  }

  private linesOf(file: string): Promise<GridLine[]> {
    const known = this.read.get(file);
    if (known) return known;
    const reading = readGrids(file, this.translate);
    this.read.set(file, reading);
    return reading;
  }

  private async checkGrid(
    file: string,
    { id, workbook }: GridLine,
    companions: readonly Companion[],
    io: Console,
  ): Promise<CheckedFile> {
    const started = performance.now();
    const own: BookId = bookId(workbook);
    const result = await checkWorkbook(workbook, {
      ...this.settings,
      corrections: this.correctionsOf(workbook),
      companions: id === undefined ? companions.filter((other) => other.id !== own) : [],
      progress: ({ sheet, done: before, total }) => {
        io.alive?.();
        if (io.interactive)
          io.err(`\r\u001b[K${visible(this.translate.text('pane.checking', { sheet, done: before + 1, total }))}`);
      },
    });
    if (io.interactive) io.err('\r\u001b[K');
    return {
      file,
      ...(id === undefined ? {} : { id }),
      relationsChecked: result.relationsChecked,
      plain: plainCheck(result, this.translate),
      said: {
        coverage: coverageText(result.outcome, this.translate),
        unread: unreadTexts(result.outcome, this.translate),
        verdict: verdictOf(result.outcome, this.translate).text,
        ...dialectSaid(workbook.dialect, this.translate),
      },
      ms: Math.round(performance.now() - started),
    };
  }
}
