import { UsccError } from '../../code/error.ts';

/** Why a source could not be read to its end; who knows the file adds its name. */
export type Fault =
  | { kind: 'changed' }
  | { kind: 'record-too-long'; at: number; limitBytes: number }
  | { kind: 'too-many-units' };

const kinds: readonly string[] = ['changed', 'record-too-long', 'too-many-units'] satisfies Fault['kind'][];

/** An `input` error that carries a fault. */
export function createFault(fault: Fault): UsccError {
  return new UsccError('input', fault);
}

/** The fault an error carries, or null. */
export function findFault(error: unknown): Fault | null {
  const refusal = error instanceof UsccError ? error.refusal : undefined;
  return refusal === undefined || 'file' in refusal || !kinds.includes(refusal.kind) ? null : (refusal as Fault);
}
