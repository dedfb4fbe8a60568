import type { UsccError } from '../code/error.ts';
import { refuse } from '../messages/refusal/index.ts';
import { nameSystemError } from '../messages/system-errors.ts';
import { colorStyle, plainStyle, type Style } from '../write/style.ts';

const FLUSH_CHARACTERS = 64 * 1024;

/** Standard output, written in large pieces and no faster than it is read. */
export interface Output {
  /** Resolves when there is room for more; false when nobody reads any more (`| head`), which is no failure. */
  write(text: string): Promise<boolean>;
  /** Resolves when everything has been handed over. */
  end(): Promise<void>;
}

/** @throws {UsccError} `output`, from its methods, when the stream cannot be written (a full disk behind `>`). */
export function openOutput(stream: NodeJS.WriteStream): Output {
  let pending = '';
  let isRead = true;

  async function flush(): Promise<boolean> {
    const text = pending;
    pending = '';
    if (!isRead || text === '') return isRead;
    const error = await new Promise<Error | null | undefined>((resolve) => stream.write(text, resolve));
    if (isBrokenPipe(error)) isRead = false;
    else if (error) throw describeWriteError(error);
    return isRead;
  }

  return {
    async write(text) {
      pending += text;
      return pending.length < FLUSH_CHARACTERS ? isRead : await flush();
    },
    async end() {
      await flush();
    },
  };
}

/**
 * Writes a text as a whole.
 *
 * @throws {UsccError} `output` when the stream cannot be written
 */
export async function printText(text: string, stream: NodeJS.WriteStream = process.stdout): Promise<void> {
  const output = openOutput(stream);
  await output.write(text);
  await output.end();
}

/** An error of standard output, as one of ours. */
export function describeWriteError(cause: Error): UsccError {
  return refuse('output', { kind: 'cannot-write', file: '-', reason: nameSystemError(cause) }, { cause });
}

/** Whether an error means that the reader of a pipe has gone. */
export function isBrokenPipe(error: unknown): boolean {
  return (error as NodeJS.ErrnoException | null)?.code === 'EPIPE';
}

/** Colours only for people who look at a terminal and have not said no (https://no-color.org). */
export function chooseStyle(stream: { isTTY?: boolean }, environment: NodeJS.ProcessEnv): Style {
  return stream.isTTY === true && !environment.NO_COLOR && environment.TERM !== 'dumb' ? colorStyle : plainStyle;
}
