/** A place in the text of a dump. */
export interface Reader {
  text: string;
  at: number;
}

const names = /(?:`((?:[^`]|``)+)`|"((?:[^"]|"")+)"|\[([^\]]+)\]|([\p{L}_$#][\p{L}\p{N}_$#]*))/uy;

/** Behind the next `mark`, or the end of the text. */
export function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
}

/** A name, quoted or not. */
export function readName(reader: Reader): string | null {
  skipSpace(reader);
  names.lastIndex = reader.at;
  const found = names.exec(reader.text);
  if (found === null) return null;
  reader.at = names.lastIndex;
  return (found[1] ?? found[2] ?? found[3] ?? found[4] ?? '').replace(/``|""/g, (pair) => pair.charAt(0));
}

/** The last part of `schema`.`table`. */
export function readTableName(reader: Reader): string | null {
  let name = readName(reader);
  skipSpace(reader);
  while (name !== null && reader.text[reader.at] === '.') {
    reader.at++;
    name = readName(reader);
    skipSpace(reader);
  }
  return name;
}

/** A list of columns in brackets; null where there is none. */
export function readColumnList(reader: Reader): string[] | null {
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

/** One value, and the space after it. */
export function readValue(reader: Reader, hasBackslashes: boolean): string {
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

/** Where the string that opens at `open` ends. */
export function findStringEnd(text: string, open: number, hasBackslashes: boolean): number {
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

/** Over space and comments. */
export function skipSpace(reader: Reader): void {
  const { text } = reader;
  while (true) {
    while (reader.at < text.length && text.charCodeAt(reader.at) <= 0x20) reader.at++;
    if (text.startsWith('--', reader.at)) reader.at = after(text, '\n', reader.at);
    else if (text.startsWith('/*', reader.at)) reader.at = after(text, '*/', reader.at + 2);
    else return;
  }
}

/** Whether a sticky pattern matches here; its `lastIndex` is behind it then. */
export function isAt({ text, at }: Reader, pattern: RegExp): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Goes behind what matches here. */
export function take(reader: Reader, pattern: RegExp): boolean {
  if (!isAt(reader, pattern)) return false;
  reader.at = pattern.lastIndex;
  return true;
}
