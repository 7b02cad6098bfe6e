import { KIND_WORDS, type KindWords } from './kind-words';
import { TABLE_KINDS, type KnownKind, type TableKind } from './table-kinds';
import { isFigureRole, type Column, type Evidence, type TableRow } from './table';

export interface Recognition {
  readonly kind: TableKind;
  /** 0–1: how much speaks for it. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

/** Where a table may say what it is: the words around it, widest last. */
export interface TableNames {
  readonly title: string;
  /** Title of a table above it on the sheet: 分月情况 under it is of the same matter. */
  readonly above: string;
  readonly sheet: string;
  readonly file: string;
}

/** Points that a kind must have before it is more than a guess: its title, or items and headers together. */
const ENOUGH = 3;
/** More headers or items of a kind than this make it no surer. */
const MOST_CLUES = 3;
/** Points of a word in the title, the sheet's name, the file's name. */
const POINTS = { title: 3, above: 3, sheet: 2, file: 1 } as const;
/** Headers of a kind below this share of all headers are accidents. */
const LEAST_SHARE = 0.05;
const SURE = 6;
const UNKNOWN: Recognition = { kind: 'unknown', confidence: 0, evidence: [] };

/** Recognises a table by its words together: its names, its items, its headers. */
export function recogniseKind(names: TableNames, columns: readonly Column[], rows: readonly TableRow[]): Recognition {
  const items = rows.map(({ name }) => name);
  const headers = columns.map(({ path }) => path.join('|'));
  // A list of words alone is a dictionary, whatever words are in it.
  if (!columns.some(({ role }) => isFigureRole(role))) return UNKNOWN;
  let best: Scored | undefined;
  const namesItself = TABLE_KINDS.some((kind) => {
    const { title, not } = KIND_WORDS[kind];
    return title.test(names.title) && not?.test(names.title) !== true;
  });
  const asked = namesItself ? { ...names, above: '' } : names;
  for (const kind of TABLE_KINDS) {
    const words = KIND_WORDS[kind];
    if (words.not?.test(names.title) || headers.some((header) => words.notHeaders?.test(header))) continue;
    const scored = score(kind, words, asked, items, headers);
    const isSurer = scored.points === best?.points && scored.said === 'title' && best.said === 'file';
    if (scored.points > (best?.points ?? 0) || isSurer) best = scored;
  }
  if (!best || best.points < ENOUGH) return UNKNOWN;
  return { kind: best.kind, confidence: Math.min(1, best.points / SURE), evidence: best.evidence };
}

interface Scored {
  readonly kind: KnownKind;
  readonly points: number;
  /** Where its name stands; undefined: nowhere. */
  readonly said: keyof TableNames | undefined;
  readonly evidence: readonly Evidence[];
}

function score(
  kind: KnownKind,
  { title, items = [], headers = [] }: KindWords,
  names: TableNames,
  itemNames: readonly string[],
  headerTexts: readonly string[],
): Scored {
  const evidence: Evidence[] = [];
  let points = 0;
  let said: keyof TableNames | undefined;
  for (const place of ['title', 'above', 'sheet', 'file'] as const) {
    const word = title.exec(names[place]);
    if (!word) continue;
    points += POINTS[place];
    said = place;
    evidence.push({ id: 'kindTitle', text: word[0] });
    break;
  }
  const itemClues = clues(items, itemNames);
  const headerClues = clues(headers, headerTexts);
  // A yearbook of a hundred columns has some of any kind's headers.
  const isAccident = headerClues.length < headerTexts.length * LEAST_SHARE;
  if (itemClues.length > 0) evidence.push({ id: 'kindItems', text: itemClues.slice(0, MOST_CLUES).join('、') });
  if (headerClues.length > 0) evidence.push({ id: 'kindHeaders', text: headerClues.slice(0, MOST_CLUES).join('、') });
  return {
    kind,
    said,
    points:
      points + Math.min(MOST_CLUES, itemClues.length) + (isAccident ? 0 : Math.min(MOST_CLUES, headerClues.length)),
    evidence,
  };
}

/** For each pattern that some text fits, the text. */
function clues(patterns: readonly RegExp[], texts: readonly string[]): string[] {
  return patterns.flatMap((pattern) => texts.find((text) => pattern.test(text)) ?? []);
}
