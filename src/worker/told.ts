import { HostError } from '../hosts/host';
import type { Told } from './engine-service';

/** Makes a fault that has its sentence into data; anything else stays an error. */
export async function told<T>(work: Promise<T>): Promise<Told<T>> {
  try {
    return { kind: 'done', value: await work };
  } catch (error) {
    if (error instanceof HostError) return { kind: 'fault', fault: error.fault, detail: error.detail };
    throw error;
  }
}

/** The other side of {@link told}. */
export function untold<T>(answer: Told<T>): T {
  if (answer.kind === 'fault') throw new HostError(answer.fault, answer.detail);
  return answer.value;
}
