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

/** The one error class: misuse and broken input. Problems of codes are data, never errors. */
export class UsccError extends Error {
  readonly code: UsccErrorCode;

  constructor(code: UsccErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'UsccError';
    this.code = code;
  }
}
