import { suspectMessagesFor } from '../../messages/suspect/index.ts';
import type { Suspect } from '../../suspects/suspect.ts';
import { formatCsv } from '../../write/delimited.ts';
import { BYTE_ORDER_MARK } from '../../write/spreadsheet.ts';
import type { CreateReportWriter } from '../report-writer.ts';

/** Columns of suspects.csv; scripts rely on them, new ones come at the end. */
const SUSPECTS_COLUMNS = [
  ...['suspect', 'kind', 'evidence', 'confidence', 'explanation', 'code', 'file', 'row', 'line', 'name'],
  ...['sheet', 'sheet_row'],
];

/** suspects.csv: one row a record, those of one suspect together. */
export const createSuspectsWriter: CreateReportWriter = (write, { files, sheets, lang }) => {
  const messages = suspectMessagesFor(lang);
  let head = BYTE_ORDER_MARK + formatCsv([SUSPECTS_COLUMNS]);
  let count = 0;
  const add = async (suspects: Suspect[]): Promise<void> => {
    const rows = suspects.flatMap(({ kind, evidence, confidence, records }) => {
      count++;
      const explanation = messages.explain(kind, evidence);
      return records.map(({ code, file, row, line, name }) => [
        ...[count, kind, evidence, confidence, explanation, code, files[file] ?? '', row, line, name],
        ...[sheets[file] ?? '', (sheets[file] ?? null) === null ? '' : line],
      ]);
    });
    await write(head + formatCsv(rows));
    head = '';
  };
  return { addFindings() {}, addDuplicates() {}, addSuspects: add, finish: () => add([]) };
};
