import type { Packing } from './packing.ts';

/*
 * The rows of all sheets come mixed, and an archive takes one entry after another. So each sheet keeps its text packed,
 * as the archive will hold it:
 *
 *   append ─▶ pending, up to 32 Ki characters ─▶ UTF-8 ─▶ DEFLATE ─▶ pieces
 */

const pieceCharacters = 32 * 1024;

/** Text that is packed as it grows. */
export interface PackedText {
  append(text: string): void;
  /** Size in memory, about. */
  heldBytes(): number;
  /** Size as UTF-8, or a little more. */
  textBytes(): number;
  /** Waits until everything but the last characters is packed. */
  settle(): Promise<void>;
  /** The whole as raw DEFLATE, with its facts. Nothing can be appended afterwards. */
  end(): Promise<{ pieces: Uint8Array<ArrayBuffer>[]; crc: number; textBytes: number }>;
}

const encoder = new TextEncoder();

export function createPackedText({ start, crc32 }: Packing): PackedText {
  const packer = start();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let packing = Promise.resolve();
  let pending = '';
  let packedBytes = 0;
  let textBytes = 0;
  let crc = 0;

  function pack(isLast: boolean): void {
    const bytes = encoder.encode(pending);
    pending = '';
    crc = crc32(bytes, crc);
    textBytes += bytes.length;
    packedBytes += bytes.length;
    const packed = packer.push(bytes, isLast);
    packing = packing.then(async () => {
      packedBytes -= bytes.length;
      for (const piece of await packed) {
        pieces.push(piece);
        packedBytes += piece.length;
      }
    });
  }

  return {
    append(text) {
      pending += text;
      if (pending.length >= pieceCharacters) pack(false);
    },
    heldBytes: () => packedBytes + 2 * pending.length + packer.stateBytes,
    textBytes: () => textBytes + 3 * pending.length,
    settle: () => packing,
    async end() {
      pack(true);
      await packing;
      // Whoever keeps the sheet for the tabs at the end does not keep its rows.
      packedBytes = 0;
      return { pieces: pieces.splice(0), crc, textBytes };
    },
  };
}
