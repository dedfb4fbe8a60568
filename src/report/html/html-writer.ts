import type { ReportContext, ReportWriter } from '../report-writer.ts';
import { beginDocument, endDocument } from './document.ts';
import { gatherDuplicates, MOST_GROUPS } from './gather-duplicates.ts';
import { gatherFindings } from './gather-findings.ts';
import { gatherSuspects } from './gather-suspects.ts';

/**
 * The report as one page: gathers what a page can hold (at most 100,000 findings, 150 duplicates, 100 suspects; the page says what it leaves
 * out) and writes it at the end.
 */
export function createHtmlWriter(write: (chunk: string) => Promise<void>, context: ReportContext): ReportWriter {
  const findings = gatherFindings(context.notes);
  const duplicates = gatherDuplicates();
  const suspects = gatherSuspects();
  return {
    duplicateGroups: MOST_GROUPS,
    addFindings: findings.add,
    addDuplicates: duplicates.add,
    addSuspects: suspects.add,
    async finish(report) {
      const view = {
        report,
        lang: context.lang,
        face: context.face ?? 'command',
        about: context.about ?? {},
        madeAt: new Date(),
        duplicates: duplicates.kept,
        suspects: suspects.kept(),
        positions: findings.positions,
        findings: { total: findings.total, keptCount: findings.keptCount() },
      };
      await write(beginDocument(view, context));
      let separator = '';
      for (const piece of findings.pieces()) {
        await write(separator + piece);
        separator = ',\n';
      }
      await write(endDocument());
    },
  };
}
