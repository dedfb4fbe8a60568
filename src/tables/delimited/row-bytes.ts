import {
  type CsvBytes,
  createCsvBytes,
  reserve,
  takeBytes,
  writeBreaks,
  writeBytes,
  writeCommas,
} from './csv-bytes.ts';

/**
 * Rows as lines of CSV: row 7 of a sheet is line 7, empty lines stand for rows that are not there, and all rows are as wide
 * as the widest of the first, so that a row whose last cells are empty is not taken for a short one.
 */
export interface RowBytes {
  /** Where the cells of the row go. */
  cells: CsvBytes;
  /** Columns of the row that is being written, up to its last cell with content. */
  columns: number;
  /** Puts commas before a cell with content in column `column`, from 0. */
  startCell(column: number): void;
  /** Ends the row, which is line `line`; `hasCells`: a row of nothing but empty cells is a blank row. */
  endRow(line: number, hasCells: boolean): void;
  /** Ends the table. */
  end(): void;
  /** The lines that are complete. */
  take(): Uint8Array;
  /** Rows with content so far. */
  rowCount(): number;
}

/** Rows by which the width is chosen. */
const sampleRows = 200;
/** A row may be wider, but makes others as wide only when half of them are. */
const usualColumns = 256;

export function createRowBytes(): RowBytes {
  const lines = createCsvBytes();
  const cells = createCsvBytes();
  let sample: { line: number; columns: number; hasCells: boolean; bytes: Uint8Array }[] | null = [];
  let width = 0;
  let lineCount = 0;
  let rowCount = 0;

  function writeRow(line: number, columns: number, hasCells: boolean, bytes: Uint8Array, length: number): void {
    const target = Math.max(line, lineCount + 1);
    writeBreaks(lines, target - 1 - lineCount);
    lineCount = target;
    if (columns > 0) {
      reserve(lines, length);
      writeBytes(lines, bytes, 0, length);
      writeCommas(lines, width - columns);
    } else if (hasCells) writeCommas(lines, width - 1);
    writeBreaks(lines, 1);
  }

  function chooseWidth(): void {
    const widths = (sample ?? []).map(({ columns }) => columns).sort((a, b) => a - b);
    const median = widths[widths.length >> 1] ?? 0;
    width = Math.min(widths.at(-1) ?? 0, Math.max(usualColumns, median));
    for (const row of sample ?? []) writeRow(row.line, row.columns, row.hasCells, row.bytes, row.bytes.length);
    sample = null;
  }

  const rows: RowBytes = {
    cells,
    columns: 0,
    startCell(column) {
      writeCommas(cells, column - Math.max(0, rows.columns - 1));
      rows.columns = column + 1;
    },
    endRow(line, hasCells) {
      if (rows.columns > 0) rowCount++;
      if (sample === null) writeRow(line, rows.columns, hasCells, cells.bytes, cells.length);
      else sample.push({ line, columns: rows.columns, hasCells, bytes: cells.bytes.slice(0, cells.length) });
      cells.length = 0;
      rows.columns = 0;
      if (sample !== null && sample.length >= sampleRows) chooseWidth();
    },
    end() {
      if (sample !== null) chooseWidth();
    },
    take: () => takeBytes(lines),
    rowCount: () => rowCount,
  };
  return rows;
}
