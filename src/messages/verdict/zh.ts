import type { en } from './en.ts';

export const zh: typeof en = {
  partitions: { conforming: '合规', erroneous: '错码', unconverted: '未换码', missing: '缺码' },
  issues: {
    missing: () => '没有代码。请补填 18 位统一社会信用代码。',
    'spreadsheet-notation': () =>
      '代码被电子表格转成了科学计数法，后几位已经丢失。请从原系统重新导出，导出前把代码列设为文本。',
    charset: ({ at, actual }) =>
      `第 ${at} 位“${actual}”不能用在代码里：只能是数字和除 I、O、S、V、Z 以外的大写字母。请对照证照核对。`,
    'identity-number': () => '填的是居民身份证号。请换成证照上的统一社会信用代码，并在原表中删去身份证号。',
    'region-format': ({ at, actual }) =>
      `第 ${at} 位是字母“${actual}”。第 3–8 位是登记管理机关行政区划码，只能是数字。请对照证照核对。`,
    'pilot-era': () => '福建 2016 年以前试点期间赋的码，校验规则与 GB 32100 不同，但依法有效，不必更正。',
    'check-digit': ({ at, actual, expected }) =>
      `校验码错误：第 ${at} 位是 ${actual}，按前 17 位算应为 ${expected}。请对照证照核对各位；证照上也是这样的，请赋码部门更正。`,
    'organization-check-digit': ({ at, actual, expected }) =>
      `主体标识码（第 9–17 位）错误：第 ${at} 位是 ${actual}，按 GB 11714 应为 ${expected}。请对照证照核对；证照上也是这样的，请赋码部门更正。`,
    'registration-number': () => '这是旧的注册号，尚未换码，也无法由它推算。请向登记机关查询新代码。',
    'taxpayer-number': (_, normalized) =>
      `这是旧的 15 位纳税人识别号，尚未换码。新代码的第 9–17 位通常是 ${normalized.slice(6)}，其余请向登记机关查询。`,
    'organization-code': (_, normalized) =>
      `这是旧的组织机构代码，尚未换码。新代码的第 9–17 位通常是 ${normalized}，其余请向登记机关查询。`,
    'registration-check-digit': () =>
      '15 位数字像旧的注册号，但校验码不对，很可能录错了。请对照旧执照核对，或向登记机关查询新代码。',
    length: (_, normalized) => describeLength([...normalized].length),
  },
  change({ kind, positions, suggestion }, normalized) {
    const [at = 0] = positions;
    const lead =
      kind === 'swap'
        ? `第 ${positions.join('、')} 位多半颠倒：应为 ${suggestion}。`
        : kind === 'replacement'
          ? `第 ${at} 位多半应为 ${suggestion.charAt(at - 1)}，现为 ${normalized.charAt(at - 1)}：应为 ${suggestion}。`
          : `第 ${positions.join('、')} 位多半有误：应为 ${suggestion}。`;
    return `${lead}校验对不上，请对照证照核对各位；证照上也是这样的，请赋码部门更正。`;
  },
  diagnoses: {
    complement: '这一位恰好是加权和的余数本身，多半是赋码系统漏做了“31 减余数”这一步，请一并核查同一系统赋的其他代码。',
    'spreadsheet-rounding': '末几位像是被电子表格或程序当作数字处理过，原来的数字已经丢失，请从原系统重新导出。',
  },
  notes: {
    format: '写法不规范（空格、横线、全角或小写等），已按规范写法读取。',
    'authority-category': '第 1–2 位的登记管理部门和机构类别组合不在已知的表中，可能是新增的类别，请留意。',
    'region-unlisted': '第 3–8 位的行政区划码不在历年的区划表中，常见于开发区、新区。',
    'region-abolished': '第 3–8 位的行政区划码已撤销，代码继续有效。',
  },
  repairs: {
    complement: '校验码改为 31 减余数',
    'look-alike': '形近字符',
    substitution: '字符有误',
    swap: '相邻两位颠倒',
    'missing-character': '少一位',
    'extra-character': '多出字符',
    'spreadsheet-rounding': '还原丢失的末几位',
    'organization-code': '更正主体标识码，重算第 18 位校验码',
    'taxpayer-number': '其中是纳税人识别号，补齐前两位和校验码',
  },
  parts: {
    authority: '登记管理部门',
    category: '机构类别',
    region: '登记管理机关行政区划',
    organizationCode: '主体标识码',
    checkCharacter: '校验码',
  },
};

function describeLength(count: number): string {
  const difference = Math.abs(count - 18);
  return `共 ${count} 位，${count < 18 ? '少' : '多'} ${difference} 位：统一社会信用代码是 18 位。请对照证照核对。`;
}
