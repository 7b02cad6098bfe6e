import type { Workbook } from '../../../src/core/grid/sheet';
import { createExcelHost } from '../../../src/hosts/excel/excel-host';
import type { Host } from '../../../src/hosts/host';
import { openSnapshot, SimulatedExcel, type SimulationOptions } from '../../excel-host';
import { connectClient } from '../../excel-host/load-client';

export interface OpenExcel {
  readonly excel: SimulatedExcel;
  readonly host: Host;
}

let open: SimulatedExcel | undefined;

/** A simulated Excel with the snapshot open, and our host in it on Microsoft's own client. */
export function openInExcel(snapshot: Workbook, options: SimulationOptions = {}): OpenExcel {
  open = new SimulatedExcel(openSnapshot(snapshot), options);
  connectClient(open);
  return { excel: open, host: createExcelHost() };
}

/** After each test: whatever the add-in asked for was there. */
export function expectNothingMissing(): void {
  expect([...(open?.notSimulated.keys() ?? [])]).toEqual([]);
}

/** The client lets go of its references a moment after the work is done. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}

/** Waits until an expectation holds, however slow the machine is; what never holds fails with its own words. */
export async function eventually(expectation: () => void): Promise<void> {
  for (let turns = 0; turns < 1000; turns++) {
    try {
      return expectation();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  expectation();
}
