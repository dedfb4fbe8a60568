import type { TableInspection } from '../../check/inspect/describe-inspection.ts';
import { type InspectMessages, inspectMessagesFor } from '../../messages/inspect/index.ts';
import type { Language } from '../../messages/voice.ts';
import { escapeControls } from '../../write/escape-controls.ts';
import type { Style } from '../../write/style.ts';
import { alignColumns } from '../../write/table.ts';
import { listFacts, listSkipped } from '../inspect-words.ts';

/** Cells of a record that are shown. */
const mostCells = 8;

/** How tables are understood, for a person. */
export function renderInspections(tables: TableInspection[], lang: Language, style: Style): string {
  const words = inspectMessagesFor(lang);
  return tables.map((table) => `${renderTable(table, words, style).join('\n')}\n`).join('\n');
}

function renderTable(table: TableInspection, words: InspectMessages, style: Style): string[] {
  const { path, columns, skippedLines, warnings, error } = table;
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
    lines.push('', `  ${words.skippedTitle(skippedLines)}`, ...renderSkipped(table, words));
  }
  if (table.rows.length > 0) lines.push('', `  ${words.rowsTitle}`, ...renderRows(table.rows, words));
  if (warnings.length > 0) {
    lines.push('', `  ${words.warningsTitle}`, ...warnings.map(({ message }) => `    ${escapeControls(message)}`));
  }
  return lines;
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

function renderSkipped(table: TableInspection, words: InspectMessages): string[] {
  const { runs, rest } = listSkipped(table, words);
  return [...alignColumns(runs, ['left', 'left'], '    '), ...(rest === null ? [] : [`    ${rest}`])];
}

function renderRows(rows: string[][], words: InspectMessages): string[] {
  return rows.map((row) => {
    const rest = row.length > mostCells ? ` │ ${words.andColumns(row.length - mostCells)}` : '';
    return `    ${row.slice(0, mostCells).join(' │ ')}${rest}`;
  });
}
