import { maskCell } from '../../code/cell/mask.ts';
import type { Columns } from '../../engine/plan/columns.ts';
import { findLicenceColumns } from '../../engine/plan/headers/licence-headers.ts';
import { findCodesByContent } from '../../engine/plan/lines/column-content.ts';
import type { Survey } from '../../engine/plan/survey.ts';
import type { LicenceRole } from '../../messages/licences/roles.ts';
import { escapeControls } from '../../write/escape-controls.ts';
import type { ColumnRole, InspectedColumn, RoleReason } from './inspection.ts';

const sampleCount = 3;
const longestSample = 60;

/** The columns of a table with samples, and what each was taken for; `found` is null where that could not be told. */
export function listColumns(
  { header, rows }: Pick<Survey, 'header' | 'rows'>,
  found: Columns | null,
): InspectedColumn[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), header?.length ?? 0);
  const byContent = findCodesByContent(width, rows);
  const licence = Object.entries(findLicenceColumns(header)?.columns ?? {}) as [LicenceRole, number][];
  return Array.from({ length: width }, (_, column) => {
    const [role, why] = findRole(column, found, byContent, licence);
    const name = showCell(header?.[column]?.trim() || String(column + 1));
    return { number: column + 1, name, role, why, samples: listSamples(rows, column) };
  });
}

/** A cell as it is shown: resident ID numbers masked, nothing that a terminal obeys, and not too long. */
export function showCell(cell: string): string {
  const shown = escapeControls(maskCell(cell.trim()));
  return shown.length > longestSample ? `${shown.slice(0, longestSample)}…` : shown;
}

function findRole(
  column: number,
  found: Columns | null,
  byContent: number[],
  licence: [LicenceRole, number][],
): [ColumnRole | null, RoleReason | null] {
  if (found === null) return [null, null];
  const { codeColumn, nameColumn, unitColumn, otherCodes, why } = found;
  if (column === codeColumn) return ['code', why.code];
  if (column === nameColumn) return ['name', why.name];
  if (column === unitColumn) return ['unit', why.unit];
  const special = licence.find(([role, at]) => at === column && role !== 'code' && role !== 'name')?.[0];
  if (special !== undefined) return [special as ColumnRole, 'header'];
  if (otherCodes.includes(column)) return ['other-code', 'header'];
  return byContent.includes(column) ? ['other-code', 'content'] : [null, null];
}

function listSamples(rows: string[][], column: number): string[] {
  const samples = new Set<string>();
  for (const row of rows) {
    const cell = row[column]?.trim() ?? '';
    if (cell !== '') samples.add(showCell(cell));
    if (samples.size === sampleCount) break;
  }
  return [...samples];
}
