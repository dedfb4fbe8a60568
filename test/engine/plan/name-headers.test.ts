import { describe, expect, test } from 'vitest';
import { findNameHeaders } from '../../../src/engine/plan/headers/name-headers.ts';
import { findUnitHeaders } from '../../../src/engine/plan/headers/unit-headers.ts';
import { findCodeHeaders } from '../../../src/tables/headers/code-headers.ts';

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Headers of real exports, in Chinese, pinyin and English. */
const organizations =
  words(`公司名称 公司全称 企业名称 企业全称 企业名 单位名称 单位全称 机构名称 组织机构名称 社会组织名称 市场主体名称 经营主体名称 主体名称 商户名称
  个体工商户名称 个体户名称 农民专业合作社名称 工会名称 供应商名称 当事人名称 纳税人名称 行政相对人名称 名称 全称 姓名或名称 名称/姓名 当事人姓名或名称 企业(机构)名称
  *企业名称 企业名称（必填） 1.企业名称 法人名称 法人或其他组织名称 社会团体名称 民办非企业单位名称 基金会名称 律师事务所名称 学校名称 医疗机构名称 申请人名称 被处罚单位名称
  被处罚人名称 被许可人名称 被执行人名称 中标单位名称 店铺名称 用人单位名称 信用主体名称 客户名称 entname ENTNAME ent_name company_name companyName corpName org_name unit_name
  comp_nm qymc dwmc jgmc zzmc XK_XDR_MC cf_xdr_mc name mc gsmc nsrmc ztmc enterpriseName organization_name entity_name`);
const others =
  words(`姓名 法定代表人 法定代表人姓名 负责人 负责人姓名 经办人 联系人 联系人姓名 投资人名称 股东名称 业务主管单位名称 上级单位名称 主管部门名称 登记机关名称 许可机关名称
  处罚机关名称 发证机关名称 赋码机关名称 数据来源单位名称 审批部门名称 项目名称 许可证名称 商品名称 行政区划名称 街道名称 行业名称 曾用名称 英文名称 简称 总公司名称 所属单位名称
  填报单位名称 法定代表人名称 监管单位名称 采购人名称 采购单位名称 招标人名称 企业类型名称 企业类型 企业地址 单位负责人 企业联系人 user_name frdb djjg xkjg lydw`);

describe('a header names organizations', () => {
  test.each(organizations)('%s', (header) => expect(findNameHeaders([header])).toEqual([0]));
});

describe('a header names a person, another body, or something else', () => {
  test.each(others)('%s', (header) => expect(findNameHeaders([header])).toEqual([]));
});

test('the subject of the record comes before whom it deals with', () => {
  expect(findNameHeaders(['采购人名称', '供应商名称'])).toEqual([1]);
  expect(findCodeHeaders(['原统一社会信用代码', '总公司统一社会信用代码', '统一社会信用代码'])[0]).toBe(2);
});

test.each(
  words(
    '统一社会信用代码（18位） 社会信用代码 企业统一社会信用代码 纳税人识别号（统一社会信用代码） UNISCID tyshxydm socialCreditCode uni_scid',
  ),
)('%s is a header of codes', (header) => expect(findCodeHeaders([header])).toEqual([0]));

test.each(
  words(
    '主管部门 业务主管单位 主管单位 所属乡镇 所属区县 街道 镇街 赋码单位 发证机关 登记机关 属地 所在乡镇 区（县） 乡镇（街道） 归口单位',
  ),
)('%s is a header of units', (header) => expect(findUnitHeaders([header])).toEqual([0]));
