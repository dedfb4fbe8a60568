import { parse } from 'csv-parse/sync';
import { fix } from '../../../src/clean/fix/fix.ts';
import type { Change, FixOptions, FixReport } from '../../../src/clean/fix/fix-report.ts';
import { isValid, normalize } from '../../../src/index.ts';
import { createPlatform, inputOf } from '../../engine/platform.ts';

export interface Outcome {
  bytes: Buffer;
  changes: Change[];
  report: FixReport;
}

/** Fixes bytes and gives what came out. */
export async function fixBytes(bytes: Uint8Array, options: FixOptions = {}, rangeBytes?: number): Promise<Outcome> {
  const pieces: Buffer[] = [];
  const changes: Change[] = [];
  const report = await fix(
    [inputOf(bytes)],
    {
      ...options,
      onBytes: (piece) => void pieces.push(Buffer.from(piece)),
      onChanges: (batch) => void changes.push(...batch),
    },
    createPlatform(rangeBytes),
  );
  return { bytes: Buffer.concat(pieces), changes, report: { ...report, elapsedSeconds: 0 } };
}

/** What a cell should become: its normalized form where that conforms. */
export function expectCell(cell: string): string {
  return isValid(cell) ? normalize(cell) : cell;
}

/** The text as it should become, by csv-parse and string splicing: only code cells differ. */
export function fixNaively(text: string, delimiter: string, column: number): string {
  const bytes = Buffer.from(text);
  const edits: { start: number; end: number; after: string }[] = [];
  let rowStart = 0;
  parse(bytes, {
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    cast: (value, { index, bytes: end, header }) => {
      if (index === 0) while (bytes[rowStart] === 0x0a || bytes[rowStart] === 0x0d) rowStart++;
      if (index === column && !header && expectCell(value) !== value) {
        const isQuoted = bytes[rowStart] === 0x22 && bytes[end - 1] === 0x22;
        const after = isQuoted ? `"${expectCell(value)}"` : expectCell(value);
        edits.push({ start: rowStart, end, after });
      }
      rowStart = end + 1;
      if (bytes[end] === 0x0a || bytes[end] === 0x0d) rowStart = end;
      return value;
    },
  });
  let from = 0;
  const pieces: Buffer[] = [];
  for (const { start, end, after } of edits) {
    pieces.push(bytes.subarray(from, start), Buffer.from(after));
    from = end;
  }
  pieces.push(bytes.subarray(from));
  return Buffer.concat(pieces).toString();
}
