import type { ServeContext } from './guard.ts';

/** So many times what is allowed is taken in and thrown away, so that the answer reaches who sent it; beyond that the connection ends. */
const patience = 16;

/** The JSON of a body; `too-large` beyond `mostBytes`, undefined where it is no JSON. */
export async function readJson(context: ServeContext, mostBytes: number): Promise<unknown | 'too-large'> {
  const length = Number(context.req.header('content-length') ?? Number.NaN);
  const text = length <= mostBytes ? await context.req.text() : await readLong(context, mostBytes);
  if (text === null) return 'too-large';
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A body that is too long, or does not say how long it is; null when it is too long. */
async function readLong(context: ServeContext, mostBytes: number): Promise<string | null> {
  const { body } = context.req.raw;
  if (body === null) return '';
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes <= mostBytes) chunks.push(chunk);
    else if (bytes > mostBytes * patience) break;
  }
  return bytes > mostBytes ? null : Buffer.concat(chunks).toString();
}
