import { maskIdentityNumbers } from '../code/mask.ts';
import { type FixMessages, fixMessagesFor } from '../messages/fix-messages.ts';
import { BYTE_ORDER_MARK, formatCsv } from '../report/csv.ts';
import { formatCount } from '../report/numbers.ts';
import type { Change } from './fix-report.ts';

/** The first line of the log. */
export const FIX_LOG_HEADER = `${BYTE_ORDER_MARK}file,row,line,column,before,after,reason,why\r\n`;

/** What every line of a log says alike. */
export interface FixLogFormat {
  file: string;
  /** Name of the code column. */
  column: string;
  lang: 'zh' | 'en';
}

/** Changes as CSV lines. Resident ID numbers are masked. */
export function formatChanges(changes: Change[], { file, column, lang }: FixLogFormat): string {
  const messages = fixMessagesFor(lang);
  return formatCsv(
    changes.map(({ row, line, before, after, reasons, source }) => {
      // Without a source the cell conforms, however it is written.
      const shown = source === null ? before : maskIdentityNumbers(before);
      return [file, row, line, column, shown, after, reasons.join(' '), explainReasons(reasons, source, messages)];
    }),
  );
}

function explainReasons(reasons: Change['reasons'], source: Change['source'], messages: FixMessages): string {
  const texts = reasons.map((reason) => messages.reasons[reason]);
  if (source === null) return messages.why(texts);
  const { file, row, name } = source;
  return messages.whyFilled(texts, { file, row: formatCount(row), name: maskIdentityNumbers(name) });
}
