import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes that a page may load before it stands, gzipped; what is needed later is loaded later. */
export const FIRST_LOAD_LIMIT = 260 * 1024;

export const PAGES = ['taskpane', 'standalone'];

/** What a page loads first: itself and the scripts that it names, gzipped one by one as a server would. */
export function firstLoad(dist, page) {
  const html = readFileSync(join(dist, `${page}.html`), 'utf8');
  // Without the hash behind it, which is no part of the file's name; addresses elsewhere have a colon.
  const scripts = [...html.matchAll(/<script[^>]*?\ssrc="?([^\s"?:>]+)/g)].map(([, src]) => src);
  return [`${page}.html`, ...scripts]
    .filter((name) => existsSync(join(dist, name)))
    .map((name) => ({ name, bytes: gzipSync(readFileSync(join(dist, name)), { level: 9 }).length }));
}
