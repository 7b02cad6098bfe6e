import { deflateSync } from 'fflate';
import { HostError } from '../host';
import { concat, uint16, uint32 } from './bytes';
import { entryEnd, type Zip, type ZipEntry } from './zip';

/** Parts to be replaced or added, by name. */
export type NewParts = ReadonlyMap<string, Uint8Array>;

/**
 * A copy of the archive with some parts replaced or added, and those that are `gone` left out. Every other entry is copied raw, header,
 * data and descriptor, so that nothing of the user's file is packed again or lost.
 */
export function writeZip(zip: Zip, parts: NewParts, gone: ReadonlySet<string> = new Set()): Uint8Array {
  const chunks: Uint8Array[] = [];
  const records: Uint8Array[] = [];
  let at = 0;
  const put = (chunk: Uint8Array) => {
    chunks.push(chunk);
    at += chunk.length;
  };
  for (const entry of [...zip.entries.values()].sort((a, b) => a.offset - b.offset)) {
    if (parts.has(entry.name) || gone.has(entry.name)) continue;
    records.push(movedRecord(entry, at));
    put(zip.bytes.subarray(entry.offset, entryEnd(zip, entry)));
  }
  for (const [name, content] of parts) {
    const { header, data, record } = packed(name, content, at);
    records.push(record);
    put(header);
    put(data);
  }
  const directoryOffset = at;
  for (const record of records) put(record);
  if (at > 0xfffffffe || records.length > 0xfffe) throw new HostError('tooLarge');
  put(endRecord(records.length, at - directoryOffset, directoryOffset));
  return concat(chunks);
}

/** The directory record of a copied entry with its new offset, also where zip64 keeps it. */
function movedRecord(entry: ZipEntry, offset: number): Uint8Array {
  // Not `slice`: of a Node Buffer that would be a window onto the file itself.
  const record = new Uint8Array(entry.record);
  const view = new DataView(record.buffer);
  if (uint32(record, 42) !== 0xffffffff) {
    view.setUint32(42, offset, true);
    return record;
  }
  const nameLength = uint16(record, 28);
  const last = 46 + nameLength + uint16(record, 30);
  for (let at = 46 + nameLength; at + 4 <= last; at += 4 + uint16(record, at + 2)) {
    if (uint16(record, at) !== 1) continue;
    const before = (uint32(record, 24) === 0xffffffff ? 8 : 0) + (uint32(record, 20) === 0xffffffff ? 8 : 0);
    view.setUint32(at + 4 + before, offset, true);
    view.setUint32(at + 8 + before, 0, true);
  }
  return record;
}

function packed(name: string, content: Uint8Array, offset: number) {
  const nameBytes = new TextEncoder().encode(name);
  const data = deflateSync(content, { level: 6 });
  const crc = crc32(content);
  const header = new Uint8Array(30 + nameBytes.length);
  const record = new Uint8Array(46 + nameBytes.length);
  const fields = (bytes: Uint8Array, start: number) => {
    const view = new DataView(bytes.buffer);
    view.setUint16(start, 20, true);
    view.setUint16(start + 2, 0x0800, true); // the name is UTF-8
    view.setUint16(start + 4, 8, true);
    view.setUint16(start + 6, 0, true);
    view.setUint16(start + 8, 0x21, true); // 1980-01-01: no clock is read
    view.setUint32(start + 10, crc, true);
    view.setUint32(start + 14, data.length, true);
    view.setUint32(start + 18, content.length, true);
    view.setUint16(start + 22, nameBytes.length, true);
    return view;
  };
  fields(header, 4).setUint32(0, 0x04034b50, true);
  header.set(nameBytes, 30);
  const view = fields(record, 6);
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, 20, true);
  view.setUint32(42, offset, true);
  record.set(nameBytes, 46);
  return { header, data, record };
}

function endRecord(count: number, size: number, offset: number): Uint8Array {
  const bytes = new Uint8Array(22);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  return bytes;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
