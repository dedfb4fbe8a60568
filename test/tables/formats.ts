import { gzipSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import { escapeXml, writeRows, writeWorkbook, writeZip } from './archives.ts';

/** One table of text in every format, by the ending of its name. */
export function writeFormats(header: string[], rows: string[][]): Record<string, Uint8Array> {
  const all = [header, ...rows];
  const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const csv = all.map((cells) => `${cells.map(quote).join(',')}\n`).join('');
  const objects = rows.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at]])));
  const markup = all
    .map((cells) => `<tr>${cells.map((cell) => `<td>${escapeXml(cell)}</td>`).join('')}</tr>`)
    .join('\r\n');
  const html = `<html><head><meta charset="utf-8"></head><body><table>${markup}</table></body></html>`;
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(all), 'S');
  const library = (bookType: 'biff8' | 'xlsb' | 'ods'): Uint8Array => write(book, { type: 'buffer', bookType });
  const sql = (cell: string): string => `'${cell.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
  const names = header.map((name) => `\`${name}\``).join(', ');
  const copied = (cell: string): string => cell.replaceAll('\\', '\\\\').replaceAll('\t', '\\t');
  const texts: Record<string, string> = {
    csv,
    tsv: all.map((cells) => `${cells.map(quote).join('\t')}\n`).join(''),
    json: JSON.stringify({ code: 0, data: { list: objects } }),
    ndjson: objects.map((object) => `${JSON.stringify(object)}\n`).join(''),
    html,
    mht: `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(html).toString('base64')}\r\n--b--\r\n`,
    xml: `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="S"><Table>${all
      .map(
        (cells) =>
          `<Row>${cells.map((cell) => `<Cell><Data ss:Type="String">${escapeXml(cell)}</Data></Cell>`).join('')}</Row>`,
      )
      .join('')}</Table></Worksheet></Workbook>`,
    sql: rows.map((cells) => `INSERT INTO \`t\` (${names}) VALUES (${cells.map(sql).join(', ')});\n`).join(''),
    'pg.sql': `SET client_encoding = 'UTF8';\nCOPY t (${header.map((name) => `"${name}"`).join(', ')}) FROM stdin;\n${rows.map((cells) => `${cells.map(copied).join('\t')}\n`).join('')}\\.\n`,
  };
  return {
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)])),
    xlsx: writeWorkbook({ sheets: [{ name: 'S', rows: writeRows(all) }] }),
    xls: library('biff8'),
    xlsb: library('xlsb'),
    ods: library('ods'),
    'csv.gz': gzipSync(csv),
    zip: writeZip([{ name: 'a.csv', data: csv }]),
  };
}
