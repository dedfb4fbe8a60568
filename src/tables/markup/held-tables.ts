import { refuse } from '../../messages/refusal/index.ts';
import { readBytes } from '../byte-source.ts';
import { type Rows, writeRows } from '../delimited/rows-to-csv.ts';
import { guessEncoding } from '../encoding.ts';
import { addInput, describeDamage, type Expander, type Expansion, type SourceFile, spoolPieces } from '../expansion.ts';
import { createCellLimit, mostCells } from '../held-cells.ts';
import { measure } from '../pieces.ts';
import { readDump } from '../sql/insert-rows.ts';
import { readHtmlTables } from './html-tables.ts';
import { readMhtmlParts } from './mhtml-parts.ts';
import { readXmlSheets } from './xml-sheets.ts';

/** A cell of HTML takes so many bytes at most, as programs write them. */
const mostBytes = 256 << 20;

/** A table that is held whole. */
export interface HeldTable {
  /** Empty: the only one of its file. */
  name: string;
  rows: Rows;
  header?: string[];
  /** Cells filled with codes from merged ones, by column. */
  merged?: Map<number, number>;
}

/** A web page: each table of it. */
export const expandHtml: Expander = (file, run) =>
  expandText(file, run, 'HTML', (bytes) => nameTables(readHtmlTables(decodePage(bytes, null))));

/** A web archive (MHTML): each table of its pages. */
export const expandMhtml: Expander = (file, run) =>
  expandText(file, run, 'MHTML', (bytes) =>
    nameTables(readMhtmlParts(bytes).flatMap((part) => readHtmlTables(decodePage(part.bytes, part.charset)))),
  );

/** A dump of a database: the rows that it inserts or copies, table by table. */
export const expandSql: Expander = (file, run) =>
  expandText(file, run, 'SQL', (bytes) => {
    const { encoding, markBytes } = guessEncoding(bytes, true);
    const { tables, selectCount } = readDump(new TextDecoder(encoding).decode(bytes.subarray(markBytes)));
    if (selectCount > 0 && tables.length > 0) {
      run.warnings.push({ code: 'rows-elsewhere', file: file.shown, count: selectCount });
    }
    return tables.map(({ name, columns, rows }) => ({
      name: tables.length > 1 ? name : '',
      rows,
      ...(columns === null ? {} : { header: columns }),
    }));
  });

/** SYLK. */
export const expandSylk: Expander = (file, run) =>
  expandText(file, run, 'SYLK', (bytes) => {
    const { encoding, markBytes } = guessEncoding(bytes, true);
    return [{ name: '', rows: readSylkRows(new TextDecoder(encoding).decode(bytes.subarray(markBytes))) }];
  });

/** XML Spreadsheet 2003: each of its sheets. */
export const expandXmlWorkbook: Expander = (file, run) =>
  expandText(file, run, 'Excel 2003 XML', (bytes) => {
    const { encoding, markBytes } = guessEncoding(bytes, true);
    const tables = readXmlSheets(new TextDecoder(encoding).decode(bytes.subarray(markBytes)));
    return tables.map((table) => (tables.length > 1 ? table : { ...table, name: '' }));
  });

async function expandText(
  file: SourceFile,
  run: Expansion,
  format: string,
  read: (bytes: Uint8Array) => HeldTable[],
): Promise<void> {
  const { shown, source } = file;
  if (source.size > mostBytes)
    throw refuse('input', { kind: 'too-large-format', file: shown, format, limit: mostCells });
  const bytes = await readBytes(source, 0, source.size);
  run.meter(bytes.length);
  let tables: HeldTable[];
  try {
    tables = read(bytes);
  } catch (error) {
    throw describeDamage(error, shown, format, run);
  }
  await addTables(tables, file, run, format);
}

/** Makes an input of every table. */
async function addTables(tables: HeldTable[], file: SourceFile, run: Expansion, format: string): Promise<void> {
  const { shown, spend } = file;
  const cells = tables.reduce((sum, { rows }) => sum + rows.reduce((count, row) => count + (row?.length ?? 0), 0), 0);
  if (cells > mostCells) throw refuse('input', { kind: 'too-large-format', file: shown, format, limit: mostCells });
  if (tables.length === 0)
    throw refuse('input', { kind: format === 'SQL' ? 'no-inserts' : 'holds-no-tables', file: shown });
  for (const { name, rows, header, merged } of tables) {
    const about = { ...file, shown: name === '' ? shown : `${shown}#${name}`, depth: file.depth + 1 };
    const table = await spoolPieces(
      measure(
        writeRows(rows, () => {}),
        spend,
      ),
      about,
      run,
      format,
    );
    addInput(table, run, {
      ...(header === undefined ? {} : { header }),
      ...(merged === undefined || merged.size === 0 ? {} : { merged: Object.fromEntries(merged) }),
      isOneOfSeveral: tables.length > 1,
    });
  }
}

function nameTables(tables: { rows: Rows; merged: Map<number, number> }[]): HeldTable[] {
  return tables.map((table, index) => ({ ...table, name: tables.length > 1 ? String(index + 1) : '' }));
}

/** Text of a page: in the charset of its header, of its own, or the one that fits. */
function decodePage(bytes: Uint8Array, charset: string | null): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const { encoding, markBytes } = guessEncoding(bytes, true);
  const named = charset ?? /charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ?? null;
  if (markBytes > 0 || named === null || encoding.startsWith('utf-16')) {
    return new TextDecoder(encoding).decode(bytes.subarray(markBytes));
  }
  const decoded = decodeAs(bytes, named) ?? decodeAs(bytes, encoding) ?? '';
  // Many a page says gb2312 and is UTF-8, or the other way round.
  return decoded.includes('\ufffd') ? new TextDecoder(encoding).decode(bytes) : decoded;
}

function decodeAs(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(/^(gb2312|gbk|x-gbk|gb_2312-80)$/i.test(label) ? 'gb18030' : label).decode(bytes);
  } catch {
    return null;
  }
}

/** The rows of a SYLK file, whose cells stand in records `C;Y1;X2;K"text"`; a `;` within a text is written twice. */
function readSylkRows(text: string): string[][] {
  const rows: string[][] = [];
  const hold = createCellLimit();
  let row = 1;
  let column = 1;
  for (const line of text.split(/\r\n|[\r\n]/)) {
    if (!/^[CF];/.test(line)) continue;
    let value: string | null = null;
    for (const field of line.slice(2).replaceAll(';;', '\u0001').split(';')) {
      const rest = field.slice(1).replaceAll('\u0001', ';');
      if (field.startsWith('Y')) row = Number(rest);
      else if (field.startsWith('X')) column = Number(rest);
      else if (field.startsWith('K')) value = /^".*"$/s.test(rest) ? rest.slice(1, -1).replaceAll('""', '"') : rest;
    }
    if (value === null || !line.startsWith('C') || !(row >= 1 && row <= 1_048_576 && column >= 1 && column <= 16_384))
      continue;
    hold(Math.max(0, row - rows.length));
    while (rows.length < row) rows.push([]);
    const cells = rows[row - 1] as string[];
    hold(Math.max(0, column - cells.length));
    while (cells.length < column) cells.push('');
    cells[column - 1] = value;
  }
  return rows;
}
