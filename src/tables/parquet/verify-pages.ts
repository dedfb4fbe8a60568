import type { RowGroup } from 'hyparquet';
import { BrokenError } from '../broken.ts';
import { type ByteSource, readBytes } from '../byte-source.ts';

/**
 * What the heads of pages say, before the library believes it: it makes room for as many values as a page claims, and one bad byte can
 * make that four milliards.
 *
 *   column chunk: │ head, a Thrift struct │ page, of as many bytes as the head says │ head │ page │ …
 */
interface PageHead {
  values: number;
  unpackedBytes: number;
  packedBytes: number;
  headBytes: number;
  /** Levels of a page of the second version, which are never packed. */
  levelBytes: number;
}

/** A head with the statistics of its page. */
const mostHeadBytes = 1 << 16;
const mostDepth = 16;

/** @throws {BrokenError} when pages of the group hold more values or bytes than their columns do, or lie outside of them */
export async function verifyPages(source: ByteSource, { columns, num_rows }: RowGroup): Promise<void> {
  for (const { meta_data } of columns) {
    if (meta_data === undefined) continue;
    const { data_page_offset, dictionary_page_offset, total_compressed_size, total_uncompressed_size, num_values } =
      meta_data;
    const starts = [data_page_offset, dictionary_page_offset].flatMap((at) => (at === undefined ? [] : [Number(at)]));
    const from = Math.min(...starts.filter((at) => at > 0));
    const end = from + Number(total_compressed_size);
    if (!(end <= source.size)) throw misplaced();
    const most = Math.max(Number(num_rows), Number(num_values));
    // A value takes a bit at least, or is one of a run; runs in lists of lists come to no more than that.
    let values = 0;
    for (let at = from; at < end && values < most; ) {
      const head = readHead(await readBytes(source, at, Math.min(mostHeadBytes, end - at)));
      const next = at + head.headBytes + head.packedBytes;
      const levels = await readBytes(source, at + head.headBytes, Math.min(head.levelBytes, end - at));
      if (!holdsRuns(levels, head.values)) throw misplaced();
      values += head.values;
      const isTooMuch = head.values > most || head.unpackedBytes > Number(total_uncompressed_size);
      if (isTooMuch || values > 2 * most || !(next > at && next <= end)) throw misplaced();
      at = next;
    }
  }
}

function misplaced(): BrokenError {
  return new BrokenError({ kind: 'page-damaged' });
}

/** Whether runs of levels come to no more than the page's values, as far as they can be told without knowing how wide levels are. */
function holdsRuns(levels: Uint8Array, values: number): boolean {
  let count = 0;
  for (let at = 0; at < levels.length && count < values; ) {
    let head = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = levels[at++] ?? 0;
      head += (byte & 127) * scale;
      if (byte < 128) break;
    }
    const isPacked = head % 2 === 1;
    count += isPacked ? (head - 1) * 4 : head / 2;
    if (count > values + (isPacked ? 504 : 0)) return false;
    if (isPacked) return true;
    at++;
  }
  return true;
}

/** The fields of a page's head that say how much there is: sizes, and the values of a page of any kind. */
function readHead(bytes: Uint8Array): PageHead {
  let at = 0;
  const head: PageHead = { values: 0, unpackedBytes: 0, packedBytes: 0, headBytes: 0, levelBytes: 0 };
  const next = (): number => {
    const byte = bytes[at++];
    if (byte === undefined) throw misplaced();
    return byte;
  };
  const readNumber = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = next();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  // Zigzag: what is odd is negative, and no size.
  const readSize = (): number => {
    const folded = readNumber();
    if (folded % 2 === 1) throw misplaced();
    return folded / 2;
  };
  const skip = (type: number, depth: number): void => {
    if (depth > mostDepth) throw misplaced();
    if (type === 3) at++;
    else if (type >= 4 && type <= 6) readNumber();
    else if (type === 7) at += 8;
    else if (type === 8) at += readNumber();
    else if (type === 9 || type === 10) {
      const sizes = next();
      const count = sizes >> 4 === 15 ? readNumber() : sizes >> 4;
      for (let left = count; left > 0; left--) {
        if ((sizes & 15) <= 2) at++;
        else skip(sizes & 15, depth + 1);
        if (at > bytes.length) throw misplaced();
      }
    } else if (type === 12) readStruct(depth + 1, (_, inner) => skip(inner, depth + 1));
    else if (type > 2) throw misplaced();
  };
  const readStruct = (depth: number, take: (id: number, type: number) => void): void => {
    if (depth > mostDepth) throw misplaced();
    let id = 0;
    for (let mark = next(); mark !== 0; mark = next()) {
      id = mark >> 4 === 0 ? Math.floor(readNumber() / 2) : id + (mark >> 4);
      take(id, mark & 15);
    }
  };
  readStruct(0, (id, type) => {
    if (id === 2) head.unpackedBytes = readSize();
    else if (id === 3) head.packedBytes = readSize();
    else if (type === 12 && id >= 5) {
      readStruct(1, (inner, innerType) => {
        if (id === 8 && (inner === 5 || inner === 6)) {
          head.levelBytes += readSize();
          return;
        }
        if (inner !== 1 || innerType !== 5) return skip(innerType, 1);
        const count = readSize();
        // A dictionary holds values of which rows make use.
        if (id !== 7) head.values = count;
        else if (count > head.unpackedBytes) throw misplaced();
      });
    } else skip(type, 0);
  });
  head.headBytes = at;
  return head;
}
