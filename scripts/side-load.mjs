import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { posix } from 'node:path';

const DEVELOPER_KEY = String.raw`HKCU\Software\Microsoft\Office\16.0\WEF\Developer`;
const MAC_FOLDER = 'Library/Containers/com.microsoft.Excel/Data/Documents/wef';

/**
 * Where Excel looks for add-ins that are being developed, as Microsoft documents it: a value of the user's registry on
 * Windows, a folder on the Mac. Elsewhere there is no Excel; `undefined` then.
 */
export function sideLoadPlace(platform, home, id) {
  if (platform === 'win32') return { kind: 'registry', key: DEVELOPER_KEY, name: id };
  if (platform === 'darwin') return { kind: 'file', path: posix.join(home, MAC_FOLDER, `${id}.manifest.xml`) };
  return undefined;
}

/** Makes the manifest known to this user's Excel. */
export function sideLoad(place, manifest) {
  if (place.kind === 'registry') {
    const { key, name } = place;
    execFileSync('reg', ['add', key, '/v', name, '/t', 'REG_SZ', '/d', manifest, '/f'], { stdio: 'ignore' });
    return;
  }
  mkdirSync(posix.dirname(place.path), { recursive: true });
  copyFileSync(manifest, place.path);
}

/** Takes it away again; that it was not there is no failure. */
export function endSideLoad(place) {
  if (place.kind === 'file') {
    rmSync(place.path, { force: true });
    return;
  }
  try {
    execFileSync('reg', ['delete', place.key, '/v', place.name, '/f'], { stdio: 'ignore' });
  } catch {
    // Somebody else took it away.
  }
}
