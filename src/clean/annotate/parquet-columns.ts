import type { SchemaElement } from 'hyparquet';
import { ANNOTATIONS } from './record-verdict.ts';

/** The column for cells beyond those of the header, where a record has any. */
export const MORE_CELLS = 'more_cells';

/**
 * Names of all columns, each once whatever its case, as engines want them: a header without a name is `column_` and its number, and
 * a name that stands there already gets `_2`, `_3` … The header's come before those that are added.
 */
export function nameColumns(header: readonly string[] | null, columnCount: number, hasMore: boolean): string[] {
  const own = Array.from({ length: columnCount }, (_, index) => header?.[index] ?? '');
  const known = new Set<string>();
  return [...own, ...ANNOTATIONS, ...(hasMore ? [MORE_CELLS] : [])].map((given, index) => {
    const name = given.trim() === '' ? `column_${index + 1}` : given;
    let unique = name;
    for (let number = 2; known.has(unique.toLowerCase()); number++) unique = `${name}_${number}`;
    known.add(unique.toLowerCase());
    return unique;
  });
}

/** Every column is text, and none has an absent value. */
export function describeColumns(names: readonly string[]): SchemaElement[] {
  const columns = names.map(
    (name): SchemaElement => ({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' }),
  );
  return [{ name: 'root', num_children: names.length }, ...columns];
}
