import { UsccError } from '../code/error.ts';

const MOST_CHARACTERS = 64 * 1024;

/** Says how a line that is too long is refused. */
export type RefuseLine = (line: number, characters: number) => string;

/**
 * Lines of a stream of UTF-8, a batch for every chunk, in bounded memory. Ends of line are LF, CR LF and CR; a byte
 * order mark is dropped, undecodable bytes become U+FFFD.
 *
 * @throws {UsccError} `input` when a line is longer than 65,536 characters
 */
export async function* readLines(stream: AsyncIterable<Uint8Array>, refuse: RefuseLine): AsyncGenerator<string[]> {
  const decoder = new TextDecoder();
  let count = 0;
  let rest = '';
  for await (const chunk of stream) {
    // A CR at the end may be the first half of CR LF: it waits for what follows.
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    count += lines.length;
    if (rest.length > MOST_CHARACTERS) throw new UsccError('input', refuse(count + 1, MOST_CHARACTERS));
    yield lines;
  }
  const last = (rest + decoder.decode()).split('\r');
  if (last.at(-1) === '') last.pop();
  yield last;
}
