import type { InspectedLine, Inspection } from '../check/inspect/inspection.ts';
import type { InspectMessages } from '../messages/inspect/index.ts';
import { escapeControls } from '../write/escape-controls.ts';

/** Runs of lines that are listed; the others are counted. */
const mostRuns = 20;

/** How a table is written, fact by fact; what is not known is left out. */
export function listFacts(
  table: Omit<Inspection, 'warnings' | 'refusal' | 'nothing'>,
  words: InspectMessages,
): string[] {
  const { encoding, delimiter, sheet, headerLine, records, blankRows, isText } = table;
  return [
    ...(sheet === null ? [] : [words.sheet(sheet)]),
    ...(encoding === null || !isText ? [] : [words.encoding(encoding.toUpperCase())]),
    ...(delimiter === null || !isText
      ? []
      : [words.delimiter(words.delimiters[delimiter] ?? escapeControls(delimiter))]),
    ...(table.escape === null ? [] : [words.escape]),
    ...(headerLine === null ? (isText && encoding !== null ? [words.noHeader] : []) : [words.headerLine(headerLine)]),
    ...(records === null ? [] : [words.records(records)]),
    ...(blankRows === null || blankRows === 0 ? [] : [words.blankRows(blankRows)]),
  ];
}

/** Lines that are no records and why; those that follow one another for the same reason stand together. */
export function listSkipped(
  { skipped, skippedLines }: Pick<Inspection, 'skipped' | 'skippedLines'>,
  words: InspectMessages,
): { runs: [where: string, why: string][]; rest: string | null } {
  const runs: { first: number; last: number; why: InspectedLine['why'] }[] = [];
  for (const { line, why } of skipped) {
    const run = runs.at(-1);
    if (run !== undefined && run.why === why && line === run.last + 1) run.last = line;
    else runs.push({ first: line, last: line, why });
  }
  const shown = runs.slice(0, mostRuns);
  const count = shown.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  return {
    runs: shown.map(({ first, last, why }) => [
      first === last ? words.line(first) : words.lines(first, last),
      words.skipped[why],
    ]),
    rest: skippedLines > count ? words.andMore(skippedLines - count) : null,
  };
}
