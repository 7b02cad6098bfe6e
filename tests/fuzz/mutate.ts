import { unzipSync, zipSync } from 'fflate';

/** A sequence of numbers that a seed tells: what was found once is found again. */
function sequence(seed: number): (below: number) => number {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return (below) => {
    // xorshift32
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % Math.max(1, below);
  };
}

/** Pieces that have broken readers before. */
const PIECES = [
  '<', '>', '"', "'", '/>', '<!--', ']]>', '<![CDATA[', '&#x0;', '&#1114112;', '-1', '1e309', '99999999999999999999', 'XFE1', 'A0', 'NaN',
  '<c r="', '</row>', '<col min="-5" max="1e9" hidden="1"/>', '<f t="shared" si="0"/>', '((((((((', '<v>', '\u0000', '\ud800',
].map((text) => new TextEncoder().encode(text)); // prettier-ignore

/** The file with something broken: a few bytes of it, or of one of the parts that it packs. */
export function mutated(bytes: Uint8Array, seed: number): Uint8Array {
  const next = sequence(seed);
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip || next(4) === 0) return broken(bytes, next);
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  for (let times = 1 + next(2); times > 0; times--) {
    const name = names[next(names.length)] ?? '';
    const part = parts[name];
    if (next(20) === 0) Reflect.deleteProperty(parts, name);
    else if (part) parts[name] = broken(part, next).slice();
  }
  return zipSync(parts, { level: 1 });
}

function broken(bytes: Uint8Array, next: (below: number) => number): Uint8Array {
  let out: Uint8Array = bytes.slice();
  for (let times = 1 + next(4); times > 0 && out.length > 0; times--) {
    const at = next(out.length);
    const length = Math.min(1 + next(200), out.length - at);
    switch (next(6)) {
      case 0:
        out[at] = next(256);
        break;
      case 1:
        out = joined(out.subarray(0, at), out.subarray(at + length));
        break;
      case 2:
        out = joined(out.subarray(0, at + length), out.subarray(at));
        break;
      case 3:
        out = out.slice(0, at);
        break;
      default:
        out = joined(out.subarray(0, at), PIECES[next(PIECES.length)] ?? out, out.subarray(at + next(3)));
    }
  }
  return out;
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}
