/** Files of one system have the same headers: what was folded last. */
const known = new Map<string, string>();
const mostKnown = 512;
const longestKnown = 40;
/** Most cells: no capitals, spaces, quotes and colons, nothing full-width. */
export const foldedCell = /^[!#-&(-9;-@[-_a-~\u4e00-\u9fff]*$/;

/** A header as it is compared: without spaces, quotes around it, case, full-width differences and trailing colons. */
export function foldHeader(header: string): string {
  if (foldedCell.test(header)) return header;
  const before = known.get(header);
  if (before !== undefined) return before;
  const folded = fold(header);
  if (header.length <= longestKnown) {
    if (known.size === mostKnown) known.clear();
    known.set(header, folded);
  }
  return folded;
}

function fold(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, '')
    .replace(/^["'`“”‘’]+|["'`“”‘’]+$/g, '')
    .replace(/:+$/, '')
    .toLowerCase();
}

/** A folded header without what it says of how to fill it in: `*企业名称(必填)` is `企业名称`, `代码(旧)` stays. */
export function dropMarks(folded: string): string {
  return folded
    .replace(/^[*#※★☆▲●]+|[*※★☆]+$/gu, '')
    .replace(/[([【][^()[\]【】]*(必填|选填|必选|可选|非空|必录|选录|\d+位)[^()[\]【】]*[)\]】]/gu, '');
}

/** A folded header without its marks and remarks: `*企业名称(全称,必填)` is `企业名称`. */
export function dropRemarks(folded: string): string {
  return folded
    .replace(/^[*#※★☆▲●\d.、]+(?=[^\d])/u, '')
    .replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】/g, '')
    .replace(/[*※★☆]+$/u, '');
}
