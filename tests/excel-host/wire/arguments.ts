import { SimulatedFault } from './fault';

/** The arguments of a call, told apart by type; anything else is Excel's InvalidArgument. */
export function text(args: readonly unknown[], at: number): string {
  const value = args[at];
  if (typeof value !== 'string') throw SimulatedFault.invalidArgument();
  return value;
}

export function optionalText(args: readonly unknown[], at: number): string | undefined {
  const value = args[at];
  return value === undefined || value === null ? undefined : text(args, at);
}

export function whole(args: readonly unknown[], at: number): number {
  const value = args[at];
  if (typeof value !== 'number' || !Number.isInteger(value)) throw SimulatedFault.invalidArgument();
  return value;
}

export function flag(args: readonly unknown[], at: number): boolean {
  return args[at] === true;
}

export function asText(value: unknown): string {
  return text([value], 0);
}

export function asFlag(value: unknown): boolean {
  if (typeof value !== 'boolean') throw SimulatedFault.invalidArgument();
  return value;
}

export function asSize(value: unknown): number {
  if (typeof value !== 'number' || value < 0) throw SimulatedFault.invalidArgument();
  return value;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function record(value: unknown): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) throw SimulatedFault.invalidArgument();
  return value;
}

/** Camel case of a wire name: `RowHidden` → `rowHidden`. */
export function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

export function upperFirst(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
