import { readConstantRows } from './constant-rows.ts';
import { takeCopyBlocks } from './copy-blocks.ts';
import {
  after,
  findStringEnd,
  isAt,
  type Reader,
  readColumnList,
  readName,
  readTableName,
  readValue,
  skipSpace,
  take,
} from './sql-text.ts';

/** The rows that statements of a dump insert into one table. */
export interface InsertTable {
  name: string;
  /** As the statement lists them, or the table's definition; null: neither does. */
  columns: string[] | null;
  rows: string[][];
}

/** What a dump inserts. */
export interface Dump {
  tables: InsertTable[];
  /** Statements that take their rows from tables of the database: these are not in the dump. */
  selectCount: number;
}

const statement = /(?:insert(?:\s+(?:ignore|overwrite))?|replace)\s+(?:into\s+)?(?:table\s+)?/iy;
const insertAll = /insert\s+(?:all|first)\s+(?=into\b)/iy;
const into = /into\s+/iy;
const selected = /\(?\s*(?:select|with)\b/iy;

/**
 * Reads the `INSERT INTO … VALUES (…), (…)` statements of a dump, whatever stands between them, those whose rows are selected one by one
 * (`SELECT '…', '…' UNION ALL …`), Oracle's `INSERT ALL`, and the lines that PostgreSQL copies in. Strings are what they say, with two quotes
 * or a backslash for one; numbers keep their digits; NULL is empty; anything else stays as it is written.
 */
export function readDump(dump: string): Dump {
  const tables = new Map<string, InsertTable>();
  const addTo = (name: string, columns: string[] | null): string[][] => {
    const key = `${name} ${(columns ?? []).join(',')}`;
    const table = tables.get(key) ?? { name, columns: columns ?? definitions.get(name) ?? null, rows: [] };
    tables.set(key, table);
    return table.rows;
  };
  const { statements: text, blocks } = takeCopyBlocks(dump);
  const definitions = readDefinitions(text);
  for (const { target, lines } of blocks) {
    const reader: Reader = { text: target, at: 0 };
    const name = readTableName(reader);
    const rows = addTo(name ?? '', readColumnList(reader));
    for (const line of lines) rows.push(line);
  }
  const hasBackslashes = !/\bstandard_conforming_strings\s*=\s*on\b/i.test(text.slice(0, 4096));
  const reader: Reader = { text, at: 0 };
  let selectCount = 0;

  /** What is inserted into one table; false where there are no rows. */
  function readInsert(): boolean {
    const name = readTableName(reader);
    const columns = readColumnList(reader);
    skipSpace(reader);
    if (name === null) return false;
    if (take(reader, /values?\b/iy)) {
      readTuples(reader, addTo(name, columns), hasBackslashes);
      return true;
    }
    if (!isAt(reader, selected)) return false;
    const rows = readConstantRows(reader, hasBackslashes);
    if (rows === null) selectCount++;
    else addTo(name, columns).push(...rows);
    return rows !== null;
  }

  while (reader.at < text.length) {
    const start = findStatement(reader, hasBackslashes);
    if (start < 0) break;
    reader.at = start;
    if (take(reader, insertAll)) {
      while (take(reader, into) && readInsert()) skipSpace(reader);
    } else if (take(reader, statement)) readInsert();
    else reader.at = start + 6;
  }
  return { tables: [...tables.values()].filter(({ rows }) => rows.length > 0), selectCount };
}

/** Where the next INSERT or REPLACE stands that is in no string and no comment. */
function findStatement({ text, at }: Reader, hasBackslashes: boolean): number {
  const interesting = /'|"|--|\/\*|\b(?:insert|replace)\s/gi;
  interesting.lastIndex = at;
  for (let found = interesting.exec(text); found !== null; found = interesting.exec(text)) {
    const [mark] = found;
    if (mark === "'") interesting.lastIndex = findStringEnd(text, found.index, hasBackslashes) + 1;
    else if (mark === '"') interesting.lastIndex = after(text, '"', found.index + 1);
    else if (mark === '--') interesting.lastIndex = after(text, '\n', found.index);
    else if (mark === '/*') interesting.lastIndex = after(text, '*/', found.index + 2);
    else return found.index;
  }
  return -1;
}

function readTuples(reader: Reader, rows: string[][], hasBackslashes: boolean): void {
  while (true) {
    skipSpace(reader);
    if (reader.text[reader.at] !== '(') return;
    reader.at++;
    const row: string[] = [];
    while (true) {
      row.push(readValue(reader, hasBackslashes));
      const mark = reader.text[reader.at++];
      if (mark === ')') break;
      if (mark !== ',') return;
    }
    rows.push(row);
    skipSpace(reader);
    if (reader.text[reader.at] !== ',') return;
    reader.at++;
  }
}

/** Columns of tables as `CREATE TABLE` lists them. */
function readDefinitions(text: string): Map<string, string[]> {
  const definitions = new Map<string, string[]>();
  const statement = /\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?/gi;
  for (let found = statement.exec(text); found !== null; found = statement.exec(text)) {
    const reader: Reader = { text, at: statement.lastIndex };
    const name = readTableName(reader);
    skipSpace(reader);
    if (name === null || text[reader.at] !== '(') continue;
    reader.at++;
    const columns: string[] = [];
    while (reader.at < text.length) {
      const column = readName(reader);
      if (column === null) break;
      if (!/^(primary|key|unique|constraint|index|foreign|check|fulltext)$/i.test(column)) columns.push(column);
      skipDefinition(reader);
      if (text[reader.at++] !== ',') break;
    }
    if (columns.length > 0) definitions.set(name, columns);
  }
  return definitions;
}

function skipDefinition(reader: Reader): void {
  let depth = 0;
  for (; reader.at < reader.text.length; reader.at++) {
    const character = reader.text[reader.at];
    if (character === "'") reader.at = findStringEnd(reader.text, reader.at, true);
    else if (character === '(') depth++;
    else if (character === ')' && depth-- === 0) return;
    else if (character === ',' && depth === 0) return;
  }
}
