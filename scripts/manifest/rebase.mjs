/** Where the manifest of the repository points: what `npm run start:excel` serves. */
export const DEVELOPMENT_BASE = 'https://localhost:3000';

/** The manifest for add-in files that lie under another address; `base` is https, a path may follow the server. */
export function rebase(manifest, base) {
  const to = baseAddress(base);
  return manifest
    .replaceAll(`<AppDomain>${DEVELOPMENT_BASE}</AppDomain>`, `<AppDomain>${new URL(to).origin}</AppDomain>`)
    .replaceAll(DEVELOPMENT_BASE, to);
}

/** Without the slash at its end; throws with a sentence where it is no such address. */
function baseAddress(base) {
  const parsed = URL.canParse(base) ? new URL(base) : undefined;
  const isPlain = parsed?.protocol === 'https:' && parsed.search === '' && parsed.hash === '' && parsed.username === '';
  if (!isPlain) throw new Error(`base "${base}" is no https address such as https://server/path`);
  return parsed.href.replace(/\/+$/, '');
}
