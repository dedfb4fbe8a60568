import { Gunzip } from 'fflate';
import { BrokenError } from '../../tables/broken.ts';
import { addToCrc32 } from '../../write/workbook/crc32.ts';

const trailerBytes = 8;
const tailBytes = 64 << 10;

/**
 * Unpacks gzip, all its members, each held against its checksum. The stream that browsers have takes a second member for
 * damage; the library reads on but checks nothing.
 *
 *   header │ data │ CRC-32, length │ header │ data │ CRC-32, length
 *                  ▲ trailer         ▲ offset that the library tells
 */
export async function* gunzip(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let unpacked: Uint8Array[] = [];
  let checksum = 0;
  let length = 0;
  /** The packed bytes read last, and where they end. */
  let tail = new Uint8Array();
  let tailEnd = 0;

  function endMember(offset: number): void {
    const at = tail.length - (tailEnd - offset) - trailerBytes;
    if (at < 0) throw new BrokenError({ kind: 'ends-early' });
    const trailer = new DataView(tail.buffer, tail.byteOffset + at, trailerBytes);
    if (trailer.getUint32(0, true) !== checksum) throw new BrokenError({ kind: 'checksum' });
    if (trailer.getUint32(4, true) !== length % 2 ** 32) throw new BrokenError({ kind: 'checksum' });
    checksum = 0;
    length = 0;
  }

  const stream = new Gunzip((chunk) => {
    checksum = addToCrc32(checksum, chunk);
    length += chunk.length;
    if (chunk.length > 0) unpacked.push(chunk);
  });
  stream.onmember = endMember;
  for await (const piece of pieces) {
    tail = join(tail.subarray(-tailBytes), piece);
    tailEnd += piece.length;
    unpacked = [];
    stream.push(piece);
    yield* unpacked;
  }
  unpacked = [];
  stream.push(new Uint8Array(), true);
  yield* unpacked;
  endMember(tailEnd);
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}
