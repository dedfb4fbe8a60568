import { parse } from 'csv-parse/sync';
import type { ReturnedSheet } from '../../ledger/form/returned-sheet.ts';
import { refuse } from '../../messages/refusal/index.ts';
import { readBytes } from '../../tables/byte-source.ts';
import { guessEncoding, measureByteOrderMark } from '../../tables/encoding.ts';
import { openInputs } from '../inputs/open-inputs.ts';
import { prepareTempFolder } from '../temp/temp-folder.ts';

/** Forms that people fill in are small. */
const mostBytes = 256 * 2 ** 20;
const delimiters = [',', '\t', ';', '|'];

/**
 * Reads tables that people have filled in: workbooks of any kind, CSV. Every row is there, blank ones too, so that row 7 is what
 * the program that shows the sheet calls row 7.
 *
 * @throws {UsccError} `input` when one cannot be read
 */
export async function readSheets(files: string[]): Promise<ReturnedSheet[]> {
  const folder = prepareTempFolder(undefined);
  const opened = await openInputs(files, {}, folder).catch(async (error: unknown) => {
    await folder.remove();
    throw error;
  });
  try {
    const sheets: ReturnedSheet[] = [];
    for (const { path, source, table } of opened.inputs) {
      if (source.size > mostBytes)
        throw refuse('input', { kind: 'expands-too-far', file: path, limitBytes: mostBytes });
      const bytes = await readBytes(source, 0, source.size);
      const { encoding } = table === undefined ? guessEncoding(bytes, true) : { encoding: 'utf-8' as const };
      const text = new TextDecoder(encoding).decode(bytes.subarray(measureByteOrderMark(bytes, encoding)));
      sheets.push({ ...nameSheet(path), rows: splitRows(text, table === undefined) });
    }
    opened.verify();
    return sheets;
  } finally {
    opened.close();
    await folder.remove();
  }
}

/** `book.xlsx#Sheet1` → the file and its sheet. */
function nameSheet(path: string): { file: string; sheet: string | null } {
  const at = path.lastIndexOf('#');
  return at < 0 ? { file: path, sheet: null } : { file: path.slice(0, at), sheet: path.slice(at + 1) };
}

function splitRows(text: string, isGuessed: boolean): string[][] {
  const head = text.slice(0, 1 << 16);
  const counts = delimiters.map((delimiter) => head.split(delimiter).length);
  const delimiter = isGuessed ? (delimiters[counts.indexOf(Math.max(...counts))] ?? ',') : ',';
  return parse(text, {
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    record_delimiter: ['\r\n', '\n', '\r'],
  });
}
