import { matchMessagesFor } from '../../messages/match/index.ts';
import { formatCsv } from '../../write/delimited.ts';
import { BYTE_ORDER_MARK } from '../../write/spreadsheet.ts';
import type { MatchRow } from './match-report.ts';

/** The first line of match.csv. */
export const MATCH_HEADER = `${BYTE_ORDER_MARK}file,row,line,column,status,code,name,registryCode,registryName,registryFile,registryRow,evidence,explanation\r\n`;

/** Rows as CSV lines. */
export function formatMatches(rows: MatchRow[], lang: 'zh' | 'en'): string {
  const { explain } = matchMessagesFor(lang);
  return formatCsv(
    rows.map((one) => [
      one.file,
      one.row,
      one.line,
      one.column,
      one.status,
      one.code,
      one.name,
      one.registryCode ?? '',
      one.registryName ?? '',
      one.registryFile ?? '',
      one.registryRow ?? '',
      one.evidence ?? '',
      explain(one.status, one.evidence, one.registryCode),
    ]),
  );
}
