import type { TableInspection } from '../../check/inspect/describe-inspection.ts';
import type { InspectedLine } from '../../check/inspect/inspection.ts';
import { type InspectMessages, inspectMessagesFor } from '../../messages/inspect/index.ts';
import type { Language } from '../../messages/voice.ts';
import { escapeControls } from '../../write/escape-controls.ts';
import type { Style } from '../../write/style.ts';
import { alignColumns } from '../../write/table.ts';

/** Runs of lines that are listed; the others are counted. */
const mostRuns = 20;
/** Cells of a record that are shown. */
const mostCells = 8;

/** How tables are understood, for a person. */
export function renderInspections(tables: TableInspection[], lang: Language, style: Style): string {
  const words = inspectMessagesFor(lang);
  return tables.map((table) => `${renderTable(table, words, style).join('\n')}\n`).join('\n');
}

function renderTable(table: TableInspection, words: InspectMessages, style: Style): string[] {
  const { path, columns, skipped, skippedLines, warnings, error } = table;
  const facts = listFacts(table, words).join(' · ');
  const lines = [style.strong(escapeControls(path)), ...(facts === '' ? [] : [`  ${escapeControls(facts)}`])];
  if (error !== null)
    lines.push(
      ...escapeControls(words.cannotCheck(error))
        .split('\\n')
        .map((line) => `  ${style.bad(line)}`),
    );
  if (columns.length > 0) lines.push('', `  ${words.columnsTitle}`, ...renderColumns(table, words));
  if (skippedLines > 0) {
    lines.push('', `  ${words.skippedTitle(skippedLines)}`, ...renderSkipped(skipped, skippedLines, words));
  }
  if (table.rows.length > 0) lines.push('', `  ${words.rowsTitle}`, ...renderRows(table.rows, words));
  if (warnings.length > 0) {
    lines.push('', `  ${words.warningsTitle}`, ...warnings.map(({ message }) => `    ${escapeControls(message)}`));
  }
  return lines;
}

function listFacts(table: TableInspection, words: InspectMessages): string[] {
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

function renderColumns({ columns }: TableInspection, words: InspectMessages): string[] {
  const rows = columns.map(({ number, name, role, why, samples }) => [
    String(number),
    name,
    role === null ? words.noRole : words.roles[role],
    why === null ? '' : words.reasons[why],
    samples.length === 0 ? words.empty : words.samples(samples),
  ]);
  return alignColumns(rows, ['right', 'left', 'left', 'left', 'left'], '    ');
}

/** Lines that follow one another for the same reason stand together. */
function renderSkipped(skipped: InspectedLine[], total: number, words: InspectMessages): string[] {
  const runs: { first: number; last: number; why: InspectedLine['why'] }[] = [];
  for (const { line, why } of skipped) {
    const run = runs.at(-1);
    if (run !== undefined && run.why === why && line === run.last + 1) run.last = line;
    else runs.push({ first: line, last: line, why });
  }
  const shown = runs.slice(0, mostRuns);
  const rows = shown.map(({ first, last, why }) => [
    first === last ? words.line(first) : words.lines(first, last),
    words.skipped[why],
  ]);
  const count = shown.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const rest = total > count ? [`    ${words.andMore(total - count)}`] : [];
  return [...alignColumns(rows, ['left', 'left'], '    '), ...rest];
}

function renderRows(rows: string[][], words: InspectMessages): string[] {
  return rows.map((row) => {
    const rest = row.length > mostCells ? ` │ ${words.andColumns(row.length - mostCells)}` : '';
    return `    ${row.slice(0, mostCells).join(' │ ')}${rest}`;
  });
}
