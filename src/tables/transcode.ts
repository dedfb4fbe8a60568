import type { Encoding } from './encoding.ts';
import type { Spool } from './expand.ts';
import type { Input } from './input.ts';

const chunkBytes = 4 << 20;

/** Spools an input's text as UTF-8 and gives that in its place. The byte order mark is dropped. */
export async function transcodeFile(input: Input, encoding: Encoding, spool: Spool): Promise<Input> {
  const { source, reference } = await spool.write(readAsUtf8(input, encoding), input.source.size);
  return { path: input.path, source, reference };
}

async function* readAsUtf8({ source }: Input, encoding: Encoding): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  const chunk = new Uint8Array(chunkBytes);
  for (let at = 0; at < source.size; ) {
    const count = await source.read(at, chunk);
    if (count === 0) break;
    at += count;
    yield encoder.encode(decoder.decode(chunk.subarray(0, count), { stream: at < source.size }));
    // Signals are only noticed between turns of the event loop.
    await new Promise((resolve) => setTimeout(resolve));
  }
}
