import type { TextPlace } from '../grid/place';
import type { Finding } from './finding';
import { hash } from './fingerprint';
import type { TextDossier, TextReport, TextRule } from './text-rule';

/** Runs the rules over a text that was read: the one exit of findings about texts, in the order of the text. */
export function runTextRules(dossier: TextDossier, rules: readonly TextRule[]): Finding[] {
  return rules
    .flatMap((rule) => rule.check(dossier).map((report) => findingOf(rule, report, dossier)))
    .sort((a, b) => placeOf(a) - placeOf(b) || (a.code < b.code ? -1 : 1));
}

function findingOf({ code, levels }: TextRule, report: TextReport, { document }: TextDossier): Finding {
  const { at, against = [], messageId, meaning, ...rest } = report;
  if (!levels.includes(report.level)) throw new RangeError(`${code} may not report at ${report.level}`);
  return {
    code,
    ...rest,
    at: at.map(({ start, end }): TextPlace => ({ document, start, end })),
    against,
    consequences: [],
    folded: [],
    messageId: `${code}.${messageId}`,
    fixes: [],
    fingerprint: hash([`${code}.${messageId}`, ...meaning]),
  };
}

function placeOf({ at: [first] }: Finding): number {
  return first && 'start' in first ? first.start : 0;
}
