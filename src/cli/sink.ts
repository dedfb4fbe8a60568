import { UsccError } from '../code/error.ts';
import type { CliMessages } from '../messages/cli/index.ts';
import { createOutFile } from '../node/outputs/out-file.ts';
import { openByteOutput } from './generate-output.ts';

/** Where data goes: a file that appears when it is finished, or standard output. */
export interface Sink {
  write(chunk: string | Uint8Array): Promise<void>;
  finish(): Promise<void>;
  /** Removes what was written. Does nothing after `finish`. */
  abort(): Promise<void>;
}

/** @throws {UsccError} `output`, now or from the methods */
export async function openSink(path: string): Promise<Sink> {
  if (path !== '-') return createOutFile(path);
  const output = await openByteOutput('-');
  const encoder = new TextEncoder();
  return {
    async write(chunk) {
      await output.write(typeof chunk === 'string' ? encoder.encode(chunk) : chunk);
    },
    finish: () => output.finish(),
    abort: () => output.discard(),
  };
}

type Take = (bytes: Uint8Array) => void | Promise<void>;

/** What takes an output: under `name`, or as a workbook when the path says that it is one. */
export function toOutput<Name extends string>(
  path: string | undefined,
  name: Name,
  take: Take,
): { onWorkbook: Take } | Record<Name, Take> {
  return isWorkbookPath(path) ? { onWorkbook: take } : ({ [name]: take } as Record<Name, Take>);
}

/** Whether an output is to be a workbook. */
function isWorkbookPath(path: string | undefined): boolean {
  return path !== undefined && /\.xlsx$/i.test(path);
}

/** @throws {UsccError} `usage` when an output that can only be a workbook has another ending */
export function requireWorkbookPath(flag: string, path: string | undefined, messages: CliMessages): void {
  if (path !== undefined && !isWorkbookPath(path)) throw new UsccError('usage', messages.needsWorkbookPath(flag, path));
}
