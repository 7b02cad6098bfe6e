import type { ReportReading } from '../read-report';
import type { Match } from './match';
import type { SourceFigure } from './sources';

export function matchFigures(_reading: ReportReading, _sources: readonly SourceFigure[]): Match[] {
  return [];
}
