import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { bin, ensureInstalled, root } from './ensure-installed.mjs';
import { serveAddIn } from './serve-add-in.mjs';
import { endSideLoad, sideLoad, sideLoadPlace } from './side-load.mjs';

/**
 * npm run start:excel: build, make a certificate for localhost that this machine trusts, serve the add-in over https
 * and make it known to Excel; Ctrl+C ends all of it but the certificate (docs/deploy.md says how that goes).
 * --no-side-load leaves Excel alone, --no-build serves what is built.
 */
const args = process.argv.slice(2);
const say = (sentence) => process.stderr.write(`${sentence}\n`);

ensureInstalled();
if (!args.includes('--no-build')) {
  say('正在构建… / Building…');
  const options = { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' };
  execFileSync(bin('webpack'), ['--mode', 'production'], options);
}

const manifest = join(root, 'dist/manifest.xml');
const id = /<Id>([^<]+)<\/Id>/.exec(readFileSync(manifest, 'utf8'))?.[1];
const place = args.includes('--no-side-load') ? undefined : sideLoadPlace(process.platform, homedir(), id);

try {
  const { getHttpsServerOptions } = await import('office-addin-dev-certs');
  const { server, port } = await serveAddIn(join(root, 'dist'), await getHttpsServerOptions());
  say(`https://localhost:${port}/taskpane.html`);
  if (place) {
    sideLoad(place, manifest);
    say('请打开 Excel：开始 › 加载项 › 勾稽。 / Open Excel: Home › Add-ins › Gouji.');
  } else {
    say(`网页版 Excel：上传 ${manifest} / Excel on the web: upload that manifest.`);
  }
  say('按 Ctrl+C 结束 / Ctrl+C ends it');
  process.once('SIGINT', () => {
    if (place) endSideLoad(place);
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
} catch (error) {
  say(reason(error));
  process.exit(2);
}

function reason(error) {
  if (error.code === 'EADDRINUSE')
    return '端口 3000 已被占用，请先结束占用它的程序。 / Port 3000 is in use: end the program that has it.';
  return `未能建立本机的 https：${error.message}\n证书由 office-addin-dev-certs 生成，安装时需要您确认信任。 / The certificate could not be installed; the system asks whether to trust it.`;
}
