import type { ReportContext, ReportWriter } from '../../report/report-writer.ts';
import { createSendWriter } from '../../report/send/send-writer.ts';
import { readPieces } from '../../tables/pieces.ts';
import { createArchive } from '../../write/workbook/archive.ts';
import { addToCrc32 } from '../../write/workbook/crc32.ts';
import type { Write } from '../../write/write.ts';
import { sourceOfBlob } from './blob-source.ts';
import { collectBlob } from './collect-blob.ts';

/** The folder that `--send` writes, as one archive: what is in it is packed already, or short. */
export function createSentArchive(write: Write, context: ReportContext): ReportWriter {
  const files = new Map<string, ReturnType<typeof collectBlob>>();
  const open = async (name: string): Promise<ReturnType<typeof collectBlob>> => {
    const file = collectBlob();
    files.set(name, file);
    return file;
  };
  const writer = createSendWriter(open, context, context.about ?? {});
  return {
    ...writer,
    async finish(report) {
      await writer.finish(report);
      const archive = createArchive(write);
      for (const [name, file] of files) {
        const source = sourceOfBlob(file.finish(''));
        let checksum = 0;
        for await (const piece of readPieces(source)) checksum = addToCrc32(checksum, piece);
        const { size } = source;
        await archive.copy({ name, method: 0, checksum, packedBytes: size, bytes: size }, readPieces(source));
      }
      await archive.end();
    },
  };
}
