/**
 * Spellings of the code, name and unit columns seen in real exports, likeliest first. Compared without spaces, case, full-width
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

const unitSpellings = [
  '登记机关',
  '登记管理机关',
  '登记机关名称',
  '登记管理机关名称',
  '登记管理部门',
  '登记部门',
  '登记单位',
  '赋码机关',
  '赋码部门',
  '赋码单位',
  '赋码机关名称',
  '审批机关',
  '审批部门',
  '批准机关',
  '批准单位',
  '许可机关',
  '发证机关',
  '颁证机关',
  '核准机关',
  '管理机关',
  '业务主管部门',
  '数据来源单位',
  '数据来源部门',
  '来源单位',
  '来源部门',
  '数据来源',
  '填报单位',
  '报送单位',
  '上报单位',
  '责任单位',
  '归属部门',
  '所属部门',
  'djjg',
  'djjgmc',
  'fmjg',
  'spjg',
  'lydw',
  'regorg_cn',
  'regorg',
  'reg_org',
  'registrationAuthority',
  'registration_authority',
].map(foldHeader);

/** Second code columns hold the code of the body that licensed, punished or delivered: never the one. */
const issuingBody = /机关|来源单位|部门|xkjgdm|cfjgdm|lydwdm/;
const codeLike = /(统一)?社会信用代码|统一代码/;
const unitLike = /(登记|赋码|审批|许可|发证|核准).*(机关|部门|单位)(名称)?$|来源(单位|部门)(名称)?$/;
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

/** The columns a header names as units that register, issue or deliver, likeliest first; never their codes or regions. */
export function findUnitHeaders(headers: string[]): number[] {
  return find(headers, unitSpellings, (header) => unitLike.test(header));
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
