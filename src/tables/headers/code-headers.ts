import { dropRemarks, foldHeader } from './fold-header.ts';
import { once } from './known-headers.ts';

/** Spellings of the code column seen in real exports, likeliest first. */
const spellings = [
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
  '统一社会信用编码',
  'tyshxydm',
  'tyshxym',
  'shxydm',
  'shxym',
  'tyxym',
  'xydm',
  'uniscid',
  'uni_social_crd_cd',
  'unifiedSocialCreditCode',
  'unified_social_credit_code',
  'social_credit_code',
  'socialCreditCode',
  'uni_scid',
  'tyxydm',
  'unityCreditCode',
  'credit_code',
  'creditcode',
  'xk_xdr_shxym',
  'cf_xdr_shxym',
  'xdr_shxym',
  'codeUSC',
  'uscc',
  'usci',
  'usc_code',
  'code',
].map(foldHeader);

const isSpelling = new Set(spellings);

/** Second code columns hold the code of the body that licensed, punished or delivered: never the one. */
const issuingBody = /机关|来源单位|部门|xkjgdm|cfjgdm|lydwdm/;
/** Codes of the record's own subject at another time, or of somebody else it deals with. */
const otherSubject =
  /^原|变更前|旧|曾用|历史|总公司|总部|母公司|上级|主管|采购人|采购单位|招标|代理|投资|股东|隶属|担保|关联|法定代表/;
const phrase = /(统一)?社会信用(代?码|编码|号)|统一代码|统一信用代码|信用代码|unifiedsocialcredit/;
/** Headers that may stand over codes, where no other does and no cells tell. */
const perhaps = /^(纳税人(识别号|税号)|税号|纳税识别号|nsrsbh)$/;
/** What ends in these is about codes, and no column of them. */
const aboutCodes =
  /[,;:。!?]|(表|单|册|书|情况|说明|统计|通知|汇总|要求|信息|证明|材料|公示|公告|附件|日期|时间|类型|状态|名称|机关|地址|是否.*)$/;
const longestHeader = 40;

/** The columns a header names as codes, the record's own subject first; those of issuing bodies are never among them. */
export const findCodeHeaders = once((headers): readonly number[] => {
  const ranked = headers.flatMap((header, at) => {
    const folded = foldHeader(header);
    if (!isCodeHeader(folded) || issuingBody.test(folded)) return [];
    const spelled = spellings.indexOf(folded);
    const likeness = spelled >= 0 ? spelled : dropRemarks(folded) === spellings[0] ? 0 : spellings.length;
    return [{ at, rank: (otherSubject.test(folded) ? 2 * spellings.length : 0) + likeness }];
  });
  return ranked.sort((a, b) => a.rank - b.rank || a.at - b.at).map(({ at }) => at);
});

/** The columns whose header does not say more than that it may be one of codes. */
export function findPerhapsCodeHeaders(headers: string[]): number[] {
  return [...headers.keys()].filter((at) => perhaps.test(dropRemarks(foldHeader(headers[at] ?? ''))));
}

/** All columns a header names as codes, whoever's they are, from left to right. */
export const listCodeHeaders = once((headers): readonly number[] =>
  [...headers.keys()].filter((at) => {
    const folded = foldHeader(headers[at] ?? '');
    return isCodeHeader(folded) && folded !== 'code';
  }),
);

/** Whether a row has a cell that is spelled as headers of codes are: no title is. */
export function hasCodeSpelling(row: string[]): boolean {
  return row.some((cell) => spellings.includes(foldHeader(cell)));
}

/** Whether the header names the code of the body that issued the record. */
export function isIssuingBody(header: string): boolean {
  return issuingBody.test(foldHeader(header));
}

function isCodeHeader(folded: string): boolean {
  if (isSpelling.has(folded)) return true;
  if (folded.length > longestHeader || !phrase.test(folded)) return false;
  const bare = dropRemarks(folded);
  // `行政相对人代码_1(统一社会信用代码)` says it in brackets.
  if (!phrase.test(bare)) return /(代码|号码|证号|编号|识别号)[_\-\d]*$/.test(bare) && !aboutCodes.test(bare);
  return !aboutCodes.test(bare);
}
