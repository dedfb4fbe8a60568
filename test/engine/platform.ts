import type { SpillFile } from '../../src/engine/group/key-store.ts';
import { createInlinePool } from '../../src/engine/perform.ts';
import type { Platform } from '../../src/engine/platform.ts';
import { type ByteSource, sourceOfBytes } from '../../src/tables/byte-source.ts';
import type { Input } from '../../src/tables/input.ts';

/** Bytes, or text as UTF-8, as an input of the engine. */
export function inputOf(data: Uint8Array | string, path = 'a.csv'): Input {
  const source = sourceOfBytes(typeof data === 'string' ? new TextEncoder().encode(data) : data);
  return { path, source, reference: source };
}

/** A platform in memory, without threads; keys spill only where something is given to spill to. */
export function createPlatform(rangeBytes?: number, spill?: () => SpillFile): Platform {
  return {
    pool: createInlinePool((reference) => reference as ByteSource),
    transcode: async (input, encoding) => {
      const bytes = new Uint8Array(input.source.size);
      await input.source.read(0, bytes);
      return { ...input, ...inputOf(new TextDecoder(encoding).decode(bytes), input.path) };
    },
    ...(spill === undefined ? {} : { createSpill: spill }),
    ...(rangeBytes === undefined ? {} : { rangeBytes }),
  };
}

/** A spill file in memory. */
export function createSpill(): SpillFile & { size(): number } {
  let bytes = new Uint8Array();
  const read = (at: number, into: Uint8Array): number => {
    into.set(bytes.subarray(at, at + into.length));
    return into.length;
  };
  return {
    reference: { size: Number.MAX_SAFE_INTEGER, read },
    read,
    append(part) {
      const at = bytes.length;
      const longer = new Uint8Array(at + part.length);
      longer.set(bytes);
      longer.set(part, at);
      bytes = longer;
      return at;
    },
    size: () => bytes.length,
  };
}
