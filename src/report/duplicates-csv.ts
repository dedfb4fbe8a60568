import type { DuplicateRecord } from '../registry/finding.ts';
import { BYTE_ORDER_MARK, formatCsv } from './csv.ts';

/** Columns of duplicates.csv; scripts rely on them. */
export const DUPLICATES_COLUMNS = ['group', 'kind', 'code', 'file', 'row', 'line', 'name'];

/** How the file begins. */
export const DUPLICATES_HEADER = BYTE_ORDER_MARK + formatCsv([DUPLICATES_COLUMNS]);

/** Records of duplicates as CSV lines, in their order. `files` are paths, in the order that records number them. */
export function formatDuplicates(records: DuplicateRecord[], files: string[]): string {
  return formatCsv(
    records.map(({ group, kind, code, file, row, line, name }) => [
      group,
      kind ?? '',
      code,
      files[file] ?? '',
      row,
      line,
      name ?? '',
    ]),
  );
}
