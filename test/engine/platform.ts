import { createInlinePool } from '../../src/engine/perform.ts';
import type { Input, Platform } from '../../src/engine/platform.ts';
import { sourceOfBytes } from '../../src/tables/byte-source.ts';

/** A platform without threads; text is transcoded in memory. */
export function createPlatform(rangeBytes?: number): Platform {
  return {
    pool: createInlinePool((reference) => reference as Input['source']),
    transcode: async (input, encoding) => {
      const bytes = new Uint8Array(input.source.size);
      await input.source.read(0, bytes);
      const source = sourceOfBytes(new TextEncoder().encode(new TextDecoder(encoding).decode(bytes)));
      return { ...input, source, reference: source };
    },
    ...(rangeBytes === undefined ? {} : { rangeBytes }),
  };
}
