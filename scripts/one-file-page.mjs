import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes `gouji.html`: the stand-alone page in one file that a double click opens on a desk without
 * internet. Page and worker stand inline; the policy names the scripts by their hashes.
 */
export class OneFilePage {
  constructor(options) {
    this.options = options;
  }

  apply(compiler) {
    const { page, worker, sample, output } = this.options;
    compiler.hooks.thisCompilation.tap('OneFilePage', (compilation) => {
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'OneFilePage', stage }, (assets) => {
        const folder = compiler.options.output.path;
        const text = (name) =>
          assets[name] ? assets[name].source().toString() : readFileSync(join(folder, onDisk(name)), 'utf8');
        const bytes = assets[sample]
          ? Buffer.from(assets[sample].buffer?.() ?? assets[sample].source())
          : readFileSync(join(folder, sample));
        // What the page loads when it is needed stands before it: from file:// nothing can be loaded later.
        const later = [...compilation.chunks]
          .filter((chunk) => !chunk.canBeInitial() && isReachable(compilation, chunk, page))
          .flatMap((chunk) => [...chunk.files])
          .sort();
        // Chunks of the worker register with it once it stands: from a Blob nothing can be loaded either.
        const behind = readdirSync(folder)
          .filter((name) => name.startsWith(worker.replace(/js$/, '')) && name.endsWith('.chunk.js'))
          .sort();
        const engine = [worker, ...behind].map(text).join(';\n');
        const scripts = [...later, ...compilation.entrypoints.get(page).getEntrypointChunk().files];
        const html = onePage(scripts.map(text).join(';\n'), engine, bytes);
        // Called minimized, so that nothing is changed any more: the policy names the script by its hash.
        compilation.emitAsset(output, new compiler.webpack.sources.RawSource(html), { minimized: true });
      });
    });
  }
}

/** Scripts carry their hash behind their name, as an address. */
function onDisk(name) {
  return name.replace(/\?.*$/, '');
}

/** Whether an entry may come to load a chunk. */
function isReachable(compilation, chunk, page) {
  const entry = compilation.entrypoints.get(page);
  return entry !== undefined && [...entry.getRuntimeChunk().getAllAsyncChunks()].includes(chunk);
}

function onePage(pageScript, workerScript, sample) {
  // The worker is carried as text that no browser runs until it is made into a Blob.
  const script = inline(pageScript);
  const hash = createHash('sha256').update(script, 'utf8').digest('base64');
  const policy = `default-src 'none'; script-src 'sha256-${hash}' blob:; style-src 'unsafe-inline'; img-src data:; worker-src blob:; connect-src 'none'; object-src 'none'; base-uri 'none'`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>勾稽 Gouji</title>
<style>body { margin: 0 }</style>
</head>
<body>
<div id="root"></div>
<script type="text/plain" id="gouji-engine">${inline(workerScript)}</script>
<script type="text/plain" id="gouji-sample">${sample.toString('base64')}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** A script's own text must not end the element that carries it. */
function inline(script) {
  return script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}
