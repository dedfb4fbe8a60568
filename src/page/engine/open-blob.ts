import { CFB, read, SSF, set_cptable } from '@e965/xlsx';
import { maskIdentityNumbers } from '../../code/cell/mask.ts';
import type { Progress } from '../../engine/options.ts';
import { refuse } from '../../messages/refusal/index.ts';
import { createBudget } from '../../tables/archive/budget.ts';
import { pageUnpacking } from '../../tables/archive/unpack.ts';
import { readZipDirectory } from '../../tables/archive/zip-directory.ts';
import { type ByteSource, readBytes } from '../../tables/byte-source.ts';
import { expand } from '../../tables/expand.ts';
import { createExpansion, type Expansion, type Inflating, type Spool } from '../../tables/expansion.ts';
import { settleFailures } from '../../tables/failures.ts';
import { detectBytes, detectFormat } from '../../tables/format.ts';
import type { Meter } from '../../tables/pieces.ts';
import { codePages } from '../../tables/workbook/code-pages.ts';
import { createXlsExpander } from '../../tables/workbook/xls-workbook.ts';
import { addToCrc32 } from '../../write/workbook/crc32.ts';
import { unpackLimitBytes } from '../limits.ts';
import { sourceOfBlob } from './blob-source.ts';
import { gunzip } from './gunzip.ts';

/** What browsers unpack. */
const pageInflating: Inflating = {
  inflateRaw: pageUnpacking.inflateRaw,
  gunzip,
  crc32: (bytes, before) => addToCrc32(before, bytes),
  async loadCompound() {
    set_cptable(codePages);
    return createXlsExpander({ read, CFB, SSF });
  },
};

/** What opening a file works with. */
export interface Opening {
  spool: Spool;
  signal: AbortSignal;
  onProgress(progress: Progress): void;
}

/**
 * Turns a chosen file into inputs of delimited text.
 *
 * @throws {UsccError} `input` when it cannot be read, or is too large for a page
 */
export async function openBlob(
  file: Blob,
  name: string,
  { spool, signal, onProgress }: Opening,
): Promise<Pick<Expansion, 'inputs' | 'warnings'>> {
  const source = sourceOfBlob(file);
  const totalBytes = file.size;
  const stop = (): never => {
    throw refuse('input', { kind: 'too-large-for-page', file: name, limitBytes: unpackLimitBytes() });
  };
  if ((await readUnpackedBytes(source, name)) > unpackLimitBytes()) stop();
  let doneBytes = 0;
  const run = createExpansion({
    sheet: undefined,
    records: undefined,
    spool,
    inflating: pageInflating,
    signal,
    meter: (bytes) => {
      doneBytes = Math.min(totalBytes, doneBytes + bytes);
      onProgress({ stage: 'spool', doneBytes, totalBytes, records: 0 });
    },
  });
  const spend = limit(createBudget(undefined).open(name, file.size), stop);
  const held = { source, reference: file, close() {}, remove() {} };
  await expand({ shown: maskIdentityNumbers(name), ...held, bytes: file.size, depth: 0, spend }, run);
  run.warnings.push(...settleFailures(run.failures, { skipDamaged: false, hasOthers: run.inputs.length > 0 }));
  return { inputs: run.inputs, warnings: run.warnings };
}

/** What a zip archive says it holds; nothing where that cannot be known. */
async function readUnpackedBytes(source: ByteSource, name: string): Promise<number> {
  if (detectFormat(await readBytes(source, 0, detectBytes), name) !== 'zip') return 0;
  const entries = await readZipDirectory(source).catch(() => []);
  return entries.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** For what does not say, or lies: stopped when it has come to too much. */
function limit(spend: Meter, stop: () => never): Meter {
  let total = 0;
  return (bytes) => {
    total += bytes;
    if (total > unpackLimitBytes()) stop();
    spend(bytes);
  };
}
