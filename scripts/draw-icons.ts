/** Draws assets/icon-*.png: a ledger with a tick. No dependency: a PNG is a few chunks around zlib. */
import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [red: number, green: number, blue: number, alpha: number];
type Point = readonly [x: number, y: number];

const SIZES = [16, 32, 64, 80];
const SAMPLES = 4;
const PAPER: Colour = [15, 108, 92, 255];
const RULE: Colour = [126, 190, 178, 255];
const TICK: Colour = [255, 255, 255, 255];
const NOTHING: Colour = [0, 0, 0, 0];
const RULES = [0.3, 0.5, 0.7];
const STROKE: readonly Point[] = [
  [0.25, 0.53],
  [0.44, 0.72],
  [0.78, 0.28],
];

/** The colour at a point of the unit square. */
function colourAt(x: number, y: number): Colour {
  const corner = 0.16;
  const [dx, dy] = [Math.max(Math.abs(x - 0.5) - 0.46 + corner, 0), Math.max(Math.abs(y - 0.5) - 0.46 + corner, 0)];
  if (Math.hypot(dx, dy) > corner) return NOTHING;
  for (let i = 1; i < STROKE.length; i++) {
    const [from, to] = [STROKE[i - 1], STROKE[i]];
    if (from && to && distance([x, y], from, to) < 0.075) return TICK;
  }
  return RULES.some((rule) => Math.abs(y - rule) < 0.022) && x > 0.16 && x < 0.84 ? RULE : PAPER;
}

function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [ux, uy] = [bx - ax, by - ay];
  const t = Math.min(1, Math.max(0, ((x - ax) * ux + (y - ay) * uy) / (ux * ux + uy * uy)));
  return Math.hypot(x - ax - t * ux, y - ay - t * uy);
}

/** The mean of some samples of a pixel, weighted by how solid they are. */
function pixel(px: number, py: number, size: number): number[] {
  const sum = [0, 0, 0, 0];
  for (let i = 0; i < SAMPLES * SAMPLES; i++) {
    const x = (px + ((i % SAMPLES) + 0.5) / SAMPLES) / size;
    const y = (py + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES) / size;
    const [red, green, blue, alpha] = colourAt(x, y);
    [red * alpha, green * alpha, blue * alpha, alpha].forEach((part, k) => (sum[k] = (sum[k] ?? 0) + part));
  }
  const [red = 0, green = 0, blue = 0, alpha = 0] = sum;
  if (alpha === 0) return [0, 0, 0, 0];
  return [...[red, green, blue].map((part) => Math.round(part / alpha)), Math.round(alpha / (SAMPLES * SAMPLES))];
}

function png(size: number): Buffer {
  const rows = Array.from({ length: size }, (_, y) => [
    0,
    ...Array.from({ length: size }, (__, x) => pixel(x, y, size)).flat(),
  ]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // 8 bits a channel, red green blue alpha.
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

for (const size of SIZES) writeFileSync(new URL(`../assets/icon-${size}.png`, import.meta.url), png(size));
