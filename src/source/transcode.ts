import { closeSync, openSync, writeSync } from 'node:fs';
import type { Input } from '../registry/platform.ts';
import type { SourceEncoding } from '../scan/encoding.ts';
import { openSource } from './file.ts';

const chunkBytes = 4 << 20;

/** Writes an input's text as UTF-8 to `path` and gives that in its place. The byte order mark is dropped. */
export async function transcodeFile(
  input: Input,
  encoding: SourceEncoding,
  path: string,
  signal: AbortSignal | undefined,
): Promise<Input> {
  const decoder = new TextDecoder(encoding);
  const descriptor = openSync(path, 'wx', 0o600);
  try {
    const chunk = new Uint8Array(chunkBytes);
    for (let at = 0; at < input.source.size; ) {
      signal?.throwIfAborted();
      const count = await input.source.read(at, chunk);
      if (count === 0) break;
      at += count;
      const text = decoder.decode(chunk.subarray(0, count), { stream: at < input.source.size });
      writeAll(descriptor, Buffer.from(text, 'utf-8'));
      await new Promise(setImmediate);
    }
  } finally {
    closeSync(descriptor);
  }
  return { path: input.path, source: openSource(path), reference: { path } };
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}
