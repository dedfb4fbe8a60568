import type { DuplicateRecord, Finding } from '../../check/findings/finding.ts';
import type { ReportWriter } from '../../report/report-writer.ts';
import type { Suspect } from '../../suspects/suspect.ts';

/**
 * Every finding and duplicate of a check, to be written in any form and language later. Batches lie in Blobs, outside of the
 * memory of the page.
 *
 *   findings    ▒▒▒ ▒▒▒ ▒▒▒     each a Blob of JSON
 *   duplicates  ▒▒▒ ▒▒▒
 *   suspects    ▒▒▒
 */
export interface FindingStore {
  addFindings(batch: Finding[]): void;
  addDuplicates(batch: DuplicateRecord[]): void;
  addSuspects(batch: Suspect[]): void;
  /** Hands all of it to a writer, in the order it came. */
  replay(writer: ReportWriter): Promise<void>;
}

export function createFindingStore(): FindingStore {
  const findings: Blob[] = [];
  const duplicates: Blob[] = [];
  const suspects: Blob[] = [];
  return {
    addFindings(batch) {
      findings.push(new Blob([JSON.stringify(batch)]));
    },
    addDuplicates(batch) {
      duplicates.push(new Blob([JSON.stringify(batch)]));
    },
    addSuspects(batch) {
      suspects.push(new Blob([JSON.stringify(batch)]));
    },
    async replay(writer) {
      for (const blob of findings) await writer.addFindings(JSON.parse(await blob.text()) as Finding[]);
      for (const blob of duplicates) await writer.addDuplicates(JSON.parse(await blob.text()) as DuplicateRecord[]);
      for (const blob of suspects) await writer.addSuspects?.(JSON.parse(await blob.text()) as Suspect[]);
    },
  };
}
