import { useEffect, useRef, useState } from 'react';
import type { IndicatorBoard } from '../app/indicator-board';
import type { PackLayer } from '../core/fiscal/pack';
import { saveAs } from './use-download';
import { usePane } from './pane-context';
import { useBoard } from './use-board';

export interface ChangedIndicator {
  readonly id: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** The indicators that the last change of standards made another value of. */
export function useChangedIndicators(): readonly ChangedIndicator[] {
  const { state } = usePane();
  const board = useBoard();
  const judged = useRef<{ readonly board: IndicatorBoard; readonly standards: PackLayer | undefined }>(undefined);
  const [changed, setChanged] = useState<readonly ChangedIndicator[]>([]);
  const { standards } = state;
  useEffect(() => {
    if (!board) return;
    const before = judged.current;
    // The board follows a change of the standards by a moment: the same board is still the one of before.
    if (before && before.board !== board && before.standards !== standards) setChanged(changes(before.board, board));
    if (before?.board !== board) judged.current = { board, standards };
  }, [board, standards]);
  return changed;
}

function changes(before: IndicatorBoard, after: IndicatorBoard): ChangedIndicator[] {
  const was = new Map(before.tiles.map((tile) => [tile.id, tile]));
  return after.tiles.flatMap(({ id, name, value, unit }) => {
    const old = was.get(id);
    const [one, other] = [`${old?.value ?? '—'} ${old?.unit ?? ''}`.trim(), `${value} ${unit}`.trim()];
    return one === other ? [] : [{ id, name, before: one, after: other }];
  });
}

const PACK_FILE = 'gouji-pack.json';

/** Hands what was chosen to the downloads, as a pack of the county that the command line takes with --pack. */
export function savePack(layer: PackLayer): void {
  const pack: PackLayer = { ...layer, level: 'county' };
  const url = URL.createObjectURL(new Blob([JSON.stringify(pack, undefined, 2)], { type: 'application/json' }));
  saveAs(url, PACK_FILE);
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
