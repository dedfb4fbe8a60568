/** A header as it is compared: without spaces, case, full-width differences and trailing colons. */
export function foldHeader(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, '')
    .replace(/:+$/, '')
    .toLowerCase();
}

/** A folded header without its marks and remarks: `*企业名称(全称,必填)` is `企业名称`. */
export function dropRemarks(folded: string): string {
  return folded
    .replace(/^[*#※★☆▲●\d.、]+(?=[^\d])/u, '')
    .replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】/g, '')
    .replace(/[*※★☆]+$/u, '');
}
