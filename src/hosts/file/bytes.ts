/** Little-endian reading, the order of the zip format. */
export function uint16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

export function uint32(bytes: Uint8Array, at: number): number {
  return (uint16(bytes, at) | (uint16(bytes, at + 2) << 16)) >>> 0;
}

/** A 64-bit length; beyond 2⁵³ it is no length of a real file and comes back as Infinity. */
export function uint64(bytes: Uint8Array, at: number): number {
  const high = uint32(bytes, at + 4);
  return high > 0x1fffff ? Infinity : high * 2 ** 32 + uint32(bytes, at);
}

export function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}
