import { inflateSync } from 'fflate';
import { HostError } from '../host';
import { uint16, uint32, uint64 } from './bytes';
import { LIMITS } from './limits';

/**
 * A zip archive opened by its central directory. fflate inflates; the directory is read here because
 * adding a sheet must copy every untouched entry byte for byte, which no zip library on npm offers.
 */
export interface ZipEntry {
  readonly name: string;
  /** The directory record as it stands, for copying. */
  readonly record: Uint8Array;
  /** Where the local header starts. */
  readonly offset: number;
  readonly method: number;
  readonly packedSize: number;
  readonly size: number;
}

export interface Zip {
  readonly bytes: Uint8Array;
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** Where the central directory starts: all before it is local entries. */
  readonly directoryOffset: number;
  /** How much has been unpacked so far. */
  readonly spent: { bytes: number };
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;
const RECORD = 0x02014b50;
const LOCAL = 0x04034b50;
const NEEDS_64 = 0xffffffff;

export function openZip(bytes: Uint8Array): Zip {
  if (bytes.length > LIMITS.fileBytes) throw new HostError('tooLarge');
  const end = findEnd(bytes);
  let count = uint16(bytes, end + 10);
  let offset = uint32(bytes, end + 16);
  if (count === 0xffff || offset === NEEDS_64) {
    const end64 = findEnd64(bytes, end);
    count = uint64(bytes, end64 + 32);
    offset = uint64(bytes, end64 + 48);
  }
  if (count > LIMITS.entries) throw new HostError('tooLarge');
  const entries = new Map<string, ZipEntry>();
  const lowerCase = new Set<string>();
  let at = offset;
  for (let i = 0; i < count; i++) {
    const entry = readRecord(bytes, at);
    // Two parts of one name: which one Excel takes is not for us to guess.
    if (lowerCase.has(entry.name.toLowerCase())) throw new HostError('duplicateEntry', entry.name);
    lowerCase.add(entry.name.toLowerCase());
    entries.set(entry.name, entry);
    at += entry.record.length;
  }
  return { bytes, entries, directoryOffset: offset, spent: { bytes: 0 } };
}

/** The unpacked bytes of an entry, checked for size. */
function unpack(zip: Zip, entry: ZipEntry): Uint8Array {
  if (entry.size > LIMITS.partBytes) throw new HostError('tooLarge', entry.name);
  if (entry.size > LIMITS.ratioFrom && entry.size > LIMITS.ratio * entry.packedSize)
    throw new HostError('tooLarge', entry.name);
  zip.spent.bytes += entry.size;
  if (zip.spent.bytes > LIMITS.allBytes) throw new HostError('tooLarge', entry.name);
  const start = dataStart(zip.bytes, entry);
  const packed = zip.bytes.subarray(start, start + entry.packedSize);
  if (packed.length !== entry.packedSize) throw new HostError('damaged', entry.name);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new HostError('damaged', entry.name);
  try {
    // One spare byte: a stream that holds more than it declares shows itself by filling it.
    const out = inflateSync(packed, { out: new Uint8Array(entry.size + 1) });
    if (out.length !== entry.size) throw new HostError('damaged', entry.name);
    return out;
  } catch (cause) {
    if (cause instanceof HostError) throw cause;
    throw new HostError('damaged', entry.name, { cause });
  }
}

/** All entries, each checked for what it holds. */
export function unpackAll(zip: Zip): ReadonlyMap<string, Uint8Array> {
  return new Map([...zip.entries.values()].map((entry) => [entry.name, unpack(zip, entry)]));
}

/** A text part, or undefined when the archive has none of that name. */
export function textPart(zip: Zip, name: string): string | undefined {
  const entry = entryOf(zip, name);
  if (!entry) return undefined;
  const bytes = unpack(zip, entry);
  return new TextDecoder(wideByMark(bytes) ?? 'utf-8').decode(bytes);
}

/** A text part in UTF-8, whatever it is written in. */
export function bytesPart(zip: Zip, name: string): Uint8Array | undefined {
  const entry = entryOf(zip, name);
  const bytes = entry && unpack(zip, entry);
  const wide = bytes && wideByMark(bytes);
  return wide === undefined ? bytes : new TextEncoder().encode(new TextDecoder(wide).decode(bytes));
}

function wideByMark([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

function entryOf(zip: Zip, name: string): ZipEntry | undefined {
  return zip.entries.get(name) ?? caseless(zip, name);
}

/** Part names are compared without regard to case (ECMA-376 part 2, 6.2.2.3). */
function caseless(zip: Zip, name: string): ZipEntry | undefined {
  const wanted = name.toLowerCase();
  for (const entry of zip.entries.values()) if (entry.name.toLowerCase() === wanted) return entry;
  return undefined;
}

/** Where the next local entry, or the directory, begins: header, name, extra, data, descriptor. */
export function entryEnd(zip: Zip, entry: ZipEntry): number {
  let end = zip.directoryOffset;
  for (const other of zip.entries.values()) {
    if (other.offset > entry.offset && other.offset < end) end = other.offset;
  }
  return end;
}

function dataStart(bytes: Uint8Array, entry: ZipEntry): number {
  if (uint32(bytes, entry.offset) !== LOCAL) throw new HostError('damaged', entry.name);
  return entry.offset + 30 + uint16(bytes, entry.offset + 26) + uint16(bytes, entry.offset + 28);
}

function findEnd(bytes: Uint8Array): number {
  const lowest = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= lowest; at--) if (uint32(bytes, at) === END) return at;
  throw new HostError('damaged');
}

function findEnd64(bytes: Uint8Array, end: number): number {
  const at = uint32(bytes, end - 20) === END_64_LOCATOR ? uint64(bytes, end - 12) : -1;
  if (at < 0 || at > bytes.length - 56 || uint32(bytes, at) !== END_64) throw new HostError('damaged');
  return at;
}

function readRecord(bytes: Uint8Array, at: number): ZipEntry {
  if (at + 46 > bytes.length || uint32(bytes, at) !== RECORD) throw new HostError('damaged');
  const nameLength = uint16(bytes, at + 28);
  const extraLength = uint16(bytes, at + 30);
  const length = 46 + nameLength + extraLength + uint16(bytes, at + 32);
  const record = bytes.subarray(at, at + length);
  if (record.length !== length) throw new HostError('damaged');
  if ((uint16(bytes, at + 8) & 1) === 1) throw new HostError('encrypted');
  const wide = wideFields(record, nameLength, extraLength);
  const name = new TextDecoder().decode(record.subarray(46, 46 + nameLength)).replaceAll('\\', '/');
  return {
    name: name.startsWith('/') ? name.slice(1) : name,
    record,
    method: uint16(bytes, at + 10),
    packedSize: wide.packedSize,
    size: wide.size,
    offset: wide.offset,
  };
}

/** Sizes of a record; a zip64 extra field holds those that are marked as not fitting, in this order. */
function wideFields(record: Uint8Array, nameLength: number, extraLength: number) {
  const fields = { size: uint32(record, 24), packedSize: uint32(record, 20), offset: uint32(record, 42) };
  const last = 46 + nameLength + extraLength;
  for (let at = 46 + nameLength; at + 4 <= last; at += 4 + uint16(record, at + 2)) {
    if (uint16(record, at) !== 1) continue;
    let value = at + 4;
    for (const field of ['size', 'packedSize', 'offset'] as const) {
      if (fields[field] !== NEEDS_64) continue;
      fields[field] = uint64(record, value);
      value += 8;
    }
  }
  return fields;
}
