import type { Uncomputed } from '../../grid/computed';
import { CellKind, type CellStore, type Sheet } from '../../grid/sheet';
import type { CellValue } from '../../grid/value';
import { Templates } from '../template';
import { Book } from './book';
import { compiled } from './compile';
import { scalar, type Scope } from './scope';
import { type Pending, Source } from './source';
import { isError, isNotComputed, notComputed, type NotComputed } from './value';

/** How deep one cell may ask for another before those below are computed first: the stack of calls is short. */
const DEEPEST = 150;

/** Thrown where cells rest on each other too deeply; made once. */
const DEFERRED = new Error('deferred');

/** What the sheets of one workbook share while they are computed. */
export class Calculation {
  book = new Book([]);
  depth = 0;
  /** The cell that was too deep. */
  deferred: { readonly draft: Draft; readonly index: number } | undefined;
}

const State = { given: 0, waiting: 1, running: 2, done: 3, failed: 4 } as const;

const CYCLE = notComputed({ kind: 'cycle' });
const SYNTAX = notComputed({ kind: 'syntax' });

/** Which results of a sheet are computed anew. */
export interface Wanted {
  readonly isWanted: (index: number) => boolean;
  /** What cannot be computed keeps the result that the file has. */
  readonly keepsOthers: boolean;
}

/** A sheet whose results are being computed, each cell when it is first asked for. */
export class Draft implements Pending {
  readonly source: Source;
  private readonly cells: CellStore;
  private readonly texts: string[];
  private readonly state: Uint8Array;
  private readonly row: Uint32Array;
  private readonly failures = new Map<number, NotComputed>();
  private readonly templates = new Templates();
  private readonly textIds = new Map<string, number>();
  private count = 0;

  constructor(
    sheet: Sheet,
    private readonly calculation: Calculation,
    private readonly wanted: Wanted,
  ) {
    const { cells } = sheet;
    this.texts = [...cells.texts];
    this.cells = {
      ...cells,
      kind: cells.kind.slice(),
      number: cells.number.slice(),
      text: cells.text.slice(),
      texts: this.texts,
    };
    this.source = new Source({ ...sheet, cells: this.cells }, this);
    this.state = new Uint8Array(cells.kind.length);
    this.row = new Uint32Array(cells.kind.length);
    for (let row = 0; row < cells.rowCount; row++) {
      for (let index = cells.rowStart[row] ?? 0; index < (cells.rowStart[row + 1] ?? 0); index++) {
        this.row[index] = row;
        if (cells.formula[index] !== 0 && wanted.isWanted(index)) this.state[index] = State.waiting;
      }
    }
  }

  settle(index: number): CellValue {
    switch (this.state[index]) {
      case State.waiting:
        return this.compute(index);
      case State.running:
        return CYCLE;
      case State.failed:
        return this.failures.get(index);
      default:
        return undefined;
    }
  }

  computeAll(): void {
    for (let index = 0; index < this.state.length; index++)
      if (this.state[index] === State.waiting) this.computeFrom(index);
  }

  /** The cells with their results. */
  store(): CellStore {
    return this.cells;
  }

  /** How many were computed. */
  get computed(): number {
    return this.count;
  }

  uncomputed(): Uncomputed[] {
    const all = [...this.failures].map(([index, { why }]): Uncomputed => ({ cell: this.placeOf(index), why }));
    return all.sort((a, b) => a.cell.row - b.cell.row || a.cell.column - b.cell.column);
  }

  private placeOf(index: number) {
    return { row: this.row[index] ?? 0, column: this.cells.column[index] ?? 0 };
  }

  /** A cell, after those on which it rests too deeply for one go. */
  private computeFrom(index: number): void {
    const { calculation } = this;
    const open: { readonly draft: Draft; readonly index: number }[] = [{ draft: this, index }];
    for (let top = open.at(-1); top; top = open.at(-1)) {
      if (top.draft.state[top.index] !== State.waiting) {
        open.pop();
        continue;
      }
      calculation.depth = 0;
      try {
        top.draft.compute(top.index);
      } catch (failure) {
        const { deferred } = calculation;
        if (failure !== DEFERRED || !deferred) throw failure;
        const isOpen = open.some((one) => one.draft === deferred.draft && one.index === deferred.index);
        if (isOpen) deferred.draft.fail(deferred.index, CYCLE);
        else open.push(deferred);
      }
    }
  }

  private compute(index: number): CellValue {
    const { calculation, cells } = this;
    if (calculation.depth >= DEEPEST) {
      calculation.deferred = { draft: this, index };
      throw DEFERRED;
    }
    const read = this.templates.read(cells.texts[cells.formula[index] ?? 0] ?? '');
    if (!read) return this.fail(index, SYNTAX);
    this.state[index] = State.running;
    calculation.depth++;
    try {
      const { row, column } = this.placeOf(index);
      const scope: Scope = {
        book: calculation.book,
        source: this.source,
        corners: read.corners,
        row,
        column,
        size: 0,
        keepHidden: false,
        metHidden: false,
      };
      const value = scalar(compiled(read.template)(scope), scope);
      return isNotComputed(value) ? this.fail(index, value) : this.keep(index, value);
    } catch (failure) {
      this.state[index] = State.waiting;
      throw failure;
    } finally {
      calculation.depth--;
    }
  }

  private fail(index: number, failure: NotComputed): CellValue {
    // What the file says, be it 0, is better than nothing.
    if (this.wanted.keepsOthers) {
      this.state[index] = State.done;
      return undefined;
    }
    this.state[index] = State.failed;
    this.failures.set(index, failure);
    return failure;
  }

  private keep(index: number, value: CellValue): undefined {
    const { kind, number, text } = this.cells;
    this.state[index] = State.done;
    this.count++;
    if (typeof value === 'string') {
      kind[index] = value === '' ? CellKind.blank : CellKind.text;
      number[index] = value === '' ? 1 : 0;
      text[index] = this.textId(value);
    } else if (isError(value)) {
      kind[index] = CellKind.error;
      text[index] = this.textId(value.error);
    } else if (typeof value === 'boolean') {
      kind[index] = CellKind.boolean;
      number[index] = value ? 1 : 0;
    } else {
      // A reference to a blank cell shows 0.
      kind[index] = CellKind.number;
      number[index] = value ?? 0;
    }
    return undefined;
  }

  private textId(text: string): number {
    if (text === '') return 0;
    let id = this.textIds.get(text);
    if (id === undefined) this.textIds.set(text, (id = this.texts.push(text) - 1));
    return id;
  }
}
