import { createServer } from 'node:https';
import { answering, builtFile, listen } from './serve-built.mjs';

/** What the pane asks for, and the page for whoever has no Excel; not the command line. */
const SERVED =
  /^\/(?:(?:taskpane|standalone)\.(?:html|js)|[\w.-]+\.chunk\.js|engine-worker\.js|sample\.xlsx|assets\/icon-\d+\.png)$/;

/** Serves the built add-in over https on 127.0.0.1; the manifest names the port, so no other will do. */
export async function serveAddIn(folder, certificate, port = 3000) {
  const server = createServer(
    certificate,
    answering((path) => (SERVED.test(path) ? builtFile(folder, path) : undefined)),
  );
  return { server, port: await listen(server, port) };
}
