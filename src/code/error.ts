/** Every way in which the toolkit refuses; `src/cli` maps them to exit codes in one table. */
export type UsccErrorCode =
  /** The command line or the options of a call are wrong. */
  | 'usage'
  /** An input could not be read or understood. */
  | 'input'
  /** An output could not be written. */
  | 'output'
  /** A worker ended before its work was done. */
  | 'worker'
  /** The caller's AbortSignal fired. */
  | 'aborted';

/** Why something was refused, as data: its kind, and the facts of that kind. Sentences are made of it last. */
export interface RefusalFacts {
  readonly kind: string;
}

/** The one error class: misuse and broken input. Problems of codes are data, never errors. */
export class UsccError extends Error {
  readonly code: UsccErrorCode;
  /** Why, as data, where it is more than misuse by the caller. */
  readonly refusal?: RefusalFacts;

  /** @param why a sentence, or the facts of which whoever shows the error makes one */
  constructor(code: UsccErrorCode, why: string | RefusalFacts, options?: { cause?: unknown }) {
    super(typeof why === 'string' ? why : why.kind, options);
    this.name = 'UsccError';
    this.code = code;
    if (typeof why !== 'string') this.refusal = why;
  }
}

/** An error on its way between threads, where an error keeps its message only. */
export interface Failure {
  code: UsccErrorCode;
  message: string;
  refusal?: RefusalFacts;
}

/** An error as data. One that is not ours is a mistake in the program: `worker`. */
export function packError(error: unknown): Failure {
  if (!(error instanceof UsccError)) {
    return { code: 'worker', message: error instanceof Error ? error.message : String(error) };
  }
  const { code, message, refusal } = error;
  return { code, message, ...(refusal && { refusal }) };
}

/** The error that was packed. */
export function unpackError({ code, message, refusal }: Failure): UsccError {
  return new UsccError(code, refusal ?? message);
}
