import '../older-web-views';
import '../messages/every-language';
import { expose } from 'comlink';
import { LocalEngine } from '../app/local-engine';
import type { Sheet, Workbook } from '../core/grid/sheet';
import { FileHost } from '../hosts/file/file-host';
import type { EngineService } from './engine-service';
import { told } from './told';

/** A worker is never asked anything while it works: who cancels ends it and starts another. */
const noPause = (): Promise<void> => Promise.resolve();

const engine = new LocalEngine(noPause);
let file: FileHost | undefined;
let workbook: Workbook | undefined;
/** Sheets of the workbook that comes next, by name. */
const came = new Map<string, Sheet>();

function held<T>(thing: T | undefined): T {
  if (thing === undefined) throw new RangeError('the engine was given nothing to work on');
  return thing;
}

const service: EngineService = {
  hello: () => true,
  takeFile: (bytes, fileName) => {
    file = new FileHost(bytes, fileName);
  },
  readFile: async (progress) => {
    const answer = await told(held(file).read({ progress }));
    if (answer.kind === 'done') workbook = answer.value;
    return answer;
  },
  writeCells: (change) => told(held(file).writeCells(change)),
  writeFile: (sheets) => told(held(file).writeSummary(sheets)),
  cleanFile: () => told(held(file).removeSummary()),
  takeSheet: (sheet) => void came.set(sheet.name, sheet),
  takeWorkbook: (taken) => {
    const before = workbook?.sheets ?? [];
    const sheets = taken.sheets.map((sheet) => held(came.get(sheet) ?? before.find(({ name }) => name === sheet)));
    came.clear();
    workbook = { ...taken, sheets };
  },
  check: (corrections, standards, progress, found) =>
    told(engine.check(held(workbook), { corrections, ...(standards ? { standards } : {}), progress, found })),
  checkSoFar: (corrections, standards) =>
    engine.checkSoFar(held(workbook), { corrections, ...(standards ? { standards } : {}) }),
  preview: (book, writes) => engine.preview(book, writes),
  explainCell: (book, at) => engine.explainCell(book, at),
  results: (changed) => engine.results(held(workbook), changed),
  books: () => engine.books(),
  summary: (book, reader, wanted) => engine.summary(book, reader, wanted),
  summaries: (book, language) => engine.summaries(book, language),
  board: (book, language) => engine.board(book, language),
  basis: (book, draft, language) => engine.basis(book, draft, language),
  report: (book, text, language) => engine.report(book, text, language),
  plain: (book, language) => engine.plain(book, language),
};

expose(service);
