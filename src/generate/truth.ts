import type { TruthEntry } from './options.ts';

export const truthHeader = 'row,kind,before,after\n';

/** One line of a truth file (CSV, RFC 4180). */
export function truthLine({ row, kind, before, after }: TruthEntry): string {
  return `${row},${kind},${quoteCell(before)},${quoteCell(after)}\n`;
}

function quoteCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
