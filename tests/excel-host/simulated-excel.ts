import { rootObject } from './classes/workbook';
import { API_SETS } from './api-sets';
import type { SimValue } from './model/cell';
import { SimWorkbook } from './model/workbook';
import { parseRect } from '../../src/core/grid/address';
import { enter } from './model/entry';
import { EVENT, simEvent, type SimEvent } from './wire/events';
import { lowerFirst } from './wire/arguments';
import { SimulatedFault } from './wire/fault';
import { ActionType, DELAY_FOR_CELL_EDIT, type Action, type WireRequest, type WireResponse } from './wire/messages';
import { processRequest, References } from './wire/process';
import type { Server } from './wire/remote';

export interface SimulationOptions {
  /** Highest ExcelApi set; 1.14 is Excel 2021. */
  readonly excelApi?: string;
  /** Milliseconds before each answer. */
  readonly latency?: number;
  /** Bytes that a request or an answer may have; Excel on the web allows 5 MB. */
  readonly payloadLimit?: number;
  /** The value of a formula (without `=`) that is written; 0 when absent. */
  readonly evaluate?: (formula: string) => SimValue;
}

/** One exchange between the add-in and Excel. */
export interface Trip {
  readonly flags: number;
  readonly actions: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  readonly error?: string;
  /** The client's own clean-up after `Excel.run`; it is not waited for. */
  readonly release: boolean;
  /** `Class.Member` of what was called or set, for tests on what may not be touched. */
  readonly touched: readonly string[];
}

/** What a request comes to: an answer, or a refusal because the user is typing into a cell. */
export type Answer = { readonly kind: 'answer'; readonly body: string } | { readonly kind: 'cellEdit' };

const FIVE_MEGABYTES = 5 * 1024 * 1024;
const encoder = new TextEncoder();

/** An Excel without a window: keeps a workbook and answers requests of Microsoft's client library. */
export class SimulatedExcel implements Server {
  readonly trips: Trip[] = [];
  /** What was asked for and is not simulated, with how often: a test that ends with any has failed. */
  readonly notSimulated = new Map<string, number>();
  /** A hook to disturb: gives the value to answer (or throws a {@link SimulatedFault}). */
  disturbance: ((className: string, member: string, value: unknown) => unknown) | undefined;

  /** How events reach the add-in. */
  onEvent: ((event: SimEvent) => void) | undefined;

  private readonly heard = new Set<number>();
  private readonly references = new References();
  private touched: string[] = [];
  private typing: { readonly ended: Promise<void>; readonly end: () => void } | undefined;

  constructor(
    readonly workbook: SimWorkbook = new SimWorkbook(),
    readonly options: SimulationOptions = {},
  ) {}

  /** From now on the user is typing into a cell. */
  startCellEdit(): void {
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    this.typing = { ended, end };
  }

  endCellEdit(): void {
    this.typing?.end();
    this.typing = undefined;
  }

  get isBeingEdited(): boolean {
    return this.typing !== undefined;
  }

  /** Trips that the add-in waited for. */
  get work(): readonly Trip[] {
    return this.trips.filter((trip) => !trip.release);
  }

  /** Objects that the add-in has not released. */
  get heldReferences(): number {
    return this.references.size;
  }

  /** The most objects that the add-in held at a time. */
  get peakReferences(): number {
    return this.references.peak;
  }

  async exchange(body: string, flags: number): Promise<Answer> {
    if (this.typing) {
      if ((flags & DELAY_FOR_CELL_EDIT) === 0) return { kind: 'cellEdit' };
      await this.typing.ended;
    }
    const answer = this.answer(body, flags);
    const { latency = 0 } = this.options;
    await new Promise<void>((resolve) => setTimeout(resolve, latency));
    return { kind: 'answer', body: answer };
  }

  private answer(body: string, flags: number): string {
    const limit = this.options.payloadLimit ?? FIVE_MEGABYTES;
    const requestBytes = encoder.encode(body).length;
    const request = JSON.parse(body) as WireRequest;
    this.touched = [];
    let response: WireResponse;
    if (requestBytes > limit) {
      response = tooLarge('RequestPayloadSizeLimitExceeded');
    } else {
      response = processRequest(request, rootObject(this), this.references, this);
    }
    let text = JSON.stringify(response);
    if (encoder.encode(text).length > limit) {
      response = tooLarge('ResponsePayloadSizeLimitExceeded');
      text = JSON.stringify(response);
    }
    this.trips.push({
      flags,
      actions: request.Actions.length,
      requestBytes,
      responseBytes: encoder.encode(text).length,
      release: isRelease(request.Actions),
      touched: this.touched,
      ...(response.Error ? { error: response.Error.Code } : {}),
    });
    return text;
  }

  listen(eventType: number, on: boolean): void {
    if (on) this.heard.add(eventType);
    else this.heard.delete(eventType);
  }

  /** The user types into a cell; the add-in hears of it where it listens. Formulas keep the results that they have. */
  type(sheetName: string, address: string, entry: string | number): void {
    const [sheet, area] = [this.workbook.find(sheetName), parseRect(address)];
    if (!sheet || !area) throw new Error(`no cell ${sheetName}!${address}`);
    sheet.each(area, (cell) => enter(cell, entry, (formula) => this.evaluate(formula)));
    this.tell(EVENT.dataChanged, { worksheetId: sheet.id, address, changeType: 'RangeEdited', source: 'Local' });
  }

  /** The user selects cells. */
  select(sheetName: string, address: string): void {
    const [sheet, area] = [this.workbook.find(sheetName), parseRect(address)];
    if (!sheet || !area) throw new Error(`no cell ${sheetName}!${address}`);
    this.workbook.activeSheet = sheet;
    this.workbook.selection = area;
    this.tell(EVENT.selectionChanged, { worksheetId: sheet.id, address });
  }

  /** Tells the add-in what happened, unless it does not listen or has switched events off. */
  private tell(eventType: number, detail: Readonly<Record<string, unknown>>): void {
    if (this.heard.has(eventType) && this.workbook.eventsEnabled) this.onEvent?.(simEvent(eventType, detail));
  }

  evaluate(formula: string): SimValue {
    return this.options.evaluate?.(formula) ?? 0;
  }

  missing(className: string, member: string): SimulatedFault {
    const key = `${className}.${member}`;
    this.notSimulated.set(key, (this.notSimulated.get(key) ?? 0) + 1);
    return new SimulatedFault('ApiNotFound', `simulated Excel: ${key} is not implemented`, 501);
  }

  require(className: string, member: string): void {
    const key = `${className}.${lowerFirst(member)}`;
    const since = API_SETS[key];
    if (since === undefined) throw this.missing(className, `${member} in api-sets.ts`);
    if (compareSets(since, this.options.excelApi ?? '1.14') > 0) {
      throw new SimulatedFault('ApiNotFound', `${key} needs ExcelApi ${since}`);
    }
  }

  disturb(className: string, member: string, value: unknown): unknown {
    this.touched.push(`${className}.${member}`);
    return this.disturbance ? this.disturbance(className, member, value) : value;
  }

  /** Whether this Excel says yes to `isSetSupported`. */
  supports(set: string, version: string | number = '1.1'): boolean {
    const own = this.requirementSets[set];
    return own !== undefined && compareSets(String(version), own) <= 0;
  }

  /** What `Office.context.requirements` knows of this Excel. */
  get requirementSets(): Readonly<Record<string, string>> {
    return {
      ExcelApi: this.options.excelApi ?? '1.14',
      DialogApi: '1.2',
      SharedRuntime: '1.1',
      AddinCommands: '1.1',
      DelayForCellEdit: '1.1',
      RichApiRuntime: '1.2',
      RichApiRuntimeFlag: '1.2',
    };
  }
}

/** Set versions are major.minor, so 1.9 comes before 1.14. */
function compareSets(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA - majorB || minorA - minorB;
}

function isRelease(actions: readonly Action[]): boolean {
  const removes = (action: Action): boolean => action.Name === '_RemoveReference';
  return (
    actions.some(removes) && actions.every((action) => removes(action) || action.ActionType === ActionType.instantiate)
  );
}

function tooLarge(code: string): WireResponse {
  const error = { Code: code, Message: 'The payload exceeds the limit.', ActionIndex: 0, HttpStatusCode: 413 };
  return { Results: [], Error: error };
}
