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

const layers = { '': 'GB32100-2015', '+': 'XG1-2016', '~': 'extension', '?': 'unconfirmed' } as const;

/** An authority, and its categories, each after the sign of its layer: every face that names the parts of a code loads this. */
const table = `1机构编制 1机关 2事业单位 3中央编办直接管理机构编制的群众团体 9其他
5民政 1社会团体 2民办非企业单位 3基金会 9其他
9工商（市场监管） 1企业 2个体工商户 3农民专业合作社
Y其他 1（不再划分，统一用1）
2外交 +1外国常驻新闻机构 +9其他
3司法行政 +1律师执业机构 +2公证处 +3基层法律服务所 +4司法鉴定机构 +5仲裁委员会 +9其他
4文化 +1外国在华文化中心 +9其他
6旅游 +1外国旅游部门常驻代表机构 +2港澳台地区旅游部门常驻内地（大陆）代表机构 +9其他
7宗教 +1宗教活动场所 +2宗教院校 +9其他
8工会 +1基层工会 +9其他
A中央军委改革和编制办公室 +1军队事业单位 +9其他
N农业 +1组级集体经济组织 +2村级集体经济组织 +3乡镇级集体经济组织 +9其他
3司法行政 ?6商事调解组织
5民政 ~4村民委员会 ~5居民委员会
8工会 ?2非法人工会组织
9市场监管 ~9其他
G公安 ~1境外非政府组织代表机构 ?9其他
J住房城乡建设 ~1业主大会 ?9其他
Q侨联 ~1区县级侨联组织 ?2乡镇级侨联组织 ?3村级侨联组织 ?9其他`;

const found: AuthorityCategory[] = [];
for (const line of table.split('\n')) {
  const [issuer = '', ...categories] = line.split(' ');
  for (const text of categories) {
    const [, sign = '', category = '', categoryName = ''] = /^([+~?]?)(.)(.*)/.exec(text) ?? [];
    const layer = layers[sign as keyof typeof layers];
    found.push(
      Object.freeze({ authority: issuer.charAt(0), authorityName: issuer.slice(1), category, categoryName, layer }),
    );
  }
}

/** The 49 pairs, in the order of the standard and its amendments. */
export const pairs: readonly AuthorityCategory[] = found;

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
