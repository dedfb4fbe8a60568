import { takeCopyBlocks } from './copy-blocks.ts';

/** The rows that statements of a dump insert into one table. */
export interface InsertTable {
  name: string;
  /** As the statement lists them, or the table's definition; null: neither does. */
  columns: string[] | null;
  rows: string[][];
}

interface Reader {
  text: string;
  at: number;
}

const names = /(?:`((?:[^`]|``)+)`|"((?:[^"]|"")+)"|\[([^\]]+)\]|([\p{L}_$#][\p{L}\p{N}_$#]*))/uy;

/**
 * Reads the `INSERT INTO … VALUES (…), (…)` statements of a dump, whatever stands between them, and the lines that PostgreSQL copies in.
 * Strings are what they say, with two quotes or a backslash for one; numbers keep their digits; NULL is empty; anything else stays as it
 * is written.
 */
export function readDump(dump: string): InsertTable[] {
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
  const statement = /\b(?:insert(?:\s+(?:ignore|overwrite))?|replace)\s+(?:into\s+)?(?:table\s+)?/giy;
  const reader: Reader = { text, at: 0 };
  while (reader.at < text.length) {
    const start = findStatement(reader, hasBackslashes);
    if (start < 0) break;
    statement.lastIndex = start;
    const found = statement.exec(text);
    if (found === null) {
      reader.at = start + 6;
      continue;
    }
    reader.at = statement.lastIndex;
    const name = readTableName(reader);
    const columns = readColumnList(reader);
    skipSpace(reader);
    if (name === null || !/^values?\b/i.test(text.slice(reader.at, reader.at + 7))) continue;
    reader.at += /^values/i.test(text.slice(reader.at, reader.at + 6)) ? 6 : 5;
    readTuples(reader, addTo(name, columns), hasBackslashes);
  }
  return [...tables.values()].filter(({ rows }) => rows.length > 0);
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

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
}

function readName(reader: Reader): string | null {
  skipSpace(reader);
  names.lastIndex = reader.at;
  const found = names.exec(reader.text);
  if (found === null) return null;
  reader.at = names.lastIndex;
  return (found[1] ?? found[2] ?? found[3] ?? found[4] ?? '').replace(/``|""/g, (pair) => pair.charAt(0));
}

/** The last part of `schema`.`table`. */
function readTableName(reader: Reader): string | null {
  let name = readName(reader);
  skipSpace(reader);
  while (name !== null && reader.text[reader.at] === '.') {
    reader.at++;
    name = readName(reader);
    skipSpace(reader);
  }
  return name;
}

function readColumnList(reader: Reader): string[] | null {
  skipSpace(reader);
  if (reader.text[reader.at] !== '(') return null;
  const start = reader.at;
  reader.at++;
  const columns: string[] = [];
  while (true) {
    const name = readName(reader);
    if (name === null) break;
    columns.push(name);
    skipSpace(reader);
    const mark = reader.text[reader.at++];
    if (mark === ')') return columns;
    if (mark !== ',') break;
  }
  reader.at = start;
  return null;
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

/** One value, and the space after it. */
function readValue(reader: Reader, hasBackslashes: boolean): string {
  skipSpace(reader);
  const { text } = reader;
  const prefix = /[NnEeBbXx]?'/y;
  prefix.lastIndex = reader.at;
  const quoted = prefix.exec(text);
  if (quoted !== null) {
    const open = reader.at + quoted[0].length - 1;
    const end = findStringEnd(text, open, hasBackslashes);
    reader.at = end + 1;
    const value = undoEscapes(text.slice(open + 1, end), hasBackslashes);
    skipCast(reader);
    return value;
  }
  const start = reader.at;
  let depth = 0;
  while (reader.at < text.length) {
    const character = text[reader.at] ?? '';
    if (character === "'") reader.at = findStringEnd(text, reader.at, hasBackslashes);
    else if (character === '(') depth++;
    else if (depth === 0 && (character === ',' || character === ')')) break;
    else if (character === ')') depth--;
    reader.at++;
  }
  const value = text.slice(start, reader.at).trim();
  const inner = /^[a-z_]+\s*\(\s*'((?:[^']|'')*)'/i.exec(value)?.[1];
  if (inner !== undefined) return inner.replaceAll("''", "'");
  return /^null$/i.test(value) ? '' : value;
}

/** `'2020-01-01'::date` of PostgreSQL. */
function skipCast(reader: Reader): void {
  const cast = /\s*(::[\w ()[\]]+?)?\s*(?=[,)])/y;
  cast.lastIndex = reader.at;
  if (cast.exec(reader.text) !== null) reader.at = cast.lastIndex;
}

function findStringEnd(text: string, open: number, hasBackslashes: boolean): number {
  for (let at = open + 1; at < text.length; at++) {
    const character = text[at];
    if (character === '\\' && hasBackslashes) at++;
    else if (character === "'") {
      if (text[at + 1] !== "'") return at;
      at++;
    }
  }
  return text.length;
}

function undoEscapes(value: string, hasBackslashes: boolean): string {
  const plain = value.includes("''") ? value.replaceAll("''", "'") : value;
  if (!hasBackslashes || !plain.includes('\\')) return plain;
  return plain.replace(
    /\\(.)/gs,
    (_, character: string) => ({ n: '\n', r: '\r', t: '\t', '0': '' })[character] ?? character,
  );
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

function skipSpace(reader: Reader): void {
  const { text } = reader;
  while (true) {
    while (reader.at < text.length && text.charCodeAt(reader.at) <= 0x20) reader.at++;
    if (text.startsWith('--', reader.at)) reader.at = after(text, '\n', reader.at);
    else if (text.startsWith('/*', reader.at)) reader.at = after(text, '*/', reader.at + 2);
    else return;
  }
}
