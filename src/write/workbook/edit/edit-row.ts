import { escapeXml } from '../xml-text.ts';
import type { RowShift } from './row-shift.ts';
import type { CellEdit, Look } from './table-edits.ts';

/** What rewriting the rows of one sheet takes. */
export interface RowRules {
  /** The prefix of the sheet's elements, `x:` or nothing. */
  prefix: string;
  shift: RowShift;
  /** Columns, from 0, whose numbers of 16 digits and more become text: a spreadsheet program would round them. */
  textColumns: number[];
  /** The first column, from 0, that was added on the right. */
  addedFrom: number;
  /** The number of the cell format that is `style` with this look. */
  styleOf(style: number, look: Look): number;
}

interface Cell {
  column: number;
  attributes: string;
  /** What stands between its tags; null: `<c/>`. */
  content: string | null;
}

const longNumber = /<(?:\w+:)?v>\d{16,}<\//;

/** Formulas, which refer to rows, and texts, which may look like attributes. */
const notOnlyPlaces = /<(?:\w+:)?(?:f|is|t|extLst)\b/;
const places = /(\sr="[A-Z]*)\d+"/g;

/** Written for readers that want to know the size of a row; nobody has to. */
const spans = /\s+spans="[^"]*"/;
const noCell = { attributes: '', content: null };

/** Whether a row holds a number that may have to become text. */
export function hasLongNumber(xml: string): boolean {
  return longNumber.test(xml);
}

/** A row as it becomes; `number` is where it stood, `inherited` the cells of rows above that it takes over. */
export function editRow(
  xml: string,
  number: number,
  edits: CellEdit[],
  rules: RowRules,
  inherited: string[] = [],
): string {
  const { prefix, shift } = rules;
  const isOnlyMoved =
    edits.length === 0 && inherited.length === 0 && (rules.textColumns.length === 0 || !hasLongNumber(xml));
  // Nine in ten of the rows below one that went: nothing in them but places, formats and numbers of shared texts.
  if (isOnlyMoved && !notOnlyPlaces.test(xml)) return xml.replace(places, `$1${shift.move(number)}"`);
  const tagEnd = xml.indexOf('>');
  const isEmpty = xml[tagEnd - 1] === '/';
  const moved = shift.move(number);
  if (moved === number && inherited.length === 0 && !isEmpty && isOnlyExtended(xml, edits, rules)) {
    const end = xml.length - `</${prefix}row>`.length;
    let text = xml.slice(0, tagEnd).replace(spans, '') + xml.slice(tagEnd, end);
    for (const edit of edits) text += writeCell({ ...noCell, column: edit.column }, edit, moved, rules);
    return text + xml.slice(end);
  }
  const attributes = xml
    .slice(prefix.length + 4, isEmpty ? tagEnd - 1 : tagEnd)
    .replace(spans, '')
    .replace(/(\s)r="\d+"/, `$1r="${moved}"`);
  const cells = isEmpty ? [] : readCells(xml.slice(tagEnd + 1), prefix);
  const taken = readCells(inherited.join(''), prefix);
  const byColumn = new Map([...cells, ...taken].map((cell) => [cell.column, cell]));
  const edited = new Map(edits.map((edit) => [edit.column, edit]));
  const columns = [...new Set([...byColumn.keys(), ...edited.keys()])].sort((a, b) => a - b);
  const written = columns.map((column) => {
    const cell = byColumn.get(column) ?? { ...noCell, column };
    const edit = edited.get(column) ?? keepDigits(cell, rules);
    return writeCell(cell, edit, moved, rules);
  });
  return `<${prefix}row${attributes}>${written.join('')}</${prefix}row>`;
}

/** Whether a row takes cells behind its last one, and stays as it is otherwise. */
function isOnlyExtended(xml: string, edits: CellEdit[], { prefix, addedFrom, textColumns }: RowRules): boolean {
  const first = edits[0]?.column ?? 0;
  if (first < addedFrom || (textColumns.length > 0 && hasLongNumber(xml))) return false;
  // Cells without anything but a format may stand further to the right than anything that was read.
  const last = xml.slice(xml.lastIndexOf(`<${prefix}c `));
  const letters = /^[^>]*\sr="([A-Z]+)\d+"/.exec(last)?.[1];
  return letters !== undefined && readColumn(letters) < first;
}

/** A number that a spreadsheet program would round, as text. */
function keepDigits(cell: Cell, { textColumns }: RowRules): Omit<CellEdit, 'column'> | null {
  if (!textColumns.includes(cell.column) || cell.content === null || !/^(?:n)?$/.test(typeOf(cell))) return null;
  const digits = /<(?:\w+:)?v>(\d{16,})<\//.exec(cell.content)?.[1];
  return digits === undefined || /<(?:\w+:)?f\b/.test(cell.content) ? null : { text: digits, look: 'changed' };
}

function writeCell(cell: Cell, edit: Omit<CellEdit, 'column'> | null, row: number, rules: RowRules): string {
  const { prefix, shift } = rules;
  const name = `${nameColumn(cell.column)}${row}`;
  const style = Number(/\ss="(\d+)"/.exec(cell.attributes)?.[1] ?? 0);
  const others = cell.attributes.replace(/\s(?:r|s|t)="[^"]*"/g, '');
  const type = typeOf(cell);
  const shown = edit === null ? style : rules.styleOf(style, edit.look);
  const start = `<${prefix}c r="${name}"${shown === 0 ? '' : ` s="${shown}"`}${others}`;
  if (edit !== null && edit.text !== null) {
    const space = /^\s|\s$|\n/.test(edit.text) ? ' xml:space="preserve"' : '';
    const text = `<${prefix}is><${prefix}t${space}>${escapeXml(edit.text)}</${prefix}t></${prefix}is>`;
    return `${start} t="inlineStr">${text}</${prefix}c>`;
  }
  const kept = `${start}${type === '' ? '' : ` t="${type}"`}`;
  if (cell.content === null) return `${kept}/>`;
  return `${kept}>${shift.hasMoved ? moveFormulas(cell.content, shift) : cell.content}</${prefix}c>`;
}

/** Formulas that several cells share would lose the one that has the text: their cells keep what they last came to. */
function moveFormulas(content: string, shift: RowShift): string {
  return content.replace(
    /<((?:\w+:)?f)\b([^>]*?)(?:\/>|>([^<]*)<\/(?:\w+:)?f>)/g,
    (_, tag, attributes: string, formula = '') =>
      /\bt="(?:shared|array|dataTable)"/.test(attributes)
        ? ''
        : `<${tag}${attributes}>${shift.moveFormula(formula)}</${tag}>`,
  );
}

function readCells(xml: string, prefix: string): Cell[] {
  const cells: Cell[] = [];
  const pattern = new RegExp(`<${prefix}c(\\s[^>]*?|)(?:/>|>([\\s\\S]*?)</${prefix}c>)`, 'g');
  for (const [, attributes = '', content] of xml.matchAll(pattern)) {
    const letters = /\sr="([A-Z]+)\d+"/.exec(attributes)?.[1];
    const column = letters === undefined ? (cells.at(-1)?.column ?? -1) + 1 : readColumn(letters);
    cells.push({ column, attributes, content: content ?? null });
  }
  return cells;
}

function typeOf({ attributes }: Cell): string {
  return /\st="([^"]*)"/.exec(attributes)?.[1] ?? '';
}

/** `AB` of column 27. */
export function nameColumn(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

function readColumn(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
