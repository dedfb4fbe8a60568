import { placeHead, readHead, splitHead } from '../../engine/plan/text/head.ts';
import { createDecode } from '../../engine/scan/cell.ts';
import { createKernel } from '../../engine/scan/kernel/kernel.ts';
import { readBytes } from '../../tables/byte-source.ts';
import { measureByteOrderMark } from '../../tables/encoding.ts';
import type { EditedTable } from './edited-table.ts';

/** One row of a table as it was read, and the line on which it starts, from 1. */
export interface TableRow {
  cells: string[];
  line: number;
}

const chunkBytes = 1 << 20;
const mostBytes = 256 << 20;

/** The rows of a table from its first line, titles and header among them; lines without anything are left out. */
export async function* readRows({ plan }: EditedTable): AsyncGenerator<TableRow> {
  const { source } = plan.input;
  const { table } = plan.original;
  const { delimiter, encoding } = plan.dialect;
  const kernel = createKernel();
  const decode = createDecode(encoding);
  if (table?.header !== undefined) yield { cells: table.header, line: 0 };
  let at = measureByteOrderMark(await readBytes(source, 0, 3), encoding);
  let lines = 0;
  let length = chunkBytes;
  while (at < source.size) {
    const chunk = await readBytes(source, at, length);
    if (chunk.length === 0) return;
    const isWhole = at + chunk.length >= source.size;
    placeHead(kernel, chunk);
    const head = splitHead(kernel, chunk, delimiter, isWhole, Number.POSITIVE_INFINITY);
    const records = readHead(head, decode, Number.POSITIVE_INFINITY);
    const last = records.at(-1);
    if (last === undefined) {
      // One record is longer than what was read, or nothing but empty lines is left.
      if (at + chunk.length >= source.size || length > mostBytes) return;
      length *= 4;
      continue;
    }
    for (const { cells, linesBefore } of records) yield { cells, line: lines + linesBefore - countBreaks(cells) };
    at += last.nextAt;
    lines += last.linesBefore;
    length = chunkBytes;
  }
}

function countBreaks(cells: string[]): number {
  let count = 0;
  for (const cell of cells) if (/[\r\n]/.test(cell)) count += cell.match(/\r\n|\r|\n/g)?.length ?? 0;
  return count;
}
