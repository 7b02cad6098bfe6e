import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * Answers with what `find` gives for a path, and with nothing else. A page elsewhere that gives its own name to this
 * address (DNS rebinding) asks under that name and gets nothing.
 */
export function answering(find) {
  return (request, response) => {
    const { localPort } = request.socket;
    const isOurs = [`127.0.0.1:${localPort}`, `localhost:${localPort}`].includes(request.headers.host);
    const path = isOurs && request.method === 'GET' ? pathOf(request.url) : undefined;
    const body = path === undefined ? undefined : find(path);
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
  };
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

/** A file of a folder as it is now; undefined when there is none. */
export function builtFile(folder, path) {
  try {
    return readRegularFile(join(folder, path.slice(1)));
  } catch {
    return undefined;
  }
}

/** The bytes of a file itself: what is opened is what is looked at, and nothing is read through a link. */
export function readRegularFile(path) {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    if (!fstatSync(file).isFile()) throw new Error(`${path} is no file`);
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

/** Listens to this machine alone, at the first free port of some; gives the port. */
export function listen(server, port, last = port) {
  server.on('clientError', (_, socket) => socket.destroy());
  const at = (wanted) =>
    new Promise((resolve, reject) => {
      server.once('error', (error) => {
        if (error.code === 'EADDRINUSE' && wanted < last) resolve(at(wanted + 1));
        else reject(error);
      });
      server.listen(wanted, '127.0.0.1', () => resolve(server.address().port));
    });
  return at(port);
}
