let row = new Uint16Array(32);

/** Fewest characters to replace, drop and add that turn one short text into another (Levenshtein). */
export function countEdits(from: readonly string[], to: string): number {
  if (row.length <= to.length) row = new Uint16Array(to.length + 1);
  for (let at = 0; at <= to.length; at++) row[at] = at;
  for (let index = 0; index < from.length; index++) {
    let before = index;
    let left = index + 1;
    row[0] = left;
    for (let at = 0; at < to.length; at++) {
      const above = row[at + 1] as number;
      left = Math.min(from[index] === to.charAt(at) ? before : before + 1, above + 1, left + 1);
      row[at + 1] = left;
      before = above;
    }
  }
  return row[to.length] as number;
}
