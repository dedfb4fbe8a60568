import { fillMerged, type MergedCell, type Rows } from '../delimited/rows-to-csv.ts';
import { createCellLimit } from '../held-cells.ts';

const named: Record<string, string> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', ensp: '\u2002', emsp: '\u2003', middot: '·' },
  ...{ ldquo: '“', rdquo: '”', lsquo: '‘', rsquo: '’', mdash: '—', ndash: '–', hellip: '…', times: '×', copy: '©' },
};

/** One table of a page. */
export interface HtmlTable {
  rows: Rows;
  /** Cells filled with codes from merged ones, by column. */
  merged: Map<number, number>;
}

interface OpenTable {
  rows: string[][];
  spans: MergedCell[];
  /** Columns taken by a cell of a row above, and the row to which they are. */
  taken: Map<number, number>;
  row: string[] | null;
  cell: { text: string; column: number } | null;
  hasTables: boolean;
  /** Told of the cells of every row. */
  hold(cells: number): void;
}

const mostColumns = 16_384;
const ignored = /^(script|style|head|title|noscript|template)$/;

/**
 * The tables of a page, those within one another apart; a table that holds others is a layout and none. Cells are their text: numbers are
 * not read, so that no digit is lost. Tags need not be closed.
 */
export function readHtmlTables(html: string): HtmlTable[] {
  const found: HtmlTable[] = [];
  const open: OpenTable[] = [];
  const hold = createCellLimit();
  const unclosed = new Set<string>();
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    const text = html.slice(at, next < 0 ? html.length : next);
    const cell = open.at(-1)?.cell;
    if (text !== '' && cell !== undefined && cell !== null) cell.text += text;
    if (next < 0) break;
    if (html.startsWith('<!--', next)) {
      const end = html.indexOf('-->', next + 4);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    const end = findTagEnd(html, next);
    const tag = html.slice(next + 1, end);
    at = end + 1;
    const name = /^\/?[a-z][a-z0-9:]*/i.exec(tag)?.[0].toLowerCase();
    if (name === undefined) continue;
    if (ignored.test(name)) {
      if (name !== 'head') at = findClose(html, name, at, unclosed);
      continue;
    }
    handleTag(name, tag, open, found, hold);
  }
  while (open.length > 0) closeTable(open, found);
  return found;
}

function handleTag(name: string, tag: string, open: OpenTable[], found: HtmlTable[], hold: OpenTable['hold']): void {
  const table = open.at(-1);
  if (name === 'table') {
    if (table !== undefined) table.hasTables = true;
    open.push({ rows: [], spans: [], taken: new Map(), row: null, cell: null, hasTables: false, hold });
  } else if (table === undefined) return;
  else if (name === '/table') closeTable(open, found);
  else if (name === 'tr') startRow(table);
  else if (name === '/tr') closeRow(table);
  else if (name === 'td' || name === 'th') startCell(table, tag);
  else if (name === '/td' || name === '/th') closeCell(table);
  else if (table.cell !== null && /^(br|\/p|\/div|p|div|li)$/.test(name)) table.cell.text += ' ';
}

function startRow(table: OpenTable): void {
  closeRow(table);
  table.row = [];
}

function closeRow(table: OpenTable): void {
  closeCell(table);
  if (table.row !== null) {
    table.hold(1 + table.row.length);
    table.rows.push(table.row);
  }
  table.row = null;
}

function startCell(table: OpenTable, tag: string): void {
  closeCell(table);
  table.row ??= [];
  const at = table.rows.length;
  let column = table.row.length;
  while ((table.taken.get(column) ?? -1) >= at) {
    table.row.push('');
    column++;
  }
  table.cell = { text: '', column };
  table.row.push('');
  const across = Math.min(readSpan(tag, 'colspan'), Math.max(1, mostColumns - column));
  const down = readSpan(tag, 'rowspan');
  for (let more = 1; more < across && table.row.length < mostColumns; more++) table.row.push('');
  if (down < 2) return;
  table.hold(across);
  for (let taken = column; taken < column + across; taken++) table.taken.set(taken, at + down - 1);
  table.spans.push({ column, first: at, last: at + down - 1 });
}

function closeCell(table: OpenTable): void {
  if (table.cell === null || table.row === null) return;
  const { text, column } = table.cell;
  table.row[column] = decodeEntities(text)
    .replace(/[ \t\r\n\u00a0]+/g, ' ')
    .trim();
  table.cell = null;
}

function closeTable(open: OpenTable[], found: HtmlTable[]): void {
  const table = open.pop();
  if (table === undefined) return;
  closeRow(table);
  if (table.hasTables || table.rows.every((row) => row.every((cell) => cell === ''))) return;
  found.push({ rows: table.rows, merged: fillMerged(table.rows, table.spans) });
}

function readSpan(tag: string, name: string): number {
  const span = Number(new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,5})`, 'i').exec(tag)?.[1] ?? 1);
  return Math.max(1, span);
}

/**
 * Where the closing tag of an element stands whose content is no markup; `from` when it has none.
 *
 * @param unclosed names of which no closing tag is left, so that the rest is looked through once
 */
function findClose(html: string, name: string, from: number, unclosed: Set<string>): number {
  if (unclosed.has(name)) return from;
  const close = new RegExp(`</${name}`, 'gi');
  close.lastIndex = from;
  const found = close.exec(html);
  if (found === null) unclosed.add(name);
  return found?.index ?? from;
}

const longestTag = 1 << 14;

/** Where the tag ends that starts at `from`: quotes may hold a `>`. */
function findTagEnd(html: string, from: number): number {
  let quote = '';
  for (let at = from + 1; at < Math.min(html.length, from + longestTag); at++) {
    const character = html[at] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at;
  }
  const plain = html.indexOf('>', from);
  return plain < 0 ? html.length : plain;
}

/** Text of HTML or XML with what its entities stand for; unknown ones stay as they are. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z]{2,8});?/gi, (whole, name: string) => {
    if (name.startsWith('#')) {
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    }
    return named[name] ?? named[name.toLowerCase()] ?? whole;
  });
}
