import type { ScanOptions } from '../../engine/options.ts';
import { textAt } from '../../engine/reread/text-column.ts';
import { editedWorkbookMessagesFor } from '../../messages/edited-workbook/index.ts';
import { matchMessagesFor } from '../../messages/match/index.ts';
import { type MatchJob, match } from '../match/match.ts';
import type { MatchedRows } from '../match/match-batch.ts';
import type { MatchOptions, MatchReport, MatchRow } from '../match/match-report.ts';
import type { EditedTable } from './edited-table.ts';
import { addColumns, startTables, type WorkbookRun, writeEditedWorkbook } from './edited-workbook.ts';

/** Columns that are added for each code column. */
const widths = [12, 24, 34, 40];

/**
 * `match`, written as a workbook: the tables, with what the registry has of each record on the right.
 *
 * @throws {UsccError} as `match`; `output` when the workbook would exceed 4 GiB
 */
export async function matchWorkbook(
  run: WorkbookRun,
  job: Omit<MatchJob, 'inputs' | 'platform'>,
): Promise<MatchReport> {
  const { options } = job;
  const { lang = 'zh' } = options;
  const tables = await startTables(run, withFirstColumn(options));
  const byPath = new Map(tables.map((table) => [table.plan.path, { table, columns: new Map<string, number>() }]));
  const { explain } = matchMessagesFor(lang);
  const { statuses } = editedWorkbookMessagesFor(lang);
  const find = (file: string, column: string): { edits: EditedTable['edits']; first: number } | null => {
    const place = byPath.get(file);
    if (place === undefined) return null;
    const { table, columns } = place;
    const first = columns.get(column) ?? addColumnsOf(table, column, columns.size, lang);
    columns.set(column, first);
    return { edits: table.edits, first };
  };
  const takeMatched = ({ file, column, lines, codes }: MatchedRows): void => {
    const place = find(file, column);
    for (const [index, line] of lines.entries()) {
      const code = textAt(codes, index);
      place?.edits.set(line, { column: place.first, text: statuses.matched, look: 'added' });
      place?.edits.set(line, { column: place.first + 1, text: code, look: 'added' });
    }
  };
  const add = (row: MatchRow): void => {
    const place = find(row.file, row.column);
    if (place === null) return;
    const { edits, first } = place;
    const why = row.status === 'matched' ? '' : explain(row.status, row.evidence, row.registryCode);
    const texts = [statuses[row.status], row.registryCode ?? '', row.registryName ?? '', why];
    for (const [index, text] of texts.entries()) {
      if (text !== '') edits.set(row.line, { column: first + index, text, look: 'added' });
    }
  };
  const onRows: MatchOptions['onRows'] = async (batch) => {
    for (const row of batch) add(row);
    await options.onRows?.(batch);
  };
  const report = await match({
    ...job,
    inputs: run.inputs,
    platform: run.platform,
    options: { ...options, onRows },
    ...(options.all !== true && { takeMatched }),
  });
  await writeEditedWorkbook(tables, null, run.tools, lang);
  return report;
}

/** Any of the code columns will do to understand a table. */
function withFirstColumn(options: MatchOptions): ScanOptions {
  const [first] = options.codeColumns ?? [];
  return first === undefined ? options : { ...options, codeColumn: first };
}

function addColumnsOf(table: EditedTable, column: string, index: number, lang: 'zh' | 'en'): number {
  const { match: words } = editedWorkbookMessagesFor(lang);
  const headings = [words.status, words.code, words.name, words.why];
  const shown = index === 0 ? headings : headings.map((heading) => `${heading} (${column})`);
  const { added } = table.edits;
  const first = addColumns(
    table,
    shown.map((heading, at) => ({ heading, width: widths[at] ?? 20 })),
    index * widths.length,
  );
  if (added !== null) table.edits.added = { first: added.first, widths: [...added.widths, ...widths] };
  return first;
}
