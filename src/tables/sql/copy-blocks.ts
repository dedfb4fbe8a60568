/** Lines that a dump of PostgreSQL copies into a table. */
export interface CopyBlock {
  /** The table, and its columns where they are listed: `public.corp (id, code)`. */
  target: string;
  lines: string[][];
}

const escapes: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/**
 * Takes the blocks between `COPY … FROM stdin;` and `\.` out of a dump, in the text format that `pg_dump` writes: columns stand apart by
 * tabs, `\N` is NULL, and a backslash takes tabs, newlines and itself their meaning.
 *
 * @returns the blocks, and the statements that are left
 */
export function takeCopyBlocks(dump: string): { statements: string; blocks: CopyBlock[] } {
  const start = /^copy\s+([^;\n]*?)\s+from\s+stdin\s*;[ \t]*\r?\n/gim;
  const blocks: CopyBlock[] = [];
  const statements: string[] = [];
  let at = 0;
  for (let found = start.exec(dump); found !== null; found = start.exec(dump)) {
    statements.push(dump.slice(at, found.index));
    const end = /^\\\.\r?$/gm;
    end.lastIndex = start.lastIndex;
    const last = end.exec(dump);
    const lines = dump.slice(start.lastIndex, last?.index ?? dump.length).split(/\r?\n/);
    if (lines.at(-1) === '') lines.pop();
    blocks.push({ target: found[1] ?? '', lines: lines.map((line) => line.split('\t').map(readCell)) });
    at = last === null ? dump.length : end.lastIndex;
    start.lastIndex = at;
  }
  statements.push(dump.slice(at));
  return { statements: statements.join(''), blocks };
}

function readCell(cell: string): string {
  if (!cell.includes('\\')) return cell;
  if (cell === '\\N') return '';
  return cell.replace(/\\(x[\da-f]{1,2}|[0-7]{1,3}|.)/gi, (_, code: string) => {
    if (/^x./i.test(code)) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code);
  });
}
