import { maskCell, maskIdentityNumbers } from '../../code/cell/mask.ts';
import { fixMessagesFor } from '../../messages/fix/index.ts';
import { describeLocation } from '../../messages/location/index.ts';
import { formatCell, joinRows } from '../../write/list-rows.ts';
import { BYTE_ORDER_MARK } from '../../write/spreadsheet.ts';
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
  const [shownFile, shownColumn] = [formatCell(file), formatCell(column)];
  /** Where the cell says why itself, few reasons are given over and over. */
  const known = new Map<string, string>();
  let text = '';
  for (const { row, line, before, after, reasons, source } of changes) {
    const reason = reasons.join(' ');
    let why = source === null ? known.get(reason) : undefined;
    if (why === undefined) {
      why = joinRows([[reason, explainReasons(reasons, source, lang)].map(formatCell)]);
      if (source === null) known.set(reason, why);
    }
    // Without a source the cell conforms, however it is written.
    const shown = formatCell(source === null ? before : maskIdentityNumbers(before));
    text += `${shownFile},${row},${line},${shownColumn},${shown},${after},${why}`;
  }
  return text;
}

/** Why a cell was written anew, in words. */
export function explainReasons(reasons: Change['reasons'], source: Change['source'], lang: 'zh' | 'en'): string {
  const messages = fixMessagesFor(lang);
  const texts = reasons.map((reason) => messages.reasons[reason]);
  if (source === null) return messages.why(texts);
  const { file: path, sheet, row, line, name, isNameCompared } = source;
  return messages.whyFilled(texts, describeLocation({ path, sheet, row, line }, lang), maskCell(name), isNameCompared);
}
