import { type ByteSource, readBytes, type SourceReference } from '../../../tables/byte-source.ts';
import type { Encoding } from '../../../tables/encoding.ts';
import type { Spool } from '../../../tables/expansion.ts';
import type { Input } from '../../../tables/input.ts';
import type { Pool, TaskKind } from '../../task.ts';

/** Bytes of a source in UTF-16, from one place to before another: both even, or the source's end, and no less than a unit from it. */
export interface WideTask {
  source: SourceReference;
  encoding: Encoding;
  from: number;
  to: number;
}

/** Parts of text in UTF-16 as UTF-8. */
export const wideTasks: TaskKind<WideTask, Uint8Array> = {
  name: 'wide',
  perform: (_, task, open) => readAsUtf8(open(task.source), task),
};

const unitBytes = 2;
const partBytes = 1 << 20;

/** Spools a source in UTF-16 as UTF-8, decoded by threads, and gives that in its place. The byte order mark is dropped. */
export async function transcodeWide(input: Input, encoding: Encoding, spool: Spool, pool: Pool): Promise<Input> {
  const { source, reference } = await spool.write(decodeAhead(input, encoding, pool), input.source.size);
  return { path: input.path, source, reference };
}

async function* decodeAhead({ source, reference }: Input, encoding: Encoding, pool: Pool): AsyncGenerator<Uint8Array> {
  const waiting: Promise<Uint8Array>[] = [];
  for (let from = 0, to = 0; from < source.size; from = to) {
    to = from + partBytes;
    // Half a unit at the end belongs to the one before it.
    if (source.size - to < unitBytes) to = source.size;
    waiting.push(pool.run(wideTasks, { source: reference, encoding, from, to }));
    if (waiting.length > pool.size) yield (await waiting.shift()) as Uint8Array;
  }
  for (const part of waiting) yield await part;
}

/**
 * A part as UTF-8; a character of two units belongs to the part in which it begins:
 *
 *   … high │ low …     the part before takes both
 */
async function readAsUtf8(source: ByteSource, { encoding, from, to }: WideTask): Promise<Uint8Array> {
  const isAtStart = from === 0;
  const bytes = await readBytes(source, from - (isAtStart ? 0 : unitBytes), to - from + 2 * unitBytes);
  const unitAt = (at: number): number => {
    const [first = 0, second = 0] = bytes.subarray(at, at + unitBytes);
    return encoding === 'utf-16be' ? (first << 8) | second : (second << 8) | first;
  };
  const isPair = (at: number): boolean =>
    at >= 0 && (unitAt(at) & 0xfc00) === 0xd800 && (unitAt(at + unitBytes) & 0xfc00) === 0xdc00;
  const start = isAtStart ? 0 : isPair(0) ? 2 * unitBytes : unitBytes;
  const end = Math.min(bytes.length, to - from + (isAtStart ? 0 : unitBytes));
  const isCut = to < source.size && isPair(end - unitBytes);
  const text = new TextDecoder(encoding, { ignoreBOM: !isAtStart }).decode(
    bytes.subarray(start, end + (isCut ? unitBytes : 0)),
  );
  return new TextEncoder().encode(text);
}
