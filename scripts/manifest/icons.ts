import { all, at, type Element, type Problem } from './document';

/** A file named by the manifest, as far as its size in pixels. */
export interface IconFile {
  readonly width: number;
  readonly height: number;
}

const SIZES = [16, 32, 80];

/** Every command has its icons in the three sizes that Office demands, and the files are that large. */
export function* checkIcons(root: Element, readAsset: (path: string) => IconFile | undefined): Generator<Problem> {
  const addresses = new Map<string, string>();
  for (const image of all(root, 'Image')) {
    if (image.attributes.id !== undefined) addresses.set(image.attributes.id, image.attributes.DefaultValue ?? '');
  }
  const expected = new Map<string, readonly [address: string, size: number]>();
  const expect = (address: string, size: number): void => void expected.set(`${address} ${size}`, [address, size]);
  for (const icon of all(root, 'Icon')) {
    const sizes = icon.children.map((image) => Number(image.attributes.size));
    for (const size of SIZES) {
      if (!sizes.includes(size)) yield { line: icon.line, sentence: `<Icon> has no image of size ${size}.` };
    }
    for (const { attributes } of icon.children) {
      const address = addresses.get(attributes.resid ?? '');
      if (address !== undefined) expect(address, Number(attributes.size));
    }
  }
  for (const [name, size] of [
    ['IconUrl', 32],
    ['HighResolutionIconUrl', 64],
  ] as const) {
    const address = at(root, name)?.attributes.DefaultValue;
    if (address !== undefined) expect(address, size);
  }
  // Files lie beside the page, whatever path of a server that is.
  const page = at(root, 'DefaultSettings', 'SourceLocation')?.attributes.DefaultValue ?? '';
  const folder = page.slice(0, page.lastIndexOf('/') + 1);
  for (const [address, size] of expected.values()) {
    const path = address.startsWith(folder) ? address.slice(folder.length) : address;
    const file = readAsset(path);
    if (!file) yield { line: root.line, sentence: `The icon ${path} does not exist.` };
    else if (file.width !== size || file.height !== size) {
      yield {
        line: root.line,
        sentence: `The icon ${path} is ${file.width} × ${file.height}; it must be ${size} × ${size}.`,
      };
    }
  }
}

/** Width and height from the header of a PNG; undefined for anything else. */
export function pngSize(bytes: Uint8Array): IconFile | undefined {
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  if (bytes.length < 24 || signature.some((byte, i) => bytes[i] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
