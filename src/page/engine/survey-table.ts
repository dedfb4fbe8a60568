import { type InspectionJob, inspectBeginning, readWhole } from '../../check/inspect/inspect-table.ts';
import type { Input } from '../../tables/input.ts';
import { inlineBytes } from '../limits.ts';
import type { Reading, TableView } from '../protocol.ts';

const rowCount = 8;

/**
 * Looks at how a table is written, for a person to see and to change, as `uscc inspect` does: what is small is read to its end, of what is
 * large the beginning. What is wrong with it is part of the answer.
 */
export async function surveyTable(
  id: number,
  input: Input,
  reading: Reading,
  { kernel, platform }: Pick<InspectionJob, 'kernel' | 'platform'>,
): Promise<TableView> {
  const job: InspectionJob = { kernel, platform, options: reading, progress: () => {}, rowCount };
  const { inspection, survey, plan } = await inspectBeginning(input, job);
  if (plan !== null && plan.input.source.size < inlineBytes) await readWhole(inspection, plan, job);
  const { nothing, ...shown } = inspection;
  const estimatedRecords =
    survey === null ? 0 : Math.round(survey.input.source.size / measureRecord(survey.rows, survey.encoding));
  return {
    id,
    bytes: input.bytes ?? input.source.size,
    isOneOfSeveral: input.table?.isOneOfSeveral === true,
    inspection: shown,
    estimatedRecords: shown.records ?? estimatedRecords,
    needsColumn: shown.refusal !== null && shown.columns.length > 0 && (nothing === null || nothing.lacks === 'codes'),
  };
}

/** Mean length of the first records in bytes. */
function measureRecord(rows: string[][], encoding: string): number {
  const hanBytes = encoding === 'gb18030' ? 2 : 3;
  let bytes = 0;
  for (const row of rows) {
    const text = row.join(',');
    const others = text.replace(/[\x00-\x7f]+/g, '').length;
    bytes += text.length + others * (hanBytes - 1) + 1;
  }
  return rows.length === 0 ? 1 : bytes / rows.length;
}
