import { escapeXml, unescapeXml } from '../../write/workbook/xml-text.ts';

/** A row of a sheet's XML as it stands there. */
export interface XmlRow {
  /** From 1. */
  number: number;
  /** `spans="1:9" ht="20" customHeight="1"`, without its number. */
  attributes: string;
  cells: XmlCell[];
}

export interface XmlCell {
  /** `C`. */
  column: string;
  /** `s="4"`: everything but place and type. */
  attributes: string;
  type: string | null;
  /** What stands between its tags; null: nothing does. */
  inner: string | null;
}

const rowPattern = /<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g;
const cellPattern = /<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g;

/** The rows of `<sheetData>`, and what stands before and after them. */
export function splitSheet(xml: string): { before: string; rows: XmlRow[]; after: string } | null {
  const match = /<sheetData\s*(?:\/>|>([\s\S]*?)<\/sheetData>)/.exec(xml);
  if (match === null) return null;
  const rows: XmlRow[] = [];
  for (const [, attributes = '', inner = ''] of (match[1] ?? '').matchAll(rowPattern)) {
    const number = Number(readAttribute(attributes, 'r') ?? (rows.at(-1)?.number ?? 0) + 1);
    rows.push({ number, attributes: dropAttribute(attributes, 'r'), cells: readCells(inner) });
  }
  return { before: xml.slice(0, match.index), rows, after: xml.slice(match.index + match[0].length) };
}

function readCells(inner: string): XmlCell[] {
  const cells: XmlCell[] = [];
  for (const [, attributes = '', content] of inner.matchAll(cellPattern)) {
    const place = readAttribute(attributes, 'r');
    const column =
      place === null ? nameColumn(columnNumber(cells.at(-1)?.column ?? '') + 1) : place.replace(/\d+$/, '');
    const type = readAttribute(attributes, 't');
    cells.push({
      column,
      attributes: dropAttribute(dropAttribute(attributes, 'r'), 't'),
      type,
      inner: content === undefined || content === '' ? null : content,
    });
  }
  return cells;
}

/** The rows as `<sheetData>`. */
export function formatSheetData(rows: XmlRow[]): string {
  const parts = rows.map(({ number, attributes, cells }) => {
    const inner = [...cells]
      .sort((a, b) => columnNumber(a.column) - columnNumber(b.column))
      .map(({ column, attributes: own, type, inner: content }) => {
        const head = `<c r="${column}${number}"${pad(own)}${type === null ? '' : ` t="${type}"`}`;
        return content === null ? `${head}/>` : `${head}>${content}</c>`;
      });
    return `<row r="${number}"${pad(attributes)}>${inner.join('')}</row>`;
  });
  return `<sheetData>${parts.join('')}</sheetData>`;
}

/** A text as the content of a cell of type `inlineStr`. */
export function inlineText(text: string): Pick<XmlCell, 'type' | 'inner'> {
  return text === ''
    ? { type: null, inner: null }
    : { type: 'inlineStr', inner: `<is><t xml:space="preserve">${escapeXml(text)}</t></is>` };
}

/** What a cell shows, as far as it is text or a number. */
export function readCellText({ type, inner }: XmlCell, shared: string[]): string {
  if (inner === null) return '';
  const value = /<v[^>]*>([\s\S]*?)<\/v>/.exec(inner)?.[1];
  if (type === 's') return shared[Number(value)] ?? '';
  return type === 'inlineStr' ? readTexts(inner) : unescapeXml(value ?? '');
}

/** The texts of `xl/sharedStrings.xml`. */
export function readSharedTexts(xml: string): string[] {
  return [...xml.matchAll(/<si\b[^>]*?(?:\/>|>([\s\S]*?)<\/si>)/g)].map(([, inner = '']) => readTexts(inner));
}

/** Readings of Chinese characters (`rPh`) are no text of the cell. */
function readTexts(inner: string): string {
  const plain = inner.replace(/<rPh\b[\s\S]*?<\/rPh>/g, '');
  return [...plain.matchAll(/<t\b[^>]*?(?:\/>|>([\s\S]*?)<\/t>)/g)].map(([, text = '']) => unescapeXml(text)).join('');
}

export function readAttribute(attributes: string, name: string): string | null {
  const match = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes);
  return match?.[1] === undefined ? null : unescapeXml(match[1]);
}

function dropAttribute(attributes: string, name: string): string {
  return attributes.replace(new RegExp(`(?:^|\\s)${name}="[^"]*"`), '').trim();
}

function pad(attributes: string): string {
  return attributes === '' ? '' : ` ${attributes}`;
}

/** `C` → 3. */
export function columnNumber(column: string): number {
  let number = 0;
  for (const letter of column) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** 3 → `C`. */
export function nameColumn(number: number): string {
  let name = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}
