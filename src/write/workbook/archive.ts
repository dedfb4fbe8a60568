import { Zip, type ZipInputFile } from 'fflate';
import { UsccError } from '../../code/error.ts';
import type { Write } from '../../report/report-writer.ts';
import type { PackedText } from './packed-text.ts';

/** Without the 64-bit extension, which not every reader of workbooks knows. */
const mostBytes = 0xffff_ffff;
const deflateMethod = 8;

/** A zip archive that is written as it grows. */
export interface Archive {
  add(path: string, text: PackedText): Promise<void>;
  /** Adds an entry of another archive as it is packed there. */
  copy(entry: PackedEntry, pieces: AsyncIterable<Uint8Array>): Promise<void>;
  end(): Promise<void>;
}

/** An entry as another archive has it. */
export interface PackedEntry {
  name: string;
  /** 0: stored, 8: deflated. */
  method: number;
  checksum: number;
  packedBytes: number;
  bytes: number;
}

/** @throws {UsccError} `output`, from its methods, when the archive would exceed 4 GiB; whatever `write` throws */
export function createArchive(write: Write, tooLarge: string): Archive {
  let waiting: Uint8Array[] = [];
  let writtenBytes = 0;
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    waiting.push(chunk);
  });

  async function drain(): Promise<void> {
    const chunks = waiting;
    waiting = [];
    for (const chunk of chunks) {
      writtenBytes += chunk.length;
      if (writtenBytes > mostBytes) throw new UsccError('output', tooLarge);
      await write(chunk);
    }
  }

  return {
    async add(path, text) {
      const { pieces, crc, textBytes } = await text.end();
      const entry: ZipInputFile = { filename: path, crc, size: textBytes, compression: deflateMethod, flag: 0 };
      zip.add(entry);
      for (const [index, piece] of pieces.entries()) {
        entry.ondata?.(null, piece, index === pieces.length - 1);
        await drain();
      }
    },
    async copy({ name, method, checksum, packedBytes, bytes }, pieces) {
      const entry: ZipInputFile = { filename: name, crc: checksum, size: bytes, compression: method, flag: 0 };
      zip.add(entry);
      let doneBytes = 0;
      for await (const piece of pieces) {
        doneBytes += piece.length;
        entry.ondata?.(null, piece as Uint8Array<ArrayBuffer>, doneBytes === packedBytes);
        await drain();
      }
      if (packedBytes === 0) entry.ondata?.(null, new Uint8Array(), true);
      await drain();
    },
    async end() {
      zip.end();
      await drain();
    },
  };
}
