import type { DuplicateRecord } from '../../check/findings/finding.ts';
import { BYTE_ORDER_MARK, formatCell, formatCsv, joinRows } from '../../write/delimited.ts';
import type { CreateReportWriter } from '../report-writer.ts';

/** Columns of duplicates.csv; scripts rely on them. */
export const DUPLICATES_COLUMNS = ['group', 'kind', 'code', 'file', 'row', 'line', 'name'];

/** How the file begins. */
export const DUPLICATES_HEADER = BYTE_ORDER_MARK + formatCsv([DUPLICATES_COLUMNS]);

/** duplicates.csv, a batch at a time. */
export const createDuplicatesWriter: CreateReportWriter = (write, { files }) => {
  let head = DUPLICATES_HEADER;
  const add = async (records: DuplicateRecord[]): Promise<void> => {
    await write(head + formatDuplicates(records, files));
    head = '';
  };
  return { addFindings() {}, addDuplicates: add, finish: () => add([]) };
};

/** Records of duplicates as CSV lines, in their order. `files` are paths, in the order that records number them. */
export function formatDuplicates(records: DuplicateRecord[], files: string[]): string {
  const paths = files.map(formatCell);
  return joinRows(
    records.map(({ group, kind, code, file, row, line, name }) => [
      group,
      kind ?? '',
      formatCell(code),
      paths[file] ?? '',
      row,
      line,
      formatCell(name ?? ''),
    ]),
  );
}
