import { editedWorkbookMessagesFor } from '../../messages/edited-workbook/index.ts';
import { nameFile } from '../../messages/location/index.ts';
import { fix } from '../fix/fix.ts';
import { explainReasons } from '../fix/fix-log.ts';
import type { Change, FixOptions, FixReport } from '../fix/fix-report.ts';
import type { OpenRegistry } from '../lookup/open-registry.ts';
import type { EditedTable } from './edited-table.ts';
import { startTables, type WorkbookRun, writeEditedWorkbook } from './edited-workbook.ts';
import { createPackedRows } from './packed-rows.ts';

/**
 * `fix` of every table of a run, written as one workbook: what it puts right is coloured, and listed on a sheet of its own. No cell of
 * that list is a code, so that the workbook can be read again without taking the list for a table.
 *
 * @throws {UsccError} as `fix`; `output` when the workbook would exceed 4 GiB
 */
export async function fixWorkbook(
  run: WorkbookRun,
  options: FixOptions,
  registry: OpenRegistry | null,
): Promise<FixReport> {
  const { lang = 'zh' } = options;
  const messages = editedWorkbookMessagesFor(lang);
  const tables = await startTables(run, options);
  const rows = createPackedRows();
  const note = ({ plan, edits }: EditedTable, batch: Change[]): void => {
    for (const { line, before, after, reasons, source } of batch) {
      edits.set(line, { column: plan.dialect.codeColumn, text: after, look: 'changed' });
      const reason = explainReasons(reasons, source, lang);
      rows.add([plan.original.table?.sheet ?? plan.path, line, messages.change(before, after), reason]);
    }
  };
  const reports: FixReport[] = [];
  for (const table of tables) {
    const onChanges: FixOptions['onChanges'] = async (batch, place) => {
      note(table, batch);
      await options.onChanges?.(batch, place);
    };
    const { onBytes: _, ...rest } = options;
    reports.push(await fix([table.plan.original], { ...rest, onChanges }, run.platform, registry));
  }
  const { sheet, row, change, why } = messages.columns;
  const changes = {
    title: messages.titles.fix,
    columns: [
      { heading: sheet, width: 20 },
      { heading: row, width: 10, isCount: true },
      { heading: change, width: 56 },
      { heading: why, width: 60 },
    ],
    rows,
  };
  await writeEditedWorkbook(tables, changes, run.tools, lang);
  return { ...addReports(reports, tables), converted: false };
}

/** One report of all tables; that of the only one, when there are no more. */
function addReports(reports: FixReport[], tables: EditedTable[]): FixReport {
  const [first, ...others] = reports as [FixReport, ...FixReport[]];
  if (others.length === 0) return first;
  const sheet = tables[0]?.plan.original.table?.sheet ?? null;
  const total: FixReport = {
    ...first,
    file: { ...first.file, path: nameFile(first.file.path, sheet) },
    files: reports.map(({ file }) => file),
    reasons: { ...first.reasons },
    counts: { ...first.counts },
    warnings: reports.flatMap(({ warnings }) => warnings),
  };
  for (const each of others) {
    for (const name of [
      'records',
      'blankRows',
      'changed',
      'skipped',
      'heldBack',
      'unnamed',
      'elapsedSeconds',
    ] as const) {
      total[name] += each[name];
    }
    for (const [partition, count] of Object.entries(each.counts)) {
      total.counts[partition as keyof FixReport['counts']] += count;
    }
    for (const [reason, count] of Object.entries(each.reasons)) {
      const name = reason as keyof FixReport['reasons'];
      total.reasons[name] = (total.reasons[name] ?? 0) + count;
    }
  }
  return total;
}
