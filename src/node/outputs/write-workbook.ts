import type { WorkbookRun } from '../../clean/workbook/edited-workbook.ts';
import { readPieces } from '../../tables/pieces.ts';
import type { Run } from '../run.ts';
import { nodeInflating, nodePacking } from '../zlib.ts';

const encoder = new TextEncoder();

/** The tables of a run, to be written as a workbook. */
export function startWorkbook(
  { inputs, workbook, platform }: Run,
  write: (bytes: Uint8Array) => void | Promise<void>,
): WorkbookRun {
  const { inflateRaw, crc32 } = nodeInflating;
  return {
    inputs,
    platform,
    tools: {
      workbook,
      unpacking: { readPieces: (source, from, to) => readPieces(source, from, to), inflateRaw, crc32 },
      packing: nodePacking,
      write: async (chunk) => write(typeof chunk === 'string' ? encoder.encode(chunk) : chunk),
    },
  };
}
