import type { CheckOptions } from '../../check/options.ts';
import { nodePacking } from '../../node/zlib.ts';
import { createJsonWriter } from '../../report/json.ts';
import type { CreateReportWriter } from '../../report/report-writer.ts';
import { version } from '../version.ts';

/** Loads one form of the report: most runs want few of them. */
export type Load = () => Promise<CreateReportWriter>;

/** A form that takes a file of its own, by the flag that names the file. */
export type FileForm = 'html' | 'xlsx';

const loadWorkbook: Load = async () => {
  const { createWorkbookWriter } = await import('../../report/workbook/workbook-writer.ts');
  return (write, context) => createWorkbookWriter(write, context, nodePacking);
};

/** The flags that name the files are in `src/cli/flags/outputs.ts`. */
export const FILE_FORMS: ReadonlyMap<FileForm, Load> = new Map<FileForm, Load>([
  ['html', async () => (await import('../../report/html/html-writer.ts')).createHtmlWriter],
  ['xlsx', loadWorkbook],
]);

/** A form that goes to standard output. */
interface PrintedForm {
  load: Load;
  /** What it needs to see. */
  findings: NonNullable<CheckOptions['findings']>;
}

/** What `--format` offers beside `text`, which also says what else was written. */
export const PRINTED_FORMS = {
  json: { findings: 'none', load: async () => createJsonWriter },
  markdown: { findings: 'examples', load: async () => (await import('../../report/markdown.ts')).createMarkdownWriter },
  ndjson: { findings: 'all', load: async () => (await import('../../report/ndjson.ts')).createNdjsonWriter },
  sarif: { findings: 'all', load: async () => (await import('../../report/sarif.ts')).createSarifWriterOf(version) },
  junit: { findings: 'all', load: async () => (await import('../../report/junit.ts')).createJunitWriter },
} as const satisfies Record<string, PrintedForm>;

export type Format = 'text' | keyof typeof PRINTED_FORMS;
export const FORMATS: Format[] = ['text', ...(Object.keys(PRINTED_FORMS) as (keyof typeof PRINTED_FORMS)[])];

/** Whether a form lists findings, not only counts. */
export function needsFindings(format: Format): NonNullable<CheckOptions['findings']> {
  return format === 'text' ? 'examples' : PRINTED_FORMS[format].findings;
}
