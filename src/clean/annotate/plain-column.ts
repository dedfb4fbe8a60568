import { type Decode, findPlainEdge, readCell } from '../../engine/scan/cell.ts';

/**
 * Cells of one column as a page of Parquet has them: each its length in four bytes, then its text in UTF-8.
 *
 *   06 00 00 00  甲 公   00 00 00 00   05 00 00 00  A B C D E
 */
export interface PlainColumn {
  /** Adds bytes that are UTF-8. */
  add(bytes: Uint8Array, start: number, end: number): void;
  addText(text: string): void;
  /** Adds cells that stand in a page already. */
  addPage(bytes: Uint8Array, start: number, end: number): void;
  /** The page, lent until something is added: the next begins anew. */
  take(): Uint8Array;
}

const lengthBytes = 4;
/** Bytes of UTF-8 that one UTF-16 unit takes at most. */
const unitBytes = 3;
const shortBytes = 64;
const usualBytes = 1 << 16;

export function createPlainColumn(): PlainColumn {
  const encoder = new TextEncoder();
  let page = new Uint8Array(usualBytes);
  let length = 0;
  const makeRoom = (bytes: number): void => {
    if (length + lengthBytes + bytes <= page.length) return;
    const larger = new Uint8Array((length + lengthBytes + bytes) * 2);
    larger.set(page.subarray(0, length));
    page = larger;
  };
  const endCell = (bytes: number): void => {
    page[length] = bytes & 0xff;
    page[length + 1] = (bytes >> 8) & 0xff;
    page[length + 2] = (bytes >> 16) & 0xff;
    page[length + 3] = bytes >>> 24;
    length += lengthBytes + bytes;
  };
  return {
    add(bytes, start, end) {
      makeRoom(end - start);
      const to = length + lengthBytes - start;
      // Short pieces are quicker byte by byte than as views.
      if (end - start > shortBytes) page.set(bytes.subarray(start, end), to + start);
      else for (let at = start; at < end; at++) page[to + at] = bytes[at] as number;
      endCell(end - start);
    },
    addText(text) {
      if (text === '') {
        makeRoom(0);
        endCell(0);
        return;
      }
      makeRoom(text.length * unitBytes);
      endCell(encoder.encodeInto(text, page.subarray(length + lengthBytes)).written);
    },
    addPage(bytes, start, end) {
      makeRoom(end - start);
      page.set(bytes.subarray(start, end), length);
      length += end - start;
    },
    take() {
      const taken = page.subarray(0, length);
      length = 0;
      return taken;
    },
  };
}

/** Adds a cell of a table; where the table's bytes are not UTF-8, or not throughout (`isText`), as it is decoded. */
export function addCell(
  column: PlainColumn,
  bytes: Uint8Array,
  start: number,
  end: number,
  { decode, isText }: { decode: Decode; isText: boolean },
): void {
  const edge = isText ? findPlainEdge(bytes, start, end) : -1;
  if (edge < 0) column.addText(readCell(bytes, start, end, decode));
  else column.add(bytes, start + edge, end - edge);
}
