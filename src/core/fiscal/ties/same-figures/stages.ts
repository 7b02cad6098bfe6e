import type { ColumnRole } from '../../../tables/table';
import { PHASES } from '../../measure';

/** What says at which stage, of which time, or of what a figure is. */
const STAGES: readonly ColumnRole[] = [...PHASES, 'due', 'paid'];

/** Whether two figures may be of one stage: where one of them says none, they may. */
export function rolesMeet(a: ColumnRole | undefined, b: ColumnRole | undefined): boolean {
  if (a === undefined || b === undefined || a === b) return true;
  if ([a, b].every((role) => role === 'ytd' || role === 'paid')) return true;
  return !isStage(a) || !isStage(b);
}

/** Whether a role says at which stage a figure is, not of what. */
export function isStage(role: ColumnRole | undefined): boolean {
  return role !== undefined && STAGES.includes(role);
}
