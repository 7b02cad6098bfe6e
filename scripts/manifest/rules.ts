import { type Element, type Problem, parseManifest } from './document';
import { checkIcons, type IconFile } from './icons';
import { checkIdentity } from './identity';
import { checkLocales } from './locales';
import { checkOrder } from './order';
import { checkResources } from './resources';
import { checkRuntime } from './runtime';

/** Reads a file beside the manifest; undefined when there is none. */
export type ReadAsset = (path: string) => IconFile | undefined;

const RULES: readonly ((root: Element, readAsset: ReadAsset) => Iterable<Problem>)[] = [
  checkOrder,
  checkIdentity,
  checkResources,
  checkLocales,
  checkIcons,
  checkRuntime,
];

/**
 * Everything that is wrong with a manifest, without asking Microsoft's web service. The rules follow
 * Microsoft's documentation of the add-in-only manifest; the XML schema itself was not at hand.
 */
export function checkManifest(xml: string, readAsset: ReadAsset): readonly Problem[] {
  const root = parseManifest(xml);
  if ('sentence' in root) return [root];
  return RULES.flatMap((rule) => [...rule(root, readAsset)]).sort((a, b) => a.line - b.line);
}
