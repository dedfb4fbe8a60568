import type { Encoding } from './encoding.ts';
import type { Spool } from './expansion.ts';
import type { Input } from './input.ts';
import { createMixedDecoder } from './mixed-encodings.ts';
import { createCutDecoder, createRewriter, type Rewrite, type RewriteFacts } from './rewrite.ts';

const chunkBytes = 4 << 20;

/** Decodes text that comes in pieces. */
type Decode = (piece: Uint8Array, isLast: boolean) => string;

/** Spools an input's text as UTF-8, rewritten where asked for, and gives that in its place. The byte order mark is dropped. */
export async function transcodeFile(
  input: Input,
  encoding: Encoding,
  spool: Spool,
  rewrite: Rewrite = {},
): Promise<Input> {
  const facts: RewriteFacts = { cutCount: 0, firstCut: 0, otherCount: 0, firstOther: 0 };
  const { source, reference } = await spool.write(readAsUtf8(input, encoding, rewrite, facts), input.source.size);
  return {
    path: input.path,
    source,
    reference,
    ...(facts.cutCount + facts.otherCount > 0 ? { rewritten: facts } : {}),
  };
}

async function* readAsUtf8(
  { source }: Input,
  encoding: Encoding,
  rewrite: Rewrite,
  facts: RewriteFacts,
): AsyncGenerator<Uint8Array> {
  const decode = chooseDecoder(encoding, rewrite, facts);
  const change = createRewriter(rewrite);
  const encoder = new TextEncoder();
  const chunk = new Uint8Array(chunkBytes);
  for (let at = 0; at < source.size; ) {
    const count = await source.read(at, chunk);
    if (count === 0) break;
    at += count;
    const isLast = at >= source.size;
    yield encoder.encode(change(decode(chunk.subarray(0, count), isLast), isLast));
    // Signals are only noticed between turns of the event loop.
    await new Promise((resolve) => setTimeout(resolve));
  }
}

function chooseDecoder(encoding: Encoding, { cut, isMixed = false }: Rewrite, facts: RewriteFacts): Decode {
  if (isMixed) return createMixedDecoder(facts);
  return cut === undefined ? createPlainDecoder(encoding) : createCutDecoder(cut, facts);
}

function createPlainDecoder(encoding: Encoding): Decode {
  const decoder = new TextDecoder(encoding);
  return (piece, isLast) => decoder.decode(piece, { stream: !isLast });
}
