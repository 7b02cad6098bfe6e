import { createServer } from 'node:http';
import { basename } from 'node:path';
import { answering, builtFile, listen, readRegularFile } from './serve-built.mjs';

/** Of what is built, only these are served: the page and what it needs. */
const SERVED =
  /^\/(?:standalone\.html|standalone\.js|[\w.-]+\.chunk\.js|engine-worker\.js|sample\.xlsx|assets\/icon-\d+\.png)$/;

/**
 * Serves the built page and one workbook on 127.0.0.1 at the next free port, and prints the address.
 * The workbook is what it was when it was opened.
 */
export async function servePage(folder, workbook, firstPort = 8765) {
  const name = `/${basename(workbook)}`;
  const contents = readRegularFile(workbook);
  const server = createServer(
    answering((path) => (path === name ? contents : SERVED.test(path) ? builtFile(folder, path) : undefined)),
  );
  const port = await listen(server, firstPort, 65535);
  const url = `http://127.0.0.1:${port}/standalone.html?file=${encodeURIComponent(basename(workbook))}`;
  process.stdout.write(`独立页面 / Stand-alone page: ${url}\n按 Ctrl+C 结束 / Ctrl+C ends it\n`);
  return { server, url };
}
