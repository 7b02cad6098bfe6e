import { firstCell, cellsOf } from '../core/findings/finding';
import type { LocatedFinding } from '../app/check-report';
import type { KeyCommand } from './keys';
import type { PaneCommands } from './pane-commands';
import type { PaneAction } from './state/action';

/** The finding that a key leads to from the current one, among those that are looked at; the ends hold. */
export function neighbour(
  findings: readonly LocatedFinding[],
  current: string | undefined,
  command: KeyCommand,
): LocatedFinding | undefined {
  const at = findings.findIndex(({ finding }) => finding.fingerprint === current);
  const last = findings.length - 1;
  switch (command) {
    case 'following':
      return findings[Math.min(at + 1, last)];
    case 'previous':
      return findings[Math.max(at - 1, 0)];
    case 'first':
      return findings[0];
    case 'last':
      return findings[last];
    default:
      return findings[Math.max(at, 0)];
  }
}

/** Shows the cells of a finding: the most suspicious first, then those that it is compared with. */
export function goToFinding(
  { finding }: LocatedFinding,
  commands: PaneCommands,
  dispatch: (action: PaneAction) => void,
): void {
  const { fingerprint, relation } = finding;
  dispatch({ type: 'wentTo', fingerprint });
  const first = firstCell(finding);
  const others = cellsOf(finding).slice(1);
  if (first)
    void commands.goTo({ sheet: first.sheet, row: first.row, column: first.column }, [
      ...others,
      ...(relation ? [relation.target, ...relation.range] : []),
    ]);
}
