/**
 * Spellings of the code and name columns seen in real exports, likeliest first. Compared without spaces, case, full-width
 * differences and trailing colons.
 */
const codeSpellings = [
  '统一社会信用代码',
  '统一信用代码',
  '统一代码',
  '机构信用代码',
  '社会信用代码（纳税人识别号）',
  '统一社会信用代码/纳税人识别号',
  '行政相对人统一社会信用代码',
  '行政相对人代码_1 (统一社会信用代码)',
  '行政相对人代码-1（统一社会信用代码）',
  '工商执照注册号/统一社会信用代码',
  '社会信用代码',
  'tyshxydm',
  'uniscid',
  'uni_social_crd_cd',
  'unifiedSocialCreditCode',
  'unified_social_credit_code',
  'unityCreditCode',
  'credit_code',
  'creditcode',
  'xk_xdr_shxym',
  'cf_xdr_shxym',
  'codeUSC',
  'uscc',
  'code',
].map(foldHeader);

const nameSpellings = [
  '企业名称',
  '单位名称',
  '机构名称',
  '行政相对人名称',
  '纳税人名称',
  '主体名称',
  'comp_nm',
  'com_nm',
  'jgmc',
  'name',
].map(foldHeader);

/** Second code columns hold the code of the body that licensed, punished or delivered: never the one. */
const issuingBody = /机关|来源单位|部门|xkjgdm|cfjgdm|lydwdm/;
const codeLike = /(统一)?社会信用代码|统一代码/;
const nameLike = /^(企业|单位|机构|行政相对人|纳税人|主体)(全称|名称)/;

/** A header as it is compared. */
export function foldHeader(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, '')
    .replace(/:+$/, '')
    .toLowerCase();
}

/** Whether a row has a cell that is spelled as headers of codes are: no title is. */
export function hasCodeSpelling(row: string[]): boolean {
  return row.some((cell) => codeSpellings.includes(foldHeader(cell)));
}

/** The columns a header names as codes, likeliest first; those of issuing bodies are never among them. */
export function findCodeHeaders(headers: string[]): number[] {
  return find(headers, codeSpellings, (header) => codeLike.test(header) && !issuingBody.test(header));
}

/** The columns a header names as entity names, likeliest first. */
export function findNameHeaders(headers: string[]): number[] {
  return find(headers, nameSpellings, (header) => nameLike.test(header) && !issuingBody.test(header));
}

/** Whether the header names the code of the body that issued the record. */
export function isIssuingBody(header: string): boolean {
  return issuingBody.test(foldHeader(header));
}

function find(headers: string[], spellings: string[], isLike: (header: string) => boolean): number[] {
  const folded = headers.map(foldHeader);
  const exact = spellings.flatMap((spelling) => {
    const at = folded.indexOf(spelling);
    return at < 0 ? [] : [at];
  });
  if (exact.length > 0) return [...new Set(exact)];
  return folded.flatMap((header, at) => (isLike(header) ? [at] : []));
}
