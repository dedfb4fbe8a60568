import { createOutFile } from '../node/out-file.ts';
import { openByteOutput } from './generate-output.ts';

/** Where data goes: a file that appears when it is finished, or standard output. */
export interface Sink {
  write(chunk: string | Uint8Array): Promise<void>;
  finish(): Promise<void>;
  /** Removes what was written. Does nothing after `finish`. */
  abort(): Promise<void>;
}

/** @throws {UsccError} `output`, now or from the methods */
export async function openSink(path: string, lang: 'zh' | 'en'): Promise<Sink> {
  if (path !== '-') return createOutFile(path, lang);
  const output = await openByteOutput('-', lang);
  const encoder = new TextEncoder();
  return {
    async write(chunk) {
      await output.write(typeof chunk === 'string' ? encoder.encode(chunk) : chunk);
    },
    finish: () => output.finish(),
    abort: () => output.discard(),
  };
}
