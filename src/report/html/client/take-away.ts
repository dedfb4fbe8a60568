import type { Finding } from '../../../check/findings/finding.ts';
import { htmlMessagesFor } from '../../../messages/html/index.ts';
import { describeLocation } from '../../../messages/location/index.ts';
import { explain } from '../../../messages/verdict/index.ts';
import { escapeControls } from '../../../write/escape-controls.ts';
import { FINDINGS_HEADER, formatFindings } from '../../lists/findings-csv.ts';
import type { FindingsData } from '../findings-data.ts';
import { type PackedFinding, unpackFinding } from '../packed-finding.ts';
import { titleOf } from './facets.ts';
import { make } from './make.ts';

const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const PIECE_ROWS = 5000;

/** Offers rows as a file of the same form as findings.csv. */
export function downloadRows(rows: PackedFinding[], data: FindingsData): void {
  const context = { files: data.files, sheets: data.sheets, lang: data.lang, notes: data.listsAllNotes };
  const segments = [FINDINGS_HEADER];
  for (let first = 0; first < rows.length; first += PIECE_ROWS) {
    segments.push(formatFindings(rows.slice(first, first + PIECE_ROWS).map(unpackFinding), context));
  }
  const url = URL.createObjectURL(new Blob(segments, { type: 'text/csv;charset=utf-8' }));
  const link = make('a', { href: url, download: htmlMessagesFor(data.lang).table.fileName });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * Puts rows on the clipboard as a table whose cells are text, so that a spreadsheet keeps all 18 digits, and as text between tabs.
 * False when the browser does not allow it.
 */
export async function copyRows(rows: PackedFinding[], data: FindingsData): Promise<boolean> {
  const { columns } = htmlMessagesFor(data.lang).table;
  const head = [columns.place, columns.issue, columns.code, columns.suggestion, columns.name, columns.unit];
  const cells = [head, ...rows.map((row) => listCells(row, data))];
  const text = cells.map((line) => line.map(protect).join('\t')).join('\r\n');
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': new Blob([text], { type: 'text/plain' }),
        'text/html': new Blob([makeSheet(cells)], { type: 'text/html' }),
      }),
    ]);
    return true;
  } catch {
    return false;
  }
}

function listCells(row: PackedFinding, data: FindingsData): string[] {
  const finding: Finding = unpackFinding(row);
  const { file, row: record, line, key } = finding;
  const place = describeLocation(
    { path: data.files[file] ?? '', sheet: data.sheets[file] ?? null, line, row: record, key },
    data.lang,
  );
  const reason =
    finding.issue === null
      ? titleOf(row, data.lang)
      : explain(finding.issue, finding.normalized, data.lang, finding.suggestion);
  return [place, reason, finding.code, finding.suggestion ?? '', finding.name ?? '', finding.unit ?? ''];
}

/** Excel reads the style as “cells of text”. */
function makeSheet(lines: string[][]): string {
  const rows = lines.map((line) => make('tr', {}, ...line.map((cell) => make('td', {}, cell))));
  const table = make('table', {}, ...rows).outerHTML;
  return `<html><head><style>td{mso-number-format:"\\@"}</style></head><body>${table}</body></html>`;
}

/** On one line, and nothing that a spreadsheet would run. */
function protect(cell: string): string {
  const plain = escapeControls(cell);
  return FORMULA.test(cell) ? `'${plain}` : plain;
}
