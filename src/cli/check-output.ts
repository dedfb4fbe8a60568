import type { DuplicateRecord, Finding } from '../registry/finding.ts';
import type { Report } from '../registry/report.ts';
import { DUPLICATES_HEADER, formatDuplicates } from '../report/duplicates-csv.ts';
import { FINDINGS_HEADER, type FindingsFormat, formatFindings } from '../report/findings-csv.ts';
import { renderJson } from '../report/json.ts';
import { createOutFolder } from '../source/out-folder.ts';

const FILES = ['summary.json', 'findings.csv', 'duplicates.csv'];

/** What `--out` writes. */
export interface CheckOutput {
  addFindings(findings: Finding[]): Promise<void>;
  addDuplicates(records: DuplicateRecord[]): Promise<void>;
  finish(report: Report): Promise<void>;
  abort(): Promise<void>;
}

/** @throws {UsccError} `output` when the folder cannot be made, now or in a method */
export async function openCheckOutput(path: string, format: FindingsFormat): Promise<CheckOutput> {
  const folder = await createOutFolder(path, FILES, format.lang);
  try {
    const findingsFile = await folder.open('findings.csv');
    const duplicatesFile = await folder.open('duplicates.csv');
    await findingsFile.write(FINDINGS_HEADER);
    await duplicatesFile.write(DUPLICATES_HEADER);
    return {
      addFindings: (findings) => findingsFile.write(formatFindings(findings, format)),
      addDuplicates: (records) => duplicatesFile.write(formatDuplicates(records, format.files)),
      async finish(report) {
        const summary = await folder.open('summary.json');
        await summary.write(`${renderJson(report)}\n`);
        await folder.finish();
      },
      abort: () => folder.abort(),
    };
  } catch (error) {
    await folder.abort();
    throw error;
  }
}
