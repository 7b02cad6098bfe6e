import { TABLE_KINDS } from './table-kinds';
import type { Column, Evidence, TableRow } from './table';

export interface Recognition {
  readonly kind: string;
  /** 0–1: how much speaks for it. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

/** Points that a kind must have before it is more than a guess: its title, or items and headers together. */
const ENOUGH = 3;

/** Recognises a table by its words together: title 3, sheet name 2, items 2, headers 1. */
export function recogniseKind(title: string, sheetName: string, columns: readonly Column[], rows: readonly TableRow[]): Recognition {
  const items = rows.map(({ name }) => name);
  const headers = columns.map(({ path }) => path.join('|')).join('\n');
  let best: { kind: string; points: number; evidence: Evidence[] } | undefined;
  for (const words of TABLE_KINDS) {
    if (words.not?.test(title)) continue;
    const evidence: Evidence[] = [];
    let points = 0;
    const inTitle = words.title.exec(title) ?? words.title.exec(sheetName);
    if (inTitle) {
      points += words.title.test(title) ? 3 : 2;
      evidence.push({ id: 'kindTitle', text: inTitle[0] });
    }
    const hits = words.items ? items.filter((name) => words.items?.test(name)) : [];
    if (hits.length > 0) {
      points += hits.length > 1 ? 2 : 1;
      evidence.push({ id: 'kindItems', text: hits.slice(0, 3).join('、') });
    }
    const header = words.headers?.exec(headers);
    if (header) {
      points += 1;
      evidence.push({ id: 'kindHeaders', text: header[0] });
    }
    if (points > (best?.points ?? 0)) best = { kind: words.kind, points, evidence };
  }
  if (!best || best.points < ENOUGH) return { kind: 'unknown', confidence: 0, evidence: [] };
  return { kind: best.kind, confidence: Math.min(1, best.points / 6), evidence: best.evidence };
}
