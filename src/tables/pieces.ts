import type { ByteSource } from './byte-source.ts';

const pieceBytes = 256 << 10;

/** Something told how many bytes have gone by. */
export type Meter = (bytes: number) => void;

/** Bytes `from`..`to` of a source, piece by piece. Each piece is its reader's to keep. */
export async function* readPieces(
  source: ByteSource,
  from = 0,
  to = source.size,
  meter?: Meter,
): AsyncGenerator<Uint8Array> {
  for (let at = from; at < to; ) {
    const piece = new Uint8Array(Math.min(pieceBytes, to - at));
    const count = await source.read(at, piece);
    if (count === 0) return;
    at += count;
    meter?.(count);
    yield piece.subarray(0, count);
  }
}

/** The same pieces, counted. */
export async function* measure(pieces: AsyncIterable<Uint8Array>, meter: Meter): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    meter(piece.length);
    yield piece;
  }
}
