import type { DuplicateRecord, Finding } from '../../check/findings/finding.ts';
import type { Suspect } from '../../suspects/suspect.ts';
import type { Style } from '../../write/style.ts';
import type { CreateReportWriter } from '../report-writer.ts';
import { renderSummary } from './text.ts';
import { DUPLICATES_SHOWN, keepExamples } from './text-examples.ts';
import { SUSPECTS_SHOWN } from './text-suspects.ts';

const DUPLICATES_KEPT = 50;

/** The summary for a person. `written` is what else the run wrote: a folder, files. */
export function createTextWriter(style: Style, folder: string | null, written: string[]): CreateReportWriter {
  return (write, { lang }) => {
    const findings: Finding[] = [];
    const duplicates: DuplicateRecord[] = [];
    const suspects: Suspect[] = [];
    return {
      duplicateGroups: DUPLICATES_SHOWN,
      addFindings: (batch) => keepExamples(findings, batch),
      addDuplicates: (batch) => void duplicates.push(...batch.slice(0, DUPLICATES_KEPT - duplicates.length)),
      addSuspects: (batch) => void suspects.push(...batch.slice(0, SUSPECTS_SHOWN - suspects.length)),
      finish: (report) =>
        write(renderSummary({ report, lang, style, findings, duplicates, suspects, folder, written })),
    };
  };
}
