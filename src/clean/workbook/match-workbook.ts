import type { ScanOptions } from '../../engine/options.ts';
import { editedWorkbookMessagesFor } from '../../messages/edited-workbook/index.ts';
import { matchMessagesFor } from '../../messages/match/index.ts';
import { type MatchJob, match } from '../match/match.ts';
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
  const add = (row: MatchRow): void => {
    const place = byPath.get(row.file);
    if (place === undefined) return;
    const { table, columns } = place;
    let first = columns.get(row.column);
    if (first === undefined) {
      first = addColumnsOf(table, row.column, columns.size, lang);
      columns.set(row.column, first);
    }
    const why = row.status === 'matched' ? '' : explain(row.status, row.evidence, row.registryCode);
    const texts = [statuses[row.status], row.registryCode ?? '', row.registryName ?? '', why];
    for (const [index, text] of texts.entries()) {
      if (text !== '') table.edits.set(row.line, { column: first + index, text, look: 'added' });
    }
  };
  const onRows: MatchOptions['onRows'] = async (batch) => {
    for (const row of batch) add(row);
    await options.onRows?.(options.all === true ? batch : batch.filter(({ status }) => status !== 'matched'));
  };
  const report = await match({
    ...job,
    inputs: run.inputs,
    platform: run.platform,
    options: { ...options, all: true, onRows },
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
