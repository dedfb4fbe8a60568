import type { FindingsData } from '../findings-data.ts';
import type { PackedFinding } from '../packed-finding.ts';
import { type Facet, facets } from './facets.ts';

/** Columns that the table can be sorted by. */
export type Column = 'place' | 'issue' | 'code' | 'suggestion' | 'name' | 'authority' | 'region' | 'unit';

/** What the reader asked for. */
export interface Query {
  text: string;
  /** Value by facet; absent: all. */
  chosen: Partial<Record<Facet, string>>;
  /** null: erroneous first, as the rows come. */
  sort: { column: Column; isDescending: boolean } | null;
}

/** Places of fields in a packed finding that are compared as they are. */
const FIELDS: Record<Exclude<Column, 'place'>, number> = {
  issue: 3,
  code: 9,
  suggestion: 11,
  name: 14,
  authority: 12,
  region: 13,
  unit: 15,
};

/** Finds the rows that a query asks for, as indices in the order asked for. */
export function createSelector(data: FindingsData): (query: Query) => Uint32Array {
  const { rows } = data;
  let haystack: string[] | null = null;
  return ({ text, chosen, sort }) => {
    const tests = Object.entries(chosen).map(([facet, value]) => {
      const read = facets[facet as Facet];
      return (row: PackedFinding): boolean => read(row) === value;
    });
    const needle = fold(text.trim());
    const closed = needle.replace(/\s+/g, '');
    if (needle !== '') haystack ??= rows.map(describe);
    const found = new Uint32Array(rows.length);
    let count = 0;
    for (const [index, row] of rows.entries()) {
      if (needle !== '') {
        const hay = haystack?.[index] ?? '';
        if (!hay.includes(needle) && !hay.includes(closed)) continue;
      }
      if (tests.every((test) => test(row))) found[count++] = index;
    }
    const selected = found.subarray(0, count);
    return sort === null ? selected : selected.sort(compareBy(rows, sort));
  };
}

/** All that a search looks through. */
function describe([, , , , , , , , , code, normalized, suggestion, , , name, unit]: PackedFinding): string {
  return fold(`${code}\n${normalized || ''}\n${suggestion || ''}\n${name || ''}\n${unit || ''}`);
}

function fold(text: string): string {
  return text.normalize('NFKC').toUpperCase();
}

/** Empty fields come last either way; rows alike stay as they were. */
function compareBy(
  rows: PackedFinding[],
  { column, isDescending }: NonNullable<Query['sort']>,
): (a: number, b: number) => number {
  const sign = isDescending ? -1 : 1;
  if (column === 'place') return (a, b) => sign * compareLocations(rows[a], rows[b]) || a - b;
  const field = FIELDS[column];
  return (a, b) => {
    const [first, second] = [rows[a]?.[field] ?? 0, rows[b]?.[field] ?? 0];
    if (first === second) return a - b;
    if (first === 0 || first === '') return 1;
    if (second === 0 || second === '') return -1;
    return first < second ? -sign : sign;
  };
}

function compareLocations(a?: PackedFinding, b?: PackedFinding): number {
  return (a?.[0] ?? 0) - (b?.[0] ?? 0) || (a?.[1] ?? 0) - (b?.[1] ?? 0);
}
