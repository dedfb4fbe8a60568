import { editedWorkbookMessagesFor } from '../../messages/edited-workbook/index.ts';
import { dedup } from '../dedup/dedup.ts';
import type { DedupOptions, DedupReport } from '../dedup/dedup-report.ts';
import { startTables, type WorkbookRun, writeEditedWorkbook } from './edited-workbook.ts';
import { createPackedRows } from './packed-rows.ts';

/**
 * `dedup`, its kept rows written as a workbook: what goes is listed on a sheet of its own, of which no cell is a code: see `fixWorkbook`.
 *
 * @throws {UsccError} as `dedup`; `output` when the workbook would exceed 4 GiB
 */
export async function dedupWorkbook(run: WorkbookRun, options: DedupOptions): Promise<DedupReport> {
  const { lang = 'zh' } = options;
  const messages = editedWorkbookMessagesFor(lang);
  const tables = await startTables(run, options);
  const rows = createPackedRows();
  const nameTable = (file: number): string => {
    const plan = tables[file]?.plan;
    return plan?.original.table?.sheet ?? plan?.path ?? '';
  };
  const onRows: DedupOptions['onRows'] = async (batch) => {
    for (const gone of batch) {
      tables[gone.file]?.edits.remove(gone.line);
      const reason = gone.why === 'separated' ? messages.separated : messages.removed[gone.why];
      const stays = gone.kept === null ? null : messages.keptRow(nameTable(gone.kept.file), gone.kept.line);
      rows.add([nameTable(gone.file), gone.line, messages.gone(gone.code, gone.name), reason, stays]);
    }
    await options.onRows?.(batch);
  };
  const { onKept: _, ...rest } = options;
  const report = await dedup(run.inputs, { ...rest, onRows }, run.platform);
  const { sheet, row, record, why, kept } = messages.columns;
  const changes = {
    title: messages.titles.dedup,
    columns: [
      { heading: sheet, width: 20 },
      { heading: row, width: 10, isCount: true },
      { heading: record, width: 60 },
      { heading: why, width: 40 },
      { heading: kept, width: 24 },
    ],
    rows,
  };
  await writeEditedWorkbook(tables, changes, run.tools, lang);
  return { ...report, converted: false };
}
