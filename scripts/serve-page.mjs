import { createReadStream, existsSync } from 'node:fs';
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
  /^\/(?:standalone\.html|standalone\.js|[\w-]+\.chunk\.js|engine-worker\.js|sample\.xlsx|assets\/icon-\d+\.png)$/;

/**
 * Serves the built page and one workbook on 127.0.0.1 at the next free port, and prints the address.
 * Nothing else is served and nobody else is listened to.
 */
export async function servePage(folder, workbook, firstPort = 8765) {
  const name = `/${basename(workbook)}`;
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = path === name ? workbook : SERVED.test(path) ? join(folder, path.slice(1)) : undefined;
    if (request.method !== 'GET' || file === undefined || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    createReadStream(file).pipe(response);
  });
  const port = await listen(server, firstPort);
  const url = `http://127.0.0.1:${port}/standalone.html?file=${encodeURIComponent(basename(workbook))}`;
  process.stdout.write(`独立页面 / Stand-alone page: ${url}\n按 Ctrl+C 结束 / Ctrl+C ends it\n`);
  return { server, url };
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
