import type { FormMessages } from './form-messages.ts';
import type { Script } from './script.ts';

const foreignLetter = /[\u0370-\u04FF]/;

/** The texts in Chinese; `t` writes them in one of its scripts, and leaves what stands in `${…}` as it is. */
export function createChinese(t: Script): FormMessages {
  const compare = t`，请对照证照核对`;
  const enter = t`请填写统一社会信用代码`;
  const old = (what: string, organizationCode: string): string =>
    t`这是旧的${what}，${enter}（第 9–17 位通常是 ${organizationCode}）`;
  return {
    issues: {
      missing: () => enter,
      'spreadsheet-notation': () => t`科学计数法丢失了后几位，${enter}`,
      charset({ at, actual = '', expected }) {
        if (foreignLetter.test(actual)) {
          return expected
            ? t`第 ${at} 位的“${actual}”不是拉丁字母，应为 ${expected}${compare}`
            : t`第 ${at} 位的“${actual}”不是拉丁字母${compare}`;
        }
        return expected
          ? t`第 ${at} 位应为 ${expected}，现为“${actual}”${compare}`
          : t`第 ${at} 位不能是“${actual}”：只用数字和除 I、O、S、V、Z 以外的大写字母`;
      },
      'identity-number': () => t`这是居民身份证号，${enter}`,
      'region-format': ({ at, actual, expected }) =>
        t`第 3–8 位是行政区划码：第 ${at} 位应为${expected ? ` ${expected}` : t`数字`}，现为“${actual}”${compare}`,
      'check-digit': ({ at, actual, expected }) =>
        t`校验码不符：按前 17 位算，第 ${at} 位应为 ${expected}，现为 ${actual}${compare}`,
      'organization-check-digit': ({ at, actual, expected }) =>
        t`主体标识码（第 9–17 位）不符：第 ${at} 位应为 ${expected}，现为 ${actual}${compare}`,
      'registration-number': () => t`这是旧的注册号，${enter}`,
      'taxpayer-number': (_, normalized) => old(t`纳税人识别号`, normalized.slice(6)),
      'organization-code': (_, normalized) => old(t`组织机构代码`, normalized),
      'registration-check-digit': () => t`这像旧的注册号，${enter}`,
      length(_, normalized) {
        const count = [...normalized].length;
        return t`应为 18 位，现为 ${count} 位，${count < 18 ? t`少 ${18 - count}` : t`多 ${count - 18}`} 位${compare}`;
      },
    },
    notes: {
      format: t`已去掉空格、横线等，改为半角大写`,
      'authority-category': t`第 1–2 位不在已知的登记管理部门和机构类别中${compare}`,
      'region-unlisted': t`第 3–8 位不在历年的行政区划码中（开发区常见）${compare}`,
      'region-abolished': t`第 3–8 位的行政区划已撤销，代码继续有效`,
    },
    change({ kind, positions, suggestion }, normalized) {
      const at = positions[0] ?? 0;
      if (kind === 'swap') return t`第 ${positions.join('、')} 位多半颠倒`;
      return kind === 'several'
        ? t`第 ${positions.join('、')} 位多半有误`
        : t`第 ${at} 位多半应为 ${suggestion.charAt(at - 1)}，现为 ${normalized.charAt(at - 1)}`;
    },
    around: t`代码前后有其他文字，请只填代码`,
    incomplete: (count) => t`已输入 ${count} 位，还差 ${18 - count} 位`,
    notText: t`代码须为文本`,
    asking: t`正在查询是否已登记`,
    failed: t`未能查询是否已登记`,
    registered: (name) => (name ? t`已被“${name}”登记` : t`这个代码已被登记`),
    unregistered: t`没有查到这个代码的登记`,
    suggest: (code) => t`；是不是 ${code}？`,
    should: (code) => t`：应为 ${code}${compare}`,
  };
}
