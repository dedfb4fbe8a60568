import { fileURLToPath } from 'node:url';
import { refuseCall } from '../options/refuse-call.ts';

/**
 * What a caller hands over to be read: a path (a file, a folder, a `*` pattern, `-` for standard input), a `file:` URL, bytes in memory, a
 * `Blob` or `File`, or a stream of bytes such as a `Readable`, which is read once.
 */
export type InputSource = string | URL | Uint8Array | Blob | AsyncIterable<Uint8Array | string>;

/** One or several of them. */
export type InputSources = InputSource | readonly InputSource[];

/** Bytes that come once and in order, under the name that reports give them. */
export interface NamedStream {
  shown: string;
  stream: AsyncIterable<Uint8Array>;
}

/**
 * Inputs as a run opens them: paths, and streams by name (`buffer-1`, `stream-2`, the name of a `File`).
 *
 * @param caller the function whose argument this is, for the error
 * @throws {UsccError} `usage` when it is nothing that can be read, or a list of nothing
 */
export function readSources(caller: string, sources: unknown, lang: 'zh' | 'en' = 'zh'): (string | NamedStream)[] {
  const list: unknown[] = Array.isArray(sources) ? sources : [sources];
  const read = list.map((source, index) => readSource(source, index + 1));
  if (read.length === 0 || read.includes(null)) throw refuseCall(caller, { kind: 'no-files' }, lang);
  return read.filter((source) => source !== null);
}

function readSource(source: unknown, number: number): string | NamedStream | null {
  if (typeof source === 'string') return source;
  if (source instanceof URL) return source.protocol === 'file:' ? fileURLToPath(source) : null;
  if (source instanceof Uint8Array) return { shown: `buffer-${number}`, stream: once(source) };
  if (source instanceof Blob) {
    const name: unknown = 'name' in source ? source.name : undefined;
    return { shown: typeof name === 'string' && name !== '' ? name : `blob-${number}`, stream: readBlob(source) };
  }
  const isStream = typeof source === 'object' && source !== null && Symbol.asyncIterator in source;
  if (!isStream) return null;
  return { shown: `stream-${number}`, stream: encode(source as AsyncIterable<Uint8Array | string>) };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function* readBlob(blob: Blob): AsyncGenerator<Uint8Array> {
  const reader = blob.stream().getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}

/** A stream with an encoding of its own gives texts. */
async function* encode(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
}
