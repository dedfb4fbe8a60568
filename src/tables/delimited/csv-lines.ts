import { quoteCell } from './quote-cell.ts';

const encoder = new TextEncoder();
const flushCharacters = 256 * 1024;

/** Lines of CSV, from cells that are strings. */
export interface CsvLines {
  /** Writes a row as line `line`, or as the next when that has been passed; empty lines stand for those between. */
  write(cells: readonly string[], line?: number): void;
  /** What has been written, when it is much or `isLast`. */
  take(isLast?: boolean): Uint8Array | null;
}

export function createCsvLines(): CsvLines {
  let text = '';
  let lineCount = 0;
  return {
    write(cells, line = 0) {
      const target = Math.max(line, lineCount + 1);
      if (target > lineCount + 1) text += '\n'.repeat(target - 1 - lineCount);
      lineCount = target;
      let row = '';
      for (let at = 0; at < cells.length; at++) row += (at === 0 ? '' : ',') + writeCell(cells[at] as string);
      text += `${row}\n`;
    },
    take(isLast = false) {
      if (text === '' || (!isLast && text.length < flushCharacters)) return null;
      const bytes = encoder.encode(text);
      text = '';
      return bytes;
    },
  };
}

/** Line breaks become spaces, so that a row is a line: codes and names are compared without either. */
function writeCell(cell: string): string {
  return quoteCell(/[\r\n]/.test(cell) ? cell.replace(/\r\n|[\r\n]/g, ' ') : cell);
}
