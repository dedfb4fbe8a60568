import type { en } from './en.ts';

const compare = '，请对照证照核对';
const enter = '请填写统一社会信用代码';

export const zh: typeof en = {
  issues: {
    missing: () => enter,
    'spreadsheet-notation': () => `科学计数法丢失了后几位，${enter}`,
    charset: ({ at, actual, expected }) =>
      expected
        ? `第 ${at} 位应为 ${expected}，现为“${actual}”${compare}`
        : `第 ${at} 位不能是“${actual}”：只用数字和除 I、O、S、V、Z 以外的大写字母`,
    'identity-number': () => `这是居民身份证号，${enter}`,
    'region-format': ({ at, actual, expected }) =>
      `第 3–8 位是行政区划码：第 ${at} 位应为${expected ? ` ${expected}` : '数字'}，现为“${actual}”${compare}`,
    'check-digit': ({ at, actual, expected }) =>
      `校验码不符：按前 17 位算，第 ${at} 位应为 ${expected}，现为 ${actual}${compare}`,
    'organization-check-digit': ({ at, actual, expected }) =>
      `主体标识码（第 9–17 位）不符：第 ${at} 位应为 ${expected}，现为 ${actual}${compare}`,
    'registration-number': () => `这是旧的注册号，${enter}`,
    'taxpayer-number': (_, normalized) => old('纳税人识别号', normalized.slice(6)),
    'organization-code': (_, normalized) => old('组织机构代码', normalized),
    'registration-check-digit': () => `这像旧的注册号，${enter}`,
    length: (_, normalized) => {
      const count = [...normalized].length;
      return `应为 18 位，现为 ${count} 位，${count < 18 ? `少 ${18 - count}` : `多 ${count - 18}`} 位${compare}`;
    },
  },
  notes: {
    format: '已去掉空格、横线等，改为半角大写',
    'authority-category': `第 1–2 位不在已知的登记管理部门和机构类别中${compare}`,
    'region-unlisted': `第 3–8 位不在历年的行政区划码中（开发区常见）${compare}`,
    'region-abolished': '第 3–8 位的行政区划已撤销，代码继续有效',
  },
  incomplete: (count) => `已输入 ${count} 位，还差 ${18 - count} 位`,
  notText: '代码须为文本',
  suggest: (code) => `；是不是 ${code}？`,
};

function old(what: string, organizationCode: string): string {
  return `这是旧的${what}，${enter}（第 9–17 位通常是 ${organizationCode}）`;
}
