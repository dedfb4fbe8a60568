import { dropRemarks, foldHeader } from '../../../tables/headers/fold-header.ts';
import { once } from '../../../tables/headers/known-headers.ts';

/** Spellings of name columns in exports of machines, and the commonest of people; likeliest first. */
const spellings = [
  '企业名称',
  '单位名称',
  '机构名称',
  '行政相对人名称',
  '纳税人名称',
  '主体名称',
  ...[
    'xk_xdr_mc',
    'cf_xdr_mc',
    'entname',
    'ent_name',
    'enterprise_name',
    'enterprisename',
    'company_name',
    'companyname',
  ],
  ...[
    'company',
    'corp_name',
    'corpname',
    'org_name',
    'orgname',
    'organization_name',
    'organizationname',
    'organization',
  ],
  ...['organisation_name', 'unit_name', 'unitname', 'comp_nm', 'com_nm', 'corp_nm', 'ent_nm', 'org_nm', 'entity_name'],
  ...['entityname', 'legal_name', 'subject_name', 'business_name', 'firm_name', 'qymc', 'dwmc', 'jgmc', 'zzmc', 'ztmc'],
  ...['scztmc', 'jyztmc', 'nsrmc', 'frmc', 'xdrmc', 'xdr_mc', 'xzxdrmc', 'gsmc', 'shmc', 'shttmc', 'sydwmc', 'gysmc'],
  ...['dsrmc', 'qy_mc', 'dw_mc', 'jg_mc', 'zz_mc', 'name', 'mc'],
];

/** What an organization is called in a header. */
const bodies =
  /个体户|客户|被(处罚|许可|执行|检查|监管)(人|单位|主体|对象)|公司|企业|单位|机构|组织|主体|商户|工商户|合作社|工会|供应商|当事人|纳税人|相对人|法人|团体|学校|幼儿园|医院|协会|学会|商会|基金会|律所|事务所|申请人|权利人|投标人|中标人|承包人|厂商|店铺|商家|机关|委员会|对象/;
/** Other bodies, and columns that are about a body without being its name. */
const others =
  /类型|性质|行业|地址|采购|招标|业务主管|主管|上级|总公司|总部|母公司|隶属|所属|归属|来源|填报|报送|上报|提供|采集|责任|监管|管理|代理|投资|控股|曾用|原名|变更前|英文|外文|拼音|简称|(?<!被|受)(登记|许可|处罚|发证|颁证|赋码|审批|审核|批准|核准|受理|办理|公示|检查|执法)/;
const persons = /姓名|代表人|负责人|经办人|联系人|经营者|投资人|股东|监护/;
const endsAsName =
  /(名称|全称|名字|名称或姓名|姓名或名称|姓名\/名称|名称\/姓名|名称及姓名|户名|(公司|企业|单位|机构|组织|主体|商户|店铺)名)$/;

/**
 * The columns a header names as names of organizations, likeliest first. A person's name is none, unless the header says 姓名或名称;
 * nor is that of another body: who registers, licenses, supervises or delivers.
 */
export const findNameHeaders = once((headers): readonly number[] => {
  const ranked = headers.flatMap((header, at) => {
    const rank = rankNameHeader(header);
    return rank === null ? [] : [{ at, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank || a.at - b.at).map(({ at }) => at);
});

const likeRank = 100;
const plainRank = 200;

function rankNameHeader(header: string): number | null {
  const name = dropRemarks(foldHeader(header));
  const spelled = spellings.indexOf(name);
  if (spelled >= 0) return name === 'name' || name === 'mc' ? plainRank : spelled;
  if (/^(中文)?(名称|全称)$/.test(name)) return plainRank;
  const isBoth = /姓名(或|及|\/)名称|名称(或|及|\/)姓名/.test(name);
  if (isBoth && !others.test(name)) return likeRank;
  if (persons.test(name) || others.test(name) || !bodies.test(name)) return null;
  // The whole header may be the body: 行政相对人, 企业, 单位.
  if (endsAsName.test(name)) return likeRank;
  return /^(行政相对人|企业|单位|公司|机构|市场主体|纳税人|供应商|商户)$/.test(name) ? plainRank + 1 : null;
}
