import type { Rect } from '../../grid/address';
import type { NoResult } from '../../grid/computed';
import type { CellError, CellValue } from '../../grid/value';
import { ExactSum, ownDecimals, powerOfTen } from '../../numbers/decimal';
import { type Template, templateOf } from '../template';
import { piecesOf } from '../reference';
import { functionNamed } from './functions';
import { type Run, scalar, type Scope, sized } from './scope';
import { Area } from './source';
import { compare, ERROR, isError, Matrix, notComputed, toNumber, toText, type Value, ValueMatrix } from './value';

const READY = new WeakMap<Template, Run>();

/** The formula of all copies of a template; read once. */
export function compiled(template: Template): Run {
  let run = READY.get(template);
  if (!run) READY.set(template, (run = new Parser(template.pieces).whole()));
  return run;
}

/** A range of so many cells an operation may make values of. */
const LARGEST_OPERATION = 200_000;
/** Names stand for names; so deep none is. */
const DEEPEST_NAME = 20;

type Pieces = Template['pieces'];
type Slot = Exclude<Pieces[number], { readonly text: string }>;

function failing(why: NoResult): Run {
  const failure = notComputed(why);
  return () => failure;
}

/** Thrown and caught within this file: the formula is not written as formulas are read here. */
const UNREADABLE = new Error('unreadable');

/** Binary operators, loosest first. */
const OPERATORS: readonly (readonly string[])[] = [
  ['=', '<>', '<', '>', '<=', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];

class Parser {
  private at = 0;

  constructor(private readonly pieces: Pieces) {}

  whole(): Run {
    try {
      const run = this.operation(0);
      return this.at < this.pieces.length ? failing({ kind: 'syntax' }) : run;
    } catch (failure) {
      if (failure === UNREADABLE) return failing({ kind: 'syntax' });
      throw failure;
    }
  }

  private peek(): string | undefined {
    const piece = this.pieces[this.at];
    return piece && 'text' in piece ? piece.text : undefined;
  }

  private take(text: string): boolean {
    if (this.peek() !== text) return false;
    this.at++;
    return true;
  }

  private expect(text: string): void {
    if (!this.take(text)) throw UNREADABLE;
  }

  private operation(level: number): Run {
    const operators = OPERATORS[level];
    if (!operators) return this.signed();
    let left = this.operation(level + 1);
    for (;;) {
      const operator = this.peek();
      if (operator === undefined || !operators.includes(operator)) return left;
      this.at++;
      left = binary(operator, left, this.operation(level + 1));
    }
  }

  private signed(): Run {
    if (this.take('-')) {
      const inner = this.signed();
      return unary(inner, (x) => -x);
    }
    // A plus sign leaves a text a text; so does the mark of implicit intersection.
    if (this.take('+') || this.take('@')) return this.signed();
    let inner = this.primary();
    while (this.take('%')) inner = unary(inner, (x) => x / 100);
    return inner;
  }

  private primary(): Run {
    const piece = this.pieces[this.at++];
    if (!piece) throw UNREADABLE;
    if (!('text' in piece)) return reference(piece);
    const { text } = piece;
    if (text === '(') {
      const inner = this.operation(0);
      this.expect(')');
      return inner;
    }
    if (text === '{') return this.array();
    if (this.take('(')) return this.call(text);
    const value = literal(text);
    if (value !== undefined) return () => value;
    if (text.includes('[')) return failing({ kind: 'table', name: text });
    if (/^[-+*/^&=<>,;:)}#]/.test(text)) throw UNREADABLE;
    return named(text);
  }

  private call(written: string): Run {
    const name = written.replace(/^_xlfn\.(_xlws\.)?/i, '').toUpperCase();
    const args: Run[] = [];
    if (!this.take(')')) {
      do args.push(this.peek() === ',' || this.peek() === ')' ? () => undefined : this.operation(0));
      while (this.take(','));
      this.expect(')');
    }
    return functionNamed(name)?.(args) ?? failing({ kind: 'function', name });
  }

  private array(): Run {
    const items: CellValue[] = [];
    let [height, width] = [1, 0];
    for (;;) {
      items.push(this.constant());
      if (height === 1) width++;
      if (this.take(',')) continue;
      if (!this.take(';')) break;
      height++;
    }
    this.expect('}');
    const matrix = new ValueMatrix(height, width, items);
    return () => matrix;
  }

  private constant(): CellValue {
    const sign = this.take('-') ? -1 : 1;
    const text = this.peek();
    const value = text === undefined ? undefined : literal(text);
    if (value === undefined) throw UNREADABLE;
    this.at++;
    return typeof value === 'number' ? sign * value : value;
  }
}

/** The constant that a piece is. */
function literal(text: string): CellValue {
  if (text.startsWith('"')) return text.slice(1, -1).replaceAll('""', '"');
  if (/^[-+]?[\d.]/.test(text)) return Number(text);
  if (/^(TRUE|FALSE)$/i.test(text)) return text.toUpperCase() === 'TRUE';
  return /^#./.test(text) ? { error: text } : undefined;
}

function reference({ sheet, first, last }: Slot): Run {
  const isSingle = first === last;
  const elsewhere = sheet === undefined ? undefined : notComputed({ kind: 'sheet', name: sheet });
  return (scope) => {
    const { corners } = scope;
    const source = sheet === undefined ? scope.source : scope.book.source(sheet);
    if (!source) return elsewhere;
    const [row, column] = [corners[2 * first] ?? 0, corners[2 * first + 1] ?? 0];
    if (isSingle) return new Area(source, { top: row, left: column, bottom: row, right: column });
    return new Area(source, rectOf(row, column, corners[2 * last] ?? 0, corners[2 * last + 1] ?? 0));
  };
}

function rectOf(row: number, column: number, otherRow: number, otherColumn: number): Rect {
  return {
    top: Math.min(row, otherRow),
    left: Math.min(column, otherColumn),
    bottom: Math.max(row, otherRow),
    right: Math.max(column, otherColumn),
  };
}

let depth = 0;

function named(name: string): Run {
  const unknown = notComputed({ kind: 'name', name });
  const known = new Map<string, Run>();
  return (scope) => {
    const meaning = scope.book.meaningOf(name, scope.source.sheet.name);
    if (meaning === undefined || depth > DEEPEST_NAME) return unknown;
    const pieces = piecesOf(meaning);
    if (!pieces) return unknown;
    const { template, corners } = templateOf(pieces);
    let run = known.get(meaning);
    if (!run) known.set(meaning, (run = new Parser(template.pieces).whole()));
    depth++;
    try {
      return run({ ...scope, corners });
    } finally {
      depth--;
    }
  };
}

function isLarge(value: Value): value is Matrix {
  return value instanceof Matrix && (value.height > 1 || value.width > 1);
}

function unary(inner: Run, apply: (x: number) => number): Run {
  const one = (value: CellValue, scope: Scope): CellValue => {
    const x = toNumber(value);
    return typeof x === 'number' ? sized(apply(x), scope) : x;
  };
  return (scope) => {
    const value = inner(scope);
    if (!isLarge(value)) return one(scalar(value, scope), scope);
    return mapped(value, value, scope, (x) => one(x, scope));
  };
}

function binary(operator: string, left: Run, right: Run): Run {
  const apply = operationOf(operator);
  return (scope) => {
    const a = left(scope);
    const b = right(scope);
    if (isLarge(a) || isLarge(b)) return mapped(a, b, scope, (x, y) => apply(x, y, scope));
    return apply(scalar(a, scope), scalar(b, scope), scope);
  };
}

/** Cell by cell; what is one row high, one column wide or a single value stands for all. */
function mapped(a: Value, b: Value, scope: Scope, apply: (x: CellValue, y: CellValue) => CellValue): Value {
  const [p, q] = [a, b].map((value) => (value instanceof Matrix ? value : new ValueMatrix(1, 1, [value])));
  if (!p || !q) return ERROR.value;
  const height = Math.max(p.height, q.height);
  const width = Math.max(p.width, q.width);
  if (height * width > LARGEST_OPERATION || !scope.book.spend(height * width)) return notComputed({ kind: 'effort' });
  const at = (m: Matrix, row: number, column: number): CellValue =>
    m.at(m.height === 1 ? 0 : row, m.width === 1 ? 0 : column);
  const items: CellValue[] = [];
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) items.push(apply(at(p, row, column), at(q, row, column)));
  return new ValueMatrix(height, width, items);
}

type Operation = (a: CellValue, b: CellValue, scope: Scope) => CellValue;

function operationOf(operator: string): Operation {
  switch (operator) {
    case '+':
      return arithmetic(exactly);
    case '-':
      return arithmetic((x, y) => exactly(x, -y));
    case '*':
      return arithmetic((x, y) => x * y);
    case '/':
      return arithmetic((x, y) => (y === 0 ? ERROR.div : x / y));
    case '^':
      return arithmetic((x, y) => x ** y);
    case '&':
      return (a, b) => {
        const [left, right] = [toText(a), toText(b)];
        return typeof left !== 'string' ? left : typeof right !== 'string' ? right : left + right;
      };
    default:
      return comparison(operator);
  }
}

function arithmetic(apply: (x: number, y: number) => number | CellError): Operation {
  return (a, b, scope) => {
    const x = toNumber(a);
    if (typeof x !== 'number') return x;
    const y = toNumber(b);
    if (typeof y !== 'number') return y;
    if (Math.abs(x) > scope.size) scope.size = Math.abs(x);
    if (Math.abs(y) > scope.size) scope.size = Math.abs(y);
    const result = apply(x, y);
    return typeof result === 'number' ? sized(result, scope) : result;
  };
}

/** The sum of two numbers as decimals. */
function exactly(x: number, y: number): number {
  const decimals = Math.max(ownDecimals(x), ownDecimals(y));
  const power = powerOfTen(decimals);
  const total = Math.round(x * power) + Math.round(y * power);
  if (decimals <= 6 && Number.isSafeInteger(total)) return total / power;
  const sum = new ExactSum();
  sum.add(x);
  sum.add(y);
  return sum.value;
}

function comparison(operator: string): Operation {
  const holds: Readonly<Record<string, (order: number) => boolean>> = {
    '=': (order) => order === 0,
    '<>': (order) => order !== 0,
    '<': (order) => order < 0,
    '>': (order) => order > 0,
    '<=': (order) => order <= 0,
    '>=': (order) => order >= 0,
  };
  const test = holds[operator] ?? (() => false);
  return (a, b) => (isError(a) ? a : isError(b) ? b : test(compare(a, b)));
}
