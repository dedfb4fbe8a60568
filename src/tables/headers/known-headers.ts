/*
 * Files of one system have the same header. A header that was met before is that array again, so that what was found in it is known, and
 * travels once between threads where several plans have it:
 *
 *   file 1 ─ 统一社会信用代码,企业名称 ─▶ header ─▶ columns
 *   file 2 ─ 统一社会信用代码,企业名称 ─▶  the same ─▶ the same
 */

const known = new Map<string, string[]>();
const mostKnown = 64;
const mostCells = 256;

/** The array that was given for the same cells before, or this one. Nobody changes it. */
export function recallHeader(cells: string[]): string[] {
  if (cells.length > mostCells) return cells;
  const key = cells.join('\u0001');
  const before = known.get(key);
  if (before?.length === cells.length && before.every((cell, at) => cell === cells[at])) return before;
  if (known.size === mostKnown) known.clear();
  known.set(key, cells);
  return cells;
}

/** The same function of a header, which finds once what it finds in the same array. */
export function once<Result>(find: (header: readonly string[]) => Result): (header: readonly string[]) => Result {
  const found = new WeakMap<readonly string[], { result: Result }>();
  return (header) => {
    const before = found.get(header);
    if (before !== undefined) return before.result;
    const result = find(header);
    found.set(header, { result });
    return result;
  };
}
