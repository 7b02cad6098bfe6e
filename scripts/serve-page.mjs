import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename, extname, join } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Of what is built, only these are served: the page and what it needs. */
const SERVED =
  /^\/(?:standalone\.html|standalone\.js|[\w.-]+\.chunk\.js|engine-worker\.js|sample\.xlsx|assets\/icon-\d+\.png)$/;

/**
 * Serves the built page and one workbook on 127.0.0.1 at the next free port, and prints the address.
 * Nothing else is served and nobody else is listened to: a page elsewhere that gives its own name to this address
 * (DNS rebinding) asks under that name and gets nothing. The workbook is what it was when it was opened.
 */
export async function servePage(folder, workbook, firstPort = 8765) {
  const name = `/${basename(workbook)}`;
  const contents = readRegularFile(workbook);
  const server = createServer((request, response) => {
    const { port } = server.address();
    const isOurs = [`127.0.0.1:${port}`, `localhost:${port}`].includes(request.headers.host);
    const path = isOurs && request.method === 'GET' ? pathOf(request.url) : undefined;
    const body = path === name ? contents : path !== undefined && SERVED.test(path) ? built(folder, path) : undefined;
    if (body === undefined) {
      response.writeHead(isOurs ? 404 : 421).end();
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    response.end(body);
  });
  server.on('clientError', (_, socket) => socket.destroy());
  const port = await listen(server, firstPort);
  const url = `http://127.0.0.1:${port}/standalone.html?file=${encodeURIComponent(basename(workbook))}`;
  process.stdout.write(`独立页面 / Stand-alone page: ${url}\n按 Ctrl+C 结束 / Ctrl+C ends it\n`);
  return { server, url };
}

/** The path that is asked for; undefined for what is no path, such as `/%` or `//`. */
function pathOf(target = '') {
  if (!target.startsWith('/') || target.startsWith('//')) return undefined;
  try {
    return decodeURIComponent(target.split(/[?#]/)[0]);
  } catch {
    return undefined;
  }
}

function built(folder, path) {
  try {
    return readRegularFile(join(folder, path.slice(1)));
  } catch {
    return undefined;
  }
}

/** The bytes of a file itself: what is opened is what is looked at, and nothing is read through a link. */
function readRegularFile(path) {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    if (!fstatSync(file).isFile()) throw new Error(`${path} is no file`);
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (error.code === 'EADDRINUSE' && port < 65535) resolve(listen(server, port + 1));
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => resolve(port));
  });
}
