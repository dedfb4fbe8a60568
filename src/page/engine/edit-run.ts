import type { WorkbookRun } from '../../clean/workbook/edited-workbook.ts';
import type { Platform } from '../../engine/platform.ts';
import { pageUnpacking } from '../../tables/archive/unpack.ts';
import type { Input } from '../../tables/input.ts';
import { addToCrc32 } from '../../write/workbook/crc32.ts';
import { plainPacking } from '../../write/workbook/packing.ts';
import type { Write } from '../../write/write.ts';
import { sourceOfBlob } from './blob-source.ts';

/** Tables to be written as a workbook: the one that they are sheets of, where all come from one file. */
export interface EditSource {
  inputs: Input[];
  files: Blob[];
  platform: Platform;
}

export function startEditRun({ inputs, files, platform }: EditSource, write: Write): WorkbookRun {
  const [file, ...others] = new Set(files);
  const workbook = file === undefined || others.length > 0 ? null : sourceOfBlob(file);
  const unpacking = { ...pageUnpacking, crc32: (bytes: Uint8Array, before: number) => addToCrc32(before, bytes) };
  return { inputs, platform, tools: { workbook, unpacking, packing: plainPacking, write } };
}
