import type { DuplicateRecord, Finding } from '../../check/findings/finding.ts';
import type { ReportWriter } from '../../report/report-writer.ts';

/**
 * Every finding and duplicate of a check, to be written in any form and language later. Batches lie in Blobs, outside of the
 * memory of the page.
 *
 *   findings    ▒▒▒ ▒▒▒ ▒▒▒     each a Blob of JSON
 *   duplicates  ▒▒▒ ▒▒▒
 */
export interface FindingStore {
  addFindings(batch: Finding[]): void;
  addDuplicates(batch: DuplicateRecord[]): void;
  /** Hands all of it to a writer, in the order it came. */
  replay(writer: ReportWriter): Promise<void>;
}

export function createFindingStore(): FindingStore {
  const findings: Blob[] = [];
  const duplicates: Blob[] = [];
  return {
    addFindings(batch) {
      findings.push(new Blob([JSON.stringify(batch)]));
    },
    addDuplicates(batch) {
      duplicates.push(new Blob([JSON.stringify(batch)]));
    },
    async replay(writer) {
      for (const blob of findings) await writer.addFindings(JSON.parse(await blob.text()) as Finding[]);
      for (const blob of duplicates) await writer.addDuplicates(JSON.parse(await blob.text()) as DuplicateRecord[]);
    },
  };
}
