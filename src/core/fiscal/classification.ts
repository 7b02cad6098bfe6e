import { CLASSIFICATION_2023 } from './data/classification-2023';
import { TRANSFER_ITEMS } from './data/classification-items';
import { FORMER_NAMES, TRANSFER_NAMES } from './data/former-names';
import type { RevisedLine } from './pack';

/** A line of the classification with all the names that it has had, the current one first. */
export interface CodedSubject {
  readonly code: string;
  readonly names: readonly string[];
}

/** Looks codes and names up in the whole classification, whatever the table is. */
export interface Classification {
  readonly byCode: (code: string) => CodedSubject | undefined;
  /** The class that a code of 款 or 项 belongs to; 11003xx is the special transfer for function 2xx. */
  readonly classOf: (code: string) => CodedSubject | undefined;
  /** The other subject of the same part of the classification (2xx, 3xx …) that has the name. */
  readonly byName: (name: string, besides: string) => CodedSubject | undefined;
  /** The last year in which a name was that of the classification; undefined: it still is, or is only a spelling. */
  readonly lastYearOf: (code: string, name: string) => number | undefined;
}

/** The built-in edition with what packs say of later ones. */
export function classificationOf(revisions: readonly RevisedLine[]): Classification {
  const known = MADE.get(revisions);
  if (known) return known;
  const made = classification(revisions);
  MADE.set(revisions, made);
  return made;
}

const MADE = new WeakMap<readonly RevisedLine[], Classification>();

const BUILT_IN: readonly CodedSubject[] = [
  ...CLASSIFICATION_2023.revenue,
  ...CLASSIFICATION_2023.transfers,
  ...CLASSIFICATION_2023.functions,
  ...CLASSIFICATION_2023.economic,
  ...TRANSFER_ITEMS,
].map(([code, name]) => ({
  code,
  names: [
    name,
    ...FORMER_NAMES.filter((former) => former.code === code).flatMap(({ names }) => names),
    ...(TRANSFER_NAMES[code] ?? []),
  ],
}));

function classification(revisions: readonly RevisedLine[]): Classification {
  const lines = new Map(BUILT_IN.map((line) => [line.code, line]));
  const ended = new Map<string, number>();
  for (const { code, name, from } of [...revisions].sort((a, b) => a.from - b.from)) {
    const names = lines.get(code)?.names ?? [];
    const [current] = names;
    if (current !== undefined && current !== name) ended.set(`${code}|${current}`, from - 1);
    lines.set(code, { code, names: [name, ...names.filter((one) => one !== name)] });
  }
  return {
    byCode: (code) => lines.get(code),
    classOf: (code) => {
      const special = /^11003(\d{2})$/.exec(code)?.[1];
      const function_ = special === undefined ? code.slice(0, 3) : `2${special}`;
      return /^[25]\d{2}$/.test(function_) && code.length > 3 ? lines.get(function_) : undefined;
    },
    byName: (name, besides) =>
      [...lines.values()].find(
        ({ code, names }) =>
          code !== besides && code[0] === besides[0] && code.length === besides.length && names.includes(name),
      ),
    lastYearOf: (code, name) =>
      ended.get(`${code}|${name}`) ??
      FORMER_NAMES.find((former) => former.code === code && former.names.includes(name))?.until,
  };
}
