import { type Piece, writtenReference } from './reference';

/**
 * Whether two formulas say the same in another order: `E7*C7` and `C7*E7`, with and without brackets
 * around the whole, with a sign before it, one number in place of another.
 */
export function saysTheSame(a: readonly Piece[], b: readonly Piece[]): boolean {
  // Which sign a rate has is the choice of who wrote it: an increase of what is negative.
  const [p, q] = [canonical(withoutMinus(a)), canonical(withoutMinus(b))];
  return p === q || isLike(a, b);
}

function withoutMinus(pieces: readonly Piece[]): readonly Piece[] {
  const [first] = pieces;
  return first && 'text' in first && first.text === '-' ? pieces.slice(1) : pieces;
}

/** Terms and factors in one order; undefined parts stay as they are written. */
function canonical(pieces: readonly Piece[]): string {
  const plain = withoutBrackets(pieces);
  const isChainOf = (sign: string) =>
    plain.length % 2 === 1 &&
    plain.every((piece, k) => (k % 2 === 0 ? 'reference' in piece : 'text' in piece && piece.text === sign));
  const written = plain.map((piece) => ('text' in piece ? piece.text : writtenReference(piece.reference)));
  for (const sign of ['*', '+'])
    if (isChainOf(sign))
      return written
        .filter((_, k) => k % 2 === 0)
        .sort()
        .join(sign);
  return written.join('');
}

function withoutBrackets(pieces: readonly Piece[]): readonly Piece[] {
  const [first] = pieces;
  if (!(first && 'text' in first && first.text === '(')) return pieces;
  let depth = 0;
  for (const [k, piece] of pieces.entries()) {
    if (!('text' in piece)) continue;
    depth += piece.text === '(' ? 1 : piece.text === ')' ? -1 : 0;
    if (depth === 0) return k === pieces.length - 1 ? withoutBrackets(pieces.slice(1, -1)) : pieces;
  }
  return pieces;
}

/** Alike but for a number: a rate, a number of months of its own. */
function isLike(a: readonly Piece[], b: readonly Piece[]): boolean {
  return (
    a.length === b.length &&
    a.every((piece, k) => {
      const other = b[k];
      if (!other) return false;
      if ('text' in piece && 'text' in other)
        return piece.text === other.text || (isNumber(piece.text) && isNumber(other.text));
      if ('text' in piece || 'text' in other) return false;
      return writtenReference(piece.reference) === writtenReference(other.reference);
    })
  );
}

function isNumber(text: string): boolean {
  return /^[-+]?[\d.]/.test(text);
}
