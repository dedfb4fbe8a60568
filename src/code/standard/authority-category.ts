/**
 * Authority × category pairs (登记管理部门 × 机构类别, positions 1 and 2): GB 32100-2015 table 1, its amendment
 * XG1-2016, and the pairs that registries have used since. `layer` says how sure each is. New pairs appear every few
 * years, so a pair that is not here is a note, never an error.
 */
export interface AuthorityCategory {
  authority: string;
  authorityName: string;
  category: string;
  categoryName: string;
  layer: 'GB32100-2015' | 'XG1-2016' | 'extension' | 'unconfirmed';
}

const rows: readonly (readonly [string, string, string, string, AuthorityCategory['layer']])[] = [
  ['1', '机构编制', '1', '机关', 'GB32100-2015'],
  ['1', '机构编制', '2', '事业单位', 'GB32100-2015'],
  ['1', '机构编制', '3', '中央编办直接管理机构编制的群众团体', 'GB32100-2015'],
  ['1', '机构编制', '9', '其他', 'GB32100-2015'],
  ['5', '民政', '1', '社会团体', 'GB32100-2015'],
  ['5', '民政', '2', '民办非企业单位', 'GB32100-2015'],
  ['5', '民政', '3', '基金会', 'GB32100-2015'],
  ['5', '民政', '9', '其他', 'GB32100-2015'],
  ['9', '工商（市场监管）', '1', '企业', 'GB32100-2015'],
  ['9', '工商（市场监管）', '2', '个体工商户', 'GB32100-2015'],
  ['9', '工商（市场监管）', '3', '农民专业合作社', 'GB32100-2015'],
  ['Y', '其他', '1', '（不再划分，统一用1）', 'GB32100-2015'],
  ['2', '外交', '1', '外国常驻新闻机构', 'XG1-2016'],
  ['2', '外交', '9', '其他', 'XG1-2016'],
  ['3', '司法行政', '1', '律师执业机构', 'XG1-2016'],
  ['3', '司法行政', '2', '公证处', 'XG1-2016'],
  ['3', '司法行政', '3', '基层法律服务所', 'XG1-2016'],
  ['3', '司法行政', '4', '司法鉴定机构', 'XG1-2016'],
  ['3', '司法行政', '5', '仲裁委员会', 'XG1-2016'],
  ['3', '司法行政', '9', '其他', 'XG1-2016'],
  ['4', '文化', '1', '外国在华文化中心', 'XG1-2016'],
  ['4', '文化', '9', '其他', 'XG1-2016'],
  ['6', '旅游', '1', '外国旅游部门常驻代表机构', 'XG1-2016'],
  ['6', '旅游', '2', '港澳台地区旅游部门常驻内地（大陆）代表机构', 'XG1-2016'],
  ['6', '旅游', '9', '其他', 'XG1-2016'],
  ['7', '宗教', '1', '宗教活动场所', 'XG1-2016'],
  ['7', '宗教', '2', '宗教院校', 'XG1-2016'],
  ['7', '宗教', '9', '其他', 'XG1-2016'],
  ['8', '工会', '1', '基层工会', 'XG1-2016'],
  ['8', '工会', '9', '其他', 'XG1-2016'],
  ['A', '中央军委改革和编制办公室', '1', '军队事业单位', 'XG1-2016'],
  ['A', '中央军委改革和编制办公室', '9', '其他', 'XG1-2016'],
  ['N', '农业', '1', '组级集体经济组织', 'XG1-2016'],
  ['N', '农业', '2', '村级集体经济组织', 'XG1-2016'],
  ['N', '农业', '3', '乡镇级集体经济组织', 'XG1-2016'],
  ['N', '农业', '9', '其他', 'XG1-2016'],
  ['3', '司法行政', '6', '商事调解组织', 'unconfirmed'],
  ['5', '民政', '4', '村民委员会', 'extension'],
  ['5', '民政', '5', '居民委员会', 'extension'],
  ['8', '工会', '2', '非法人工会组织', 'unconfirmed'],
  ['9', '市场监管', '9', '其他', 'extension'],
  ['G', '公安', '1', '境外非政府组织代表机构', 'extension'],
  ['G', '公安', '9', '其他', 'unconfirmed'],
  ['J', '住房城乡建设', '1', '业主大会', 'extension'],
  ['J', '住房城乡建设', '9', '其他', 'unconfirmed'],
  ['Q', '侨联', '1', '区县级侨联组织', 'extension'],
  ['Q', '侨联', '2', '乡镇级侨联组织', 'unconfirmed'],
  ['Q', '侨联', '3', '村级侨联组织', 'unconfirmed'],
  ['Q', '侨联', '9', '其他', 'unconfirmed'],
];

/** The 49 pairs, in the order of the standard and its amendments. */
export const pairs: readonly AuthorityCategory[] = rows.map(
  ([authority, authorityName, category, categoryName, layer]) =>
    Object.freeze({ authority, authorityName, category, categoryName, layer }),
);

// By both char codes, so that looking one up makes no string.
const numberOfPair = new Uint8Array(128 * 128);
for (const [index, pair] of pairs.entries()) numberOfPair[place(pair.authority + pair.category)] = index + 1;
const byAuthority = new Map([...pairs].reverse().map((pair) => [pair.authority, pair.authorityName]));

/** The pair at the beginning of a code, or null when no list has it. */
export function findPair(code: string): AuthorityCategory | null {
  const number = numberOfPair[place(code)] ?? 0;
  return number === 0 ? null : (pairs[number - 1] ?? null);
}

/** Name of the authority at position 1, or null when no list has it. */
export function authorityName(authority: string): string | null {
  return byAuthority.get(authority) ?? null;
}

function place(code: string): number {
  return (code.charCodeAt(0) << 7) | code.charCodeAt(1);
}
