/** Codes that stand on more than one record. */
export interface FoundGroups {
  /** Key of each group. */
  keys: BigUint64Array<ArrayBuffer>;
  /** (group, range, row) of each of their records, in parts; those of one group in record order. */
  entries: Uint32Array<ArrayBuffer>[];
  /** Groups of which the task left members out. */
  cut: Uint32Array<ArrayBuffer>;
}

/** The groups of all parts, numbered on from one to the next. */
export function joinGroups(parts: FoundGroups[]): FoundGroups {
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) return only;
  const keys = new BigUint64Array(parts.reduce((sum, part) => sum + part.keys.length, 0));
  const cut: number[] = [];
  let base = 0;
  for (const part of parts) {
    keys.set(part.keys, base);
    for (const group of part.cut) cut.push(base + group);
    for (const entries of part.entries) {
      for (let at = 0; at < entries.length; at += 3) entries[at] = base + (entries[at] ?? 0);
    }
    base += part.keys.length;
  }
  return { keys, entries: parts.flatMap(({ entries }) => entries), cut: Uint32Array.from(cut) };
}

/** How many entries there are. */
export function countEntries({ entries }: Pick<FoundGroups, 'entries'>): number {
  return entries.reduce((sum, { length }) => sum + length / 3, 0);
}
