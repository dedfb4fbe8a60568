import { check } from '../../check/check.ts';
import type { DuplicateRecord } from '../../check/findings/finding.ts';
import type { CheckOptions } from '../../check/options.ts';
import type { Report } from '../../check/report.ts';
import type { ScanOptions } from '../../engine/options.ts';
import { editedWorkbookMessagesFor } from '../../messages/edited-workbook/index.ts';
import { describeLocation } from '../../messages/location/index.ts';
import { explain } from '../../messages/verdict/index.ts';
import { type Counterparts, createCounterpartFinder } from '../../report/counterparts.ts';
import type { ReportWriter } from '../../report/report-writer.ts';
import type { EditedTable } from './edited-table.ts';
import { addColumns, startTables, type WorkbookRun, writeEditedWorkbook } from './edited-workbook.ts';

/**
 * `check`, and what was read as a workbook: wrong cells are coloured, and columns on the right say why and what they should be.
 *
 * @throws {UsccError} as `check`; `output` when the workbook would exceed 4 GiB
 */
export async function markWorkbook(run: WorkbookRun, options: CheckOptions): Promise<Report> {
  const marked = await startMarkedWorkbook(run, options);
  // Every duplicate is marked, however few the others that listen can use.
  const { duplicateGroups: _, ...rest } = options;
  const report = await check(
    run.inputs,
    {
      ...rest,
      findings: 'all',
      async onFindings(batch) {
        await marked.addFindings(batch);
        await options.onFindings?.(batch);
      },
      async onDuplicates(batch) {
        await marked.addDuplicates(batch);
        await options.onDuplicates?.(batch);
      },
    },
    run.platform,
  );
  await marked.finish(report);
  return report;
}

/** What a check finds, marked in the tables that it reads; they are written when it is finished. */
export async function startMarkedWorkbook(run: WorkbookRun, options: ScanOptions): Promise<ReportWriter> {
  const { lang = 'zh' } = options;
  const tables = await startTables(run, options);
  const messages = editedWorkbookMessagesFor(lang);
  const columns = tables.map((table) =>
    addColumns(table, [
      { heading: messages.reason, width: 60 },
      { heading: messages.suggestion, width: 24 },
    ]),
  );
  const finder = createCounterpartFinder();

  function mark(file: number, line: number, look: 'bad' | 'doubtful', reason: string): void {
    const table = tables[file];
    if (table === undefined) return;
    table.edits.set(line, { column: table.plan.dialect.codeColumn, text: null, look });
    table.edits.set(line, { column: columns[file] ?? 0, text: reason, look: 'added' });
  }

  function describe({ file, line, row, name }: DuplicateRecord, from: number): string {
    const { path, sheet } = describeTable(tables[file]);
    const isElsewhere = file !== from;
    const place = describeLocation(
      { path: isElsewhere ? path : null, sheet: isElsewhere ? sheet : null, line, row },
      lang,
    );
    return name === null || name === '' ? place : `${place} ${name}`;
  }

  function markDuplicates(placed: Counterparts[]): void {
    for (const { record, others, hasMore } of placed) {
      const shown = others.map((other) => describe(other, record.file));
      const look = record.kind === 'conflicting' ? 'bad' : 'doubtful';
      mark(record.file, record.line, look, messages.duplicate(record.kind, shown, hasMore));
    }
  }

  return {
    addFindings(batch) {
      for (const { file, line, partition, issue, normalized, suggestion } of batch) {
        if (partition === 'conforming' || issue === null) continue;
        mark(file, line, partition === 'erroneous' ? 'bad' : 'doubtful', explain(issue, normalized, lang));
        if (suggestion !== null) {
          tables[file]?.edits.set(line, { column: (columns[file] ?? 0) + 1, text: suggestion, look: 'added' });
        }
      }
    },
    addDuplicates: (batch) => markDuplicates(finder.add(batch)),
    async finish() {
      markDuplicates(finder.finish());
      await writeEditedWorkbook(tables, null, run.tools, lang);
    },
  };
}

function describeTable(table: EditedTable | undefined): { path: string; sheet: string | null } {
  return { path: table?.plan.path ?? '', sheet: table?.plan.original.table?.sheet ?? null };
}
