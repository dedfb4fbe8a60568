import type { FileMetaData, SchemaElement } from 'hyparquet';
import { BrokenError } from '../broken.ts';

/** How deep the column stands in lists and in what may be null. */
export interface PageColumn {
  /** Not in a list or a struct, nor a list. */
  isFlat: boolean;
  isBoolean: boolean;
  repetition: number;
  definition: number;
}

/**
 * Top-level columns, in order.
 *
 * @throws {BrokenError} when a name is no text
 */
export function listColumns(schema: SchemaElement[]): string[] {
  const names: string[] = [];
  for (let at = 1; at < schema.length; at = skipElement(schema, at)) {
    const name: unknown = schema[at]?.name ?? '';
    if (typeof name !== 'string')
      throw new BrokenError({ kind: 'technical', reason: 'parquet column name is no text' });
    names.push(name);
  }
  return names;
}

/** Of columns of one name the library reads all, takes the first, and lets the errors of the others end the process. */
export function dropRepeated({ row_groups }: FileMetaData): void {
  for (const group of row_groups) {
    const seen = new Set<string>();
    group.columns = group.columns.filter(({ meta_data }) => {
      const path = JSON.stringify(meta_data?.path_in_schema);
      return seen.size < seen.add(path).size;
    });
  }
}

/** How deep a column stands in lists and in what may be null. */
export function findColumn(schema: SchemaElement[], path: string[], type: string): PageColumn {
  let [repetition, definition, at] = [0, 0, 0];
  for (const name of path) {
    const parent = schema[at++];
    for (let left = parent?.num_children ?? 0; left > 0 && schema[at]?.name !== name; left--)
      at = skipElement(schema, at);
    const kind = schema[at]?.repetition_type;
    if (kind === 'REPEATED') repetition++;
    if (kind !== 'REQUIRED') definition++;
  }
  const isFlat = path.length === 1 && repetition === 0;
  return { isFlat, isBoolean: type === 'BOOLEAN', repetition, definition };
}

/** Index behind an element and all within it. */
function skipElement(schema: SchemaElement[], from: number): number {
  let pending = 1;
  let at = from;
  for (; pending > 0 && at < schema.length; at++) pending += (schema[at]?.num_children ?? 0) - 1;
  return at;
}
