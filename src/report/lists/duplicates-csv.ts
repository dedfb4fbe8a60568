import type { DuplicateRecord } from '../../check/findings/finding.ts';
import { formatCell, joinRows } from '../../write/list-rows.ts';
import { BYTE_ORDER_MARK } from '../../write/spreadsheet.ts';
import type { CreateReportWriter } from '../report-writer.ts';

/** Columns of duplicates.csv; scripts rely on them, new ones come at the end. */
const DUPLICATES_COLUMNS = [
  ...['group', 'kind', 'code', 'file', 'row', 'line', 'name'],
  ...['unit', 'sheet', 'sheet_row'],
];

/** How the file begins; one with records of engines has the column `key`, too. */
export const DUPLICATES_HEADER = BYTE_ORDER_MARK + joinRows([DUPLICATES_COLUMNS]);
const KEYED_HEADER = BYTE_ORDER_MARK + joinRows([[...DUPLICATES_COLUMNS, 'key']]);

/** duplicates.csv, a batch at a time. */
export const createDuplicatesWriter: CreateReportWriter = (write, { files, sheets, hasKeys = false }) => {
  let head = hasKeys ? KEYED_HEADER : DUPLICATES_HEADER;
  const add = async (records: DuplicateRecord[]): Promise<void> => {
    await write(head + formatDuplicates(records, files, sheets, hasKeys));
    head = '';
  };
  return { addFindings() {}, addDuplicates: add, finish: () => add([]) };
};

/** Records of duplicates as CSV lines, in their order. `files` are paths, in the order that records number them, `sheets` their sheets. */
export function formatDuplicates(
  records: DuplicateRecord[],
  files: string[],
  sheets: (string | null)[],
  hasKeys = false,
): string {
  const paths = files.map(formatCell);
  const shown = sheets.map((sheet) => (sheet === null ? null : formatCell(sheet)));
  return joinRows(
    records.map(({ group, kind, code, file, row, line, name, unit, key }) => [
      group,
      kind ?? '',
      formatCell(code),
      paths[file] ?? '',
      key === undefined ? row : '',
      key === undefined ? line : '',
      formatCell(name ?? ''),
      formatCell(unit ?? ''),
      shown[file] ?? '',
      (shown[file] ?? null) === null ? '' : line,
      ...(hasKeys ? [formatCell(key ?? '')] : []),
    ]),
  );
}
