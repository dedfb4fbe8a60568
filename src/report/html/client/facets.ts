import { htmlMessagesFor } from '../../../messages/html/index.ts';
import { reportMessagesFor } from '../../../messages/report/index.ts';
import { type Severity, severityOf } from '../../partition.ts';
import type { FindingsData } from '../findings-data.ts';
import { nameAuthority } from '../name-authority.ts';
import { type PackedFinding, packedPartition, unpackFinding } from '../packed-finding.ts';

/** What findings can be filtered by. */
export type Facet = 'issue' | 'severity' | 'authority' | 'unit' | 'region' | 'file';

/** The value of a facet, as text that filters compare. */
export const facets: Record<Facet, (row: PackedFinding) => string> = {
  issue: (row) => kindOf(row),
  severity: (row) => severityOf(packedPartition(row)),
  authority: (row) => row[12],
  unit: (row) => row[15] || '?',
  region: (row) => row[13],
  file: (row) => String(row[0]),
};

/** One value and how many rows have it. */
export interface FacetValue {
  value: string;
  label: string;
  count: number;
}

/** Beyond these a list is no help, and damaged codes have regions by the ten thousand; the search finds the rest. */
const MOST_VALUES = 500;

/** The most frequent values of a facet, and how many more there are; none when there is nothing to choose from. */
export function listFacetValues(data: FindingsData, facet: Facet): { values: FacetValue[]; moreCount: number } {
  const counts = new Map<string, number>();
  const read = facets[facet];
  for (const row of data.rows) {
    const value = read(row);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  if (counts.size < 2) return { values: [], moreCount: 0 };
  const values = [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_VALUES)
    .map(([value, count]) => ({ value, count, label: labelFacet(data, facet, value) }));
  return { values, moreCount: counts.size - values.length };
}

/** The issue, or for a record without one its first note. */
export function titleOf(row: PackedFinding, lang: 'zh' | 'en'): string {
  const { issue, notes } = unpackFinding(row);
  const shared = reportMessagesFor(lang);
  if (issue !== null) return shared.issueTitles[issue.code];
  const note = notes.includes('authority-category') ? 'authority-category' : notes[0];
  return note === undefined ? '' : shared.noteTitles[note];
}

/** An issue's number, or the bits of the notes. */
function kindOf([, , , issue, , , , , notes]: PackedFinding): string {
  return issue === 0 ? `note ${notes}` : String(issue);
}

function labelFacet(data: FindingsData, facet: Facet, value: string): string {
  const words = htmlMessagesFor(data.lang);
  const shared = reportMessagesFor(data.lang);
  switch (facet) {
    case 'issue': {
      const example = data.rows.find((row) => kindOf(row) === value);
      return example === undefined ? '' : titleOf(example, data.lang);
    }
    case 'severity':
      return words.table.severities[value as Severity];
    case 'authority':
      return value === '?' ? shared.undecided : `${value} ${nameAuthority(value, data.lang)}`;
    case 'unit':
      return value === '?' ? words.emptyUnit : value;
    case 'region':
      return value === '?' ? shared.undecided : `${value} ${data.regions[value] ?? shared.unlisted}`;
    case 'file':
      return data.files[Number(value)] ?? '';
  }
}
