import type { IndicatorBoard, IndicatorTile, Light, MissingIndicator } from '../../app/indicator-board';
import type { MessageId } from '../../messages/message-id';
import type { Translator } from '../../messages/translator';

export const LIGHT_TEXT: Readonly<Record<Light, MessageId>> = {
  red: 'pane.lightRed',
  yellow: 'pane.lightYellow',
  green: 'pane.lightGreen',
  none: 'pane.lightNone',
};

/** The screen of indicators, as far as the words that are sought leave it. */
export interface BoardView {
  readonly summary: string;
  readonly groups: readonly { readonly title: string; readonly tiles: readonly IndicatorTile[] }[];
  readonly missing: readonly MissingIndicator[];
}

export function boardView(board: IndicatorBoard, sought: string, translate: Translator): BoardView {
  const words = sought.trim().toLowerCase();
  const isSought = ({ id, name }: { readonly id: string; readonly name: string }) =>
    `${id} ${name}`.toLowerCase().includes(words);
  const tiles = board.tiles.filter(isSought);
  const count = (light: Light) => board.tiles.filter((tile) => tile.light === light).length;
  const counts = { red: count('red'), yellow: count('yellow'), green: count('green') };
  const group = (title: MessageId, of: (tile: IndicatorTile) => boolean) => ({
    title: translate.text(title),
    tiles: tiles.filter(of),
  });
  const plain = (light: Light) => (tile: IndicatorTile) => !tile.isRedLine && tile.light === light;
  return {
    summary:
      board.asOf === undefined
        ? translate.text('pane.boardCountsNoDate', counts)
        : translate.text('pane.boardCounts', { date: board.asOf, ...counts }),
    groups: [
      group('pane.redLine', ({ isRedLine }) => isRedLine),
      group('pane.lightRed', plain('red')),
      group('pane.lightYellow', plain('yellow')),
      group('pane.lightGreen', plain('green')),
      group('pane.lightNone', plain('none')),
    ].filter((one) => one.tiles.length > 0),
    missing: board.missing.filter(isSought),
  };
}
