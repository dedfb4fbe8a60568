import { type Script, simplified, traditional } from '../form/script.ts';

const createChinese = (t: Script) => ({
  label: t`统一社会信用代码`,
  suggestions: t`是不是：`,
  authority: t`登记管理部门`,
  category: t`机构类别`,
  region: t`行政区划`,
  organizationCode: t`主体标识码`,
  checkCharacter: t`校验码`,
  unknown: t`未收录`,
});

export const zh = createChinese(simplified);
export const zhHant = createChinese(traditional);
