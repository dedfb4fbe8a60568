import { SaxesParser, type SaxesTagNS } from 'saxes';
import { BrokenError, RefusedError } from '../broken.ts';
import { fillMerged, type MergedCell, repeatsRecord } from '../delimited/rows-to-csv.ts';
import { createCellLimit } from '../held-cells.ts';
import { writeNumber } from '../workbook/number-text.ts';
import { mostXmlDepth } from '../workbook/xlsx-parts.ts';

/** A sheet of a workbook. */
export interface XmlSheet {
  name: string;
  rows: string[][];
  /** Cells filled with codes from merged ones, by column. */
  merged: Map<number, number>;
}

const lastRow = 1_048_576;
const lastColumn = 16_384;

/** The sheets of an XML Spreadsheet 2003 workbook. Numbers keep the digits they are written with. */
export function readXmlSheets(text: string): XmlSheet[] {
  const sheets: XmlSheet[] = [];
  const hold = createCellLimit();
  const parser = new SaxesParser({ xmlns: true });
  let rows: string[][] = [];
  let spans: MergedCell[] = [];
  let name = '';
  let depth = 0;
  let row = 0;
  let column = 0;
  let across = 0;
  let type = '';
  let value: string | null = null;
  const attributeOf = (tag: SaxesTagNS, wanted: string): string | undefined =>
    Object.values(tag.attributes).find(({ local }) => local === wanted)?.value;
  const place = (index: string | undefined, next: number, last: number): number => {
    const at = index === undefined ? next : Number(index);
    if (!(at >= next && at <= last)) throw new BrokenError({ kind: 'technical', reason: `ss:Index ${index}` });
    return at;
  };
  parser.on('doctype', () => {
    throw new RefusedError('doctype');
  });
  parser.on('error', (error) => {
    throw new BrokenError({ kind: 'technical', reason: error.message });
  });
  parser.on('opentag', (tag: SaxesTagNS) => {
    if (++depth > mostXmlDepth) throw new BrokenError({ kind: 'nested-too-deep' });
    if (tag.local === 'Worksheet') {
      name = attributeOf(tag, 'Name') ?? '';
      rows = [];
      spans = [];
      row = 0;
    } else if (tag.local === 'Row') {
      row = place(attributeOf(tag, 'Index'), row + 1, lastRow);
      hold(row - rows.length);
      while (rows.length < row) rows.push([]);
      column = 0;
      across = 0;
    } else if (tag.local === 'Cell') {
      column = place(attributeOf(tag, 'Index'), column + across + 1, lastColumn);
      across = Number(attributeOf(tag, 'MergeAcross') ?? 0);
      const down = Number(attributeOf(tag, 'MergeDown') ?? 0);
      if (down > 0) spans.push({ column: column - 1, first: row - 1, last: row - 1 + down });
    } else if (tag.local === 'Data') {
      type = attributeOf(tag, 'Type') ?? 'String';
      value = '';
    }
  });
  const add = (piece: string): void => {
    if (value !== null) value += piece;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', (tag) => {
    depth--;
    if (tag.local === 'Data' && value !== null) {
      const cells = rows[row - 1] ?? [];
      hold(Math.max(0, column - cells.length));
      while (cells.length < column) cells.push('');
      cells[column - 1] = writeData(type, value);
      value = null;
    } else if (tag.local === 'Worksheet') {
      const end = spans.reduce((most, { column, first, last }) => {
        const isCode = repeatsRecord(rows[first]?.[column] ?? '');
        return isCode ? Math.max(most, Math.min(last + 1, lastRow)) : most;
      }, rows.length);
      hold(end - rows.length);
      while (rows.length < end) rows.push([]);
      sheets.push({ name, rows, merged: fillMerged(rows, spans) });
    }
  });
  parser.write(text).close();
  return sheets.filter((sheet) => sheet.rows.some((cells) => cells.some((cell) => cell !== '')));
}

function writeData(type: string, value: string): string {
  if (type === 'Number') return writeNumber(value);
  if (type === 'Boolean') return value === '1' ? 'TRUE' : 'FALSE';
  return type === 'DateTime'
    ? value
        .replace(/T00:00:00(\.000)?$/, '')
        .replace('T', ' ')
        .replace(/\.000$/, '')
    : value;
}
