import { foldHeader } from '../../tables/headers/fold-header.ts';

/** Spellings of unit columns seen in real exports, likeliest first. */
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
  '业务主管单位',
  '主管部门',
  '主管单位',
  '行业主管部门',
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
  '所属乡镇',
  '所在乡镇',
  '所在街道',
  '属地',
  '管辖单位',
  '管辖机关',
  '归口单位',
  '归口部门',
  '区（县）',
  '乡镇（街道）',
  '县（市、区）',
  '所属县（市、区）',
  '所属区县',
  '所属县区',
  '所属街道',
  '所属镇街',
  '乡镇',
  '乡镇街道',
  '镇街',
  '街道',
  '区县',
  '县区',
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

const unitLike =
  /(登记|赋码|审批|许可|发证|颁证|核准|主管|责任|监管).*(机关|部门|单位)(名称)?$|来源(单位|部门)(名称)?$|^所属.*(乡镇|区县|县区|街道|镇街)(名称)?$/;

/** The columns a header names as units that register, issue or deliver, likeliest first; never their codes or regions. */
export function findUnitHeaders(headers: string[]): number[] {
  const folded = headers.map(foldHeader);
  const exact = unitSpellings.flatMap((spelling) => {
    const at = folded.indexOf(spelling);
    return at < 0 ? [] : [at];
  });
  if (exact.length > 0) return [...new Set(exact)];
  return folded.flatMap((header, at) => (unitLike.test(header) ? [at] : []));
}
