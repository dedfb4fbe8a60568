import { isAt, type Reader, readValue, skipSpace, take } from './sql-text.ts';

/** A string or a number, its name, and what stands behind: another, the next SELECT, or the end. */
const constant = /\s*(?:[NnEe]?'|[-+]?\d|null\b)/iy;
const alias =
  /\s*(?:::[\w ()]+?)?\s*(?:as\s+)?(?!(?:from|union)\b)(?:[\p{L}_][\p{L}\p{N}_$#]*|"[^"]*"|`[^`]*`|\[[^\]]*\])?\s*/iuy;
const fromDual = /\s*from\s+(?:"?\w+"?\.)?"?dual"?\s*/iy;
const unionAll = /\s*union(?:\s+(?:all|distinct))?\s+(?=\(?\s*select\b)/iy;
const select = /\(?\s*select\s+/iy;
const end = /\s*\)?\s*(?:;|$)/y;

/**
 * The rows of `SELECT '…', '…' [FROM dual] UNION ALL SELECT …`.
 *
 * @returns null where they are not written out, but come from tables
 */
export function readConstantRows(reader: Reader, hasBackslashes: boolean): string[][] | null {
  const rows: string[][] = [];
  do {
    skipSpace(reader);
    if (!take(reader, select)) return null;
    const row: string[] = [];
    do {
      skipSpace(reader);
      if (!isAt(reader, constant)) return null;
      row.push(readConstant(reader, hasBackslashes));
      take(reader, alias);
      skipSpace(reader);
    } while (takeMark(reader, ','));
    take(reader, fromDual);
    skipSpace(reader);
    takeMark(reader, ')');
    rows.push(row);
  } while (take(reader, unionAll));
  skipSpace(reader);
  return isAt(reader, end) ? rows : null;
}

function readConstant(reader: Reader, hasBackslashes: boolean): string {
  const number = /[-+]?[\d.]+(?:e[-+]?\d+)?|null\b/iy;
  number.lastIndex = reader.at;
  const found = number.exec(reader.text)?.[0];
  if (found === undefined) return readValue(reader, hasBackslashes);
  reader.at = number.lastIndex;
  return /^null$/i.test(found) ? '' : found;
}

function takeMark(reader: Reader, mark: string): boolean {
  if (reader.text[reader.at] !== mark) return false;
  reader.at++;
  return true;
}
