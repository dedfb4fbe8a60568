import type { Report } from '../../check/report.ts';
import { startMarkedWorkbook } from '../../clean/workbook/mark-workbook.ts';
import { createHtmlWriter } from '../../report/html/html-writer.ts';
import { createJsonWriter } from '../../report/json.ts';
import { createDuplicatesWriter } from '../../report/lists/duplicates-csv.ts';
import { createFindingsWriter } from '../../report/lists/findings-csv.ts';
import { createListsWriter } from '../../report/lists/lists-workbook.ts';
import { createSuspectsWriter } from '../../report/lists/suspects-csv.ts';
import type { CreateReportWriter, ReportContext } from '../../report/report-writer.ts';
import { createWorkbookWriter } from '../../report/workbook/workbook-writer.ts';
import type { FormName } from '../protocol.ts';
import { collectBlob } from './collect-blob.ts';
import { type EditSource, startEditRun } from './edit-run.ts';
import type { FindingStore } from './finding-store.ts';
import { createSentArchive } from './sent-archive.ts';

/** Forms of the report; a marked workbook is one of the tables. */
const forms: Record<Exclude<FormName, 'marked.xlsx'>, CreateReportWriter> = {
  'report.html': createHtmlWriter,
  'sent.zip': createSentArchive,
  'workbook.xlsx': createWorkbookWriter,
  'lists.xlsx': createListsWriter,
  'suspects.csv': createSuspectsWriter,
  'summary.json': createJsonWriter,
  'findings.csv': createFindingsWriter,
  'duplicates.csv': createDuplicatesWriter,
};

const types: Record<string, string> = {
  html: 'text/html',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
  csv: 'text/csv',
  json: 'application/json',
};

/** What a form is written from. */
export interface Material extends Pick<ReportContext, 'files' | 'lang' | 'about' | 'notes'> {
  store: FindingStore;
  report: Report;
  read: EditSource;
}

/** Writes one form of a report, complete, as a Blob. */
export async function writeForm(form: FormName, { store, report, read, ...shown }: Material): Promise<Blob> {
  const file = collectBlob();
  const context: ReportContext = { ...shown, sheets: report.files.map(({ sheet }) => sheet ?? null), face: 'page' };
  const writer =
    form === 'marked.xlsx'
      ? await startMarkedWorkbook(startEditRun(read, file.write), { lang: shown.lang, face: 'page' })
      : forms[form](file.write, context);
  if (form !== 'summary.json') await store.replay(writer);
  await writer.finish(report);
  return file.finish(types[form.split('.')[1] ?? ''] ?? '');
}
