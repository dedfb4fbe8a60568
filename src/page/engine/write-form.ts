import type { Report } from '../../check/report.ts';
import type { Language } from '../../messages/voice.ts';
import { createHtmlWriter } from '../../report/html/html-writer.ts';
import { createJsonWriter } from '../../report/json.ts';
import { createDuplicatesWriter } from '../../report/lists/duplicates-csv.ts';
import { createFindingsWriter } from '../../report/lists/findings-csv.ts';
import { createListsWriter } from '../../report/lists/lists-workbook.ts';
import { createSuspectsWriter } from '../../report/lists/suspects-csv.ts';
import type { CreateReportWriter } from '../../report/report-writer.ts';
import { createWorkbookWriter } from '../../report/workbook/workbook-writer.ts';
import type { FormName } from '../protocol.ts';
import type { FindingStore } from './finding-store.ts';

const forms: Record<FormName, { create: CreateReportWriter; type: string; needsLists: boolean }> = {
  'report.html': { create: createHtmlWriter, type: 'text/html', needsLists: true },
  'workbook.xlsx': {
    create: createWorkbookWriter,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    needsLists: true,
  },
  'lists.xlsx': {
    create: createListsWriter,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    needsLists: true,
  },
  'suspects.csv': { create: createSuspectsWriter, type: 'text/csv', needsLists: true },
  'summary.json': { create: createJsonWriter, type: 'application/json', needsLists: false },
  'findings.csv': { create: createFindingsWriter, type: 'text/csv', needsLists: true },
  'duplicates.csv': { create: createDuplicatesWriter, type: 'text/csv', needsLists: true },
};

/** What a form is written from. */
export interface Material {
  store: FindingStore;
  files: string[];
  report: Report;
  lang: Language;
  notes: boolean;
}

/** Writes one form of a report, complete, as a Blob. */
export async function writeForm(form: FormName, { store, files, report, lang, notes }: Material): Promise<Blob> {
  const { create, type, needsLists } = forms[form];
  const parts: Blob[] = [];
  const write = async (chunk: string | Uint8Array): Promise<void> => {
    if (chunk.length > 0) parts.push(new Blob([chunk as string | Uint8Array<ArrayBuffer>]));
  };
  const writer = create(write, {
    files,
    sheets: report.files.map(({ sheet }) => sheet ?? null),
    lang,
    face: 'page',
    notes,
  });
  if (needsLists) await store.replay(writer);
  await writer.finish(report);
  return new Blob(parts, { type });
}
