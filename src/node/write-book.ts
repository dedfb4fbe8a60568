import type { BookRun } from '../clean/book/edited-book.ts';
import { readPieces } from '../tables/pieces.ts';
import { nodeInflating } from './inflate.ts';
import { nodePacking } from './packing.ts';
import type { Run } from './run.ts';

const encoder = new TextEncoder();

/** The tables of a run, to be written as a workbook. */
export function startBook(
  { inputs, workbook, platform }: Run,
  write: (bytes: Uint8Array) => void | Promise<void>,
): BookRun {
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
