import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { checkServerIdentity, type PeerCertificate } from 'node:tls';
import { join } from 'node:path';
import { endSideLoad, sideLoad, sideLoadPlace } from '../../scripts/side-load.mjs';

const ID = 'd77d520e-9ca6-41a7-b69d-6f35b6d7504b';

let folder: string;
let server: ChildProcess;
let port: number;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-add-in-'));
  writeFileSync(join(folder, 'taskpane.html'), 'the pane');
  writeFileSync(join(folder, 'cli.cjs'), 'not for Excel');
  const module = join(__dirname, '../../scripts/serve-add-in.mjs');
  const [ca, cert, key] = ['ca.crt', 'localhost.crt', 'localhost.key'].map((name) => join(folder, name));
  // The kept package writes a certificate; only `start:excel` has the machine trust it.
  server = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `import { readFileSync } from 'node:fs';
    import certs from 'office-addin-dev-certs';
    const { serveAddIn } = await import(${JSON.stringify(module)});
    console.log = () => undefined;
    const files = ${JSON.stringify([ca, cert, key])};
    await certs.generateCertificates(...files);
    const [, cert, key] = files.map((file) => readFileSync(file));
    const { port } = await serveAddIn(${JSON.stringify(folder)}, { cert, key }, 0);
    process.stdout.write(String(port));`,
  ]);
  server.stderr?.pipe(process.stderr);
  port = await new Promise((resolve) => server.stdout?.once('data', (text: Buffer) => resolve(Number(text))));
});
afterAll(() => {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
});

function ask(path: string, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  const ca = readFileSync(join(folder, 'ca.crt'));
  // The certificate is right for localhost whatever name a request gives itself.
  const anyHost = {
    checkServerIdentity: (_: string, certificate: PeerCertificate) => checkServerIdentity('localhost', certificate),
  };
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: 'localhost', servername: 'localhost', port, path, ca, headers, ...anyHost },
      (response) => {
        let text = String(response.statusCode);
        response.on('data', (part: Buffer) => (text += ` ${part.toString()}`)).on('end', () => resolve(text));
      },
    );
    asked.on('error', reject).end();
  });
}

test('whoever trusts the certificate gets the pane over https, and nothing that is not the pane', async () => {
  expect(await ask('/taskpane.html?et=')).toBe('200 the pane');
  expect(await ask('/cli.cjs')).toBe('404');
  expect(await ask('/localhost.key')).toBe('404');
  expect(await ask('/taskpane.html', { host: 'elsewhere.example' })).toBe('421');
});

test('on the Mac the manifest lies where Excel looks, until it ends', () => {
  const place = sideLoadPlace('darwin', folder, ID);
  const path = join(folder, `Library/Containers/com.microsoft.Excel/Data/Documents/wef/${ID}.manifest.xml`);
  expect(place).toEqual({ kind: 'file', path });
  if (!place) return;
  sideLoad(place, join(folder, 'taskpane.html'));
  expect(readFileSync(path, 'utf8')).toBe('the pane');
  endSideLoad(place);
  expect(existsSync(path)).toBe(false);
  expect(() => endSideLoad(place)).not.toThrow();
});

test('on Windows it is a value of the user alone; without Excel there is no place', () => {
  expect(sideLoadPlace('win32', 'C:\\Users\\k', ID)).toEqual({
    kind: 'registry',
    key: 'HKCU\\Software\\Microsoft\\Office\\16.0\\WEF\\Developer',
    name: ID,
  });
  expect(sideLoadPlace('linux', '/home/k', ID)).toBeUndefined();
});
