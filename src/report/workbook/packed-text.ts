import { Deflate } from 'fflate';
import { addToCrc32 } from './crc32.ts';

/*
 * The rows of all sheets come mixed, and an archive takes one entry after another. So each sheet keeps its text packed,
 * as the archive will hold it:
 *
 *   append ─▶ pending, up to 16 Ki characters ─▶ DEFLATE ─▶ pieces
 */

const pieceCharacters = 16 * 1024;
/** Level 6 takes twice the time of level 1 and saves a fifth of the bytes. */
const level = 1;
/** A hash table of 32 KiB for each of many sheets; fflate's own choice is 2 MiB. */
const mem = 2;
/** What a stream keeps beside its output: that table, a window, and what stands in it. */
const streamBytes = 200 * 1024;

/** Text that is packed as it grows. */
export interface PackedText {
  append(text: string): void;
  /** Size in memory, about. */
  heldBytes(): number;
  /** Size as UTF-8, or a little more. */
  textBytes(): number;
  /** The whole as raw DEFLATE, with its facts. Nothing can be appended afterwards. */
  end(): { pieces: Uint8Array<ArrayBuffer>[]; crc: number; textBytes: number };
}

export function createPackedText(): PackedText {
  const encoder = new TextEncoder();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const deflate = new Deflate({ level, mem }, (piece) => {
    pieces.push(piece);
    packedBytes += piece.length;
  });
  let pending = '';
  let packedBytes = 0;
  let textBytes = 0;
  let crc = 0;

  function pack(isLast: boolean): void {
    const bytes = encoder.encode(pending);
    pending = '';
    crc = addToCrc32(crc, bytes);
    textBytes += bytes.length;
    deflate.push(bytes, isLast);
  }

  return {
    append(text) {
      pending += text;
      if (pending.length >= pieceCharacters) pack(false);
    },
    heldBytes: () => packedBytes + 2 * pending.length + streamBytes,
    textBytes: () => textBytes + 3 * pending.length,
    end() {
      pack(true);
      return { pieces, crc, textBytes };
    },
  };
}
