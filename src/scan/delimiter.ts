import type { HeadRecord } from './head.ts';

/** Delimiters that are looked for, likeliest first. */
export const delimiters = [',', '\t', ';', '|'] as const;

/** The delimiter by which the first records have most cells, all of them alike; a comma when none splits them. */
export function chooseDelimiter(read: (delimiter: number) => HeadRecord[]): string {
  let best = ',';
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const score = scoreRecords(read(delimiter.charCodeAt(0)));
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** Cells beyond the first of the commonest width, times the square of the share of records that have it. */
function scoreRecords(records: HeadRecord[]): number {
  const widths = new Map<number, number>();
  for (const { cells } of records) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  let score = 0;
  for (const [width, count] of widths) score = Math.max(score, (width - 1) * (count / records.length) ** 2);
  return score;
}
