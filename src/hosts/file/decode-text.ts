import type { TextDialect } from '../../core/grid/sheet';

/**
 * By its mark; else UTF-16 where every other byte is nothing; UTF-8 where it is valid UTF-8, also when its end was
 * cut in the middle of a character; else GB18030: what Chinese Excel and treasury systems export.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextDialect['encoding'] } {
  const decode = (encoding: TextDialect['encoding'], from = bytes) => ({
    text: new TextDecoder(encoding).decode(from),
    encoding,
  });
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be');
  const wide = wideEncoding(bytes);
  if (wide) return decode(wide);
  if (isUtf8(bytes)) return decode('utf-8');
  for (let cut = 1; cut <= LONGEST_CUT && cut < bytes.length; cut++) {
    const whole = bytes.subarray(0, bytes.length - cut);
    if (isUtf8(whole) && isStartOfCharacter(bytes.subarray(bytes.length - cut))) return decode('utf-8', whole);
  }
  return decode('gb18030');
}

/** UTF-16 without a mark: every other byte is nothing. */
export function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const zeros = zerosAtEvenAndOdd(bytes);
  if (zeros.odd > WIDE && zeros.even < NARROW) return 'utf-16le';
  return zeros.even > WIDE && zeros.odd < NARROW ? 'utf-16be' : undefined;
}

/** The longest start of a character of UTF-8 that is none yet. */
const LONGEST_CUT = 3;
/** Share of zeros in the high bytes of UTF-16: figures and separators have one each. */
const WIDE = 0.3;
const NARROW = 0.01;
const LOOKED_AT = 4096;

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function isStartOfCharacter([lead = 0, ...rest]: Uint8Array): boolean {
  return lead >= 0xc2 && lead <= 0xf4 && rest.every((byte) => byte >= 0x80 && byte < 0xc0);
}

function zerosAtEvenAndOdd(bytes: Uint8Array): { even: number; odd: number } {
  const head = bytes.subarray(0, LOOKED_AT);
  const count = [0, 0];
  head.forEach((byte, i) => {
    if (byte === 0) count[i % 2] = (count[i % 2] ?? 0) + 1;
  });
  const half = Math.max(1, head.length / 2);
  return { even: (count[0] ?? 0) / half, odd: (count[1] ?? 0) / half };
}
