import { matchMessagesFor } from '../../messages/match/index.ts';
import { formatCell, joinRows } from '../../write/list-rows.ts';
import { BYTE_ORDER_MARK } from '../../write/spreadsheet.ts';
import type { MatchRow } from './match-report.ts';

/** The first line of match.csv. */
export const MATCH_HEADER = `${BYTE_ORDER_MARK}file,row,line,column,status,code,name,registryCode,registryName,registryFile,registryRow,evidence,explanation\r\n`;

/** Rows as CSV lines, as `formatCsv` would write them; statuses and evidences need no care. */
export function formatMatches(rows: MatchRow[], lang: 'zh' | 'en'): string {
  const { explain } = matchMessagesFor(lang);
  const formatOften = createFormatOften();
  return joinRows(
    rows.map((one) => [
      formatOften(one.file),
      one.row,
      one.line,
      formatOften(one.column),
      one.status,
      formatCell(one.code),
      formatCell(one.name),
      formatCell(one.registryCode ?? ''),
      formatCell(one.registryName ?? ''),
      formatOften(one.registryFile ?? ''),
      one.registryRow ?? '',
      one.evidence ?? '',
      formatCell(explain(one.status, one.evidence, one.registryCode)),
    ]),
  );
}

/**
 * What stands around row, line, code and name in the line of a code about which the registry says nothing:
 *
 *   file,│ row,line │,column,absent,│ code,name │,,,,,,explanation
 */
export function listUnknownPieces(file: string, column: string, lang: 'zh' | 'en'): string[] {
  const { explain } = matchMessagesFor(lang);
  return [
    `${formatCell(file)},`,
    `,${formatCell(column)},absent,`,
    `,,,,,,${formatCell(explain('absent', null, null))}\r\n`,
  ];
}

/** Paths and names of columns stand on every row. */
function createFormatOften(): (cell: string) => string | number {
  const known = new Map<string, string | number>();
  return (cell) => {
    const formatted = known.get(cell) ?? formatCell(cell);
    known.set(cell, formatted);
    return formatted;
  };
}
