import { UsccError } from '../../code/error.ts';

/** Why a source could not be read to its end. It travels as the `cause` of an error; who knows the file words it. */
export type Fault =
  | { kind: 'shrunk' }
  | { kind: 'record-too-long'; at: number; limitBytes: number }
  | { kind: 'too-many-units' };

/** An `input` error that carries a fault. */
export function createFault(fault: Fault): UsccError {
  return new UsccError('input', fault.kind, { cause: fault });
}

/** The fault an error carries, or null. */
export function findFault(error: unknown): Fault | null {
  const cause = error instanceof UsccError && error.code === 'input' ? error.cause : null;
  return typeof cause === 'object' && cause !== null && 'kind' in cause ? (cause as Fault) : null;
}
