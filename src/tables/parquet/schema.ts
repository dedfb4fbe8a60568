import type { SchemaElement } from 'hyparquet';

/** How deep the column stands in lists and in what may be null. */
export interface PageColumn {
  /** Not in a list or a struct, nor a list. */
  isFlat: boolean;
  isBoolean: boolean;
  repetition: number;
  definition: number;
}

/** Top-level columns, in order. */
export function listColumns(schema: SchemaElement[]): string[] {
  const names: string[] = [];
  for (let at = 1; at < schema.length; at = skipElement(schema, at)) names.push(schema[at]?.name ?? '');
  return names;
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
