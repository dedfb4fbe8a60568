import type { en } from './en.ts';

export const zh: typeof en = {
  label: '统一社会信用代码',
  suggestions: '是不是：',
  authority: '登记管理部门',
  category: '机构类别',
  region: '行政区划',
  organizationCode: '主体标识码',
  checkCharacter: '校验码',
  unknown: '未收录',
};
