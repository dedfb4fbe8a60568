import { maskCell } from '../../../src/code/cell/mask.ts';
import { normalize } from '../../../src/code/cell/normalize.ts';
import { UsccError } from '../../../src/code/error.ts';
import { openScan, type ScanJob } from '../../../src/engine/open-scan.ts';
import type { Dialect } from '../../../src/engine/plan/dialect.ts';
import type { FilePlan } from '../../../src/engine/plan/plan.ts';
import { pickRows } from '../../../src/engine/reread/pick.ts';
import { textAt, unpackTexts } from '../../../src/engine/reread/text-column.ts';
import { createDecode } from '../../../src/engine/scan/cell.ts';
import { scanByReference } from '../../../src/engine/scan/reference.ts';
import { createPlatform, inputOf } from '../platform.ts';

/** What a scanner makes of some bytes, in terms both scanners can be compared by. */
export interface Reading {
  /** Normalized code, name as written, physical line of every record. */
  records: [code: string, name: string, line: number][];
  blankRows: number;
  /** Lines of quotes read as ordinary characters. */
  openQuotes: number[];
  /** Lines of quoted line breaks in records whose cell count is not the header's. */
  glued: number[];
  raggedCount: number;
}

/** Something that reads records. */
export type Reader = (bytes: Uint8Array, dialect: Dialect) => Promise<Reading>;

/** A dialect without a header: code and name column, comma, UTF-8. */
export function createDialect(changes: Partial<Dialect> = {}): Dialect {
  return {
    encoding: 'utf-8',
    isTranscoded: false,
    delimiter: 0x2c,
    dataAt: 0,
    linesBefore: 0,
    codeColumn: 0,
    nameColumn: 1,
    unitColumn: -1,
    columnCount: 2,
    mayEscape: false,
    known: null,
    ...changes,
  };
}

/** csv-parse and its one rule on top. */
export const readByReference: Reader = async (bytes, dialect) => {
  const { records, openQuoteLines } = scanByReference(
    bytes.subarray(dialect.dataAt),
    String.fromCharCode(dialect.delimiter),
    createDecode(dialect.encoding),
  );
  const rows = records.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const ragged = rows.filter(({ cells }) => cells.length !== dialect.columnCount);
  return {
    records: rows.map(({ cells, line }) => [
      normalize(cells[dialect.codeColumn] ?? ''),
      maskCell(cells[dialect.nameColumn] ?? ''),
      line + dialect.linesBefore,
    ]),
    blankRows: records.length - rows.length,
    openQuotes: openQuoteLines,
    glued: ragged.filter(({ hasQuotedBreak }) => hasQuotedBreak).map(({ line }) => line),
    raggedCount: ragged.length,
  };
};

/** The kernel, over ranges of so many bytes. */
export function createKernelReader(rangeBytes: number): Reader {
  return async (bytes, dialect) => {
    const input = inputOf(bytes, 'test.csv');
    const plan: FilePlan = {
      path: 'test.csv',
      input,
      original: input,
      bytes: bytes.length,
      encoding: dialect.encoding,
      dialect,
      delimiter: String.fromCharCode(dialect.delimiter),
      codeColumn: '',
      nameColumn: '',
      unitColumn: null,
      isOpen: false,
      header: null,
      isGuessed: false,
      titleCount: 0,
      titleLines: [],
      headerLine: null,
      skipped: [],
      warnings: [],
    };
    const reading: Reading = { records: [], blankRows: 0, openQuotes: [], glued: [], raggedCount: 0 };
    const job: ScanJob = { plans: [plan], key: 'code', platform: createPlatform(rangeBytes), options: {} };
    const scan = await openScan(job).catch((error: unknown) => {
      if (error instanceof UsccError && error.refusal?.kind === 'no-rows') return null;
      throw error;
    });
    if (scan === null) return (await readNothing(bytes, dialect)) ?? reading;
    reading.blankRows = scan.blankRows;
    reading.openQuotes = scan.files[0]?.openQuotes.lines ?? [];
    reading.glued = scan.files[0]?.glued.lines ?? [];
    reading.raggedCount = scan.files[0]?.ragged.count ?? 0;
    for (const [index, range] of scan.ranges.entries()) {
      const rows = Uint32Array.from({ length: range.records }, (_, row) => row);
      const { codes, names, lines } = await pickRows(scan, { range: index, rows }, 'text');
      for (const [row, code] of unpackTexts(codes).entries()) {
        reading.records.push([code, textAt(names, row), (lines[row] ?? 0) + range.lineBase + 1]);
      }
    }
    return reading;
  };
}

/** The engine refuses a file without records; blank rows are all that can be compared then. */
async function readNothing(bytes: Uint8Array, dialect: Dialect): Promise<Reading | null> {
  const reading = await readByReference(bytes, dialect);
  return reading.records.length === 0 ? reading : null;
}
