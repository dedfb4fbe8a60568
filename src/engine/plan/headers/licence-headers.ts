import { normalizeName } from '../../../code/cell/normalize.ts';
import type { LicenceRole } from '../../../messages/licences/roles.ts';
import { dropMarks, foldHeader } from '../../../tables/headers/fold-header.ts';
import { once } from '../../../tables/headers/known-headers.ts';

export type { LicenceRole } from '../../../messages/licences/roles.ts';

/** Administrative licences (行政许可, fields `XK_…`) or penalties (行政处罚, fields `CF_…`). */
export type LicenceKind = 'licences' | 'penalties';

/** Which of the layouts that were in use a table follows. */
export type LicenceLayout = '2015' | '2018' | '2021';

/** A table of licences or penalties: what it is of, and which of its columns, from 0, holds what. */
export interface LicenceColumns {
  kind: LicenceKind;
  layout: LicenceLayout;
  columns: Partial<Record<LicenceRole, number>>;
}

/**
 * Headers and field names by what the column holds, the first that fits:
 *
 *   2015  _2 (组织机构代码) `…_ZDM`, _3 (工商登记码) `…_GSDJ`, _4 (税务登记号) `…_SWDJ`, _5 (居民身份证号) `…_SFZ`
 *   2018  _2 (工商注册号) `…_GSZC`, _3 (组织机构代码) `…_ZZJG`, _4 (税务登记号), _5 (事业单位证书号) `…_SYDW`,
 *         _6 (社会组织登记证号) `…_SHZZ`, and the category `…_XDR_LB`
 *   2021  the same, with the representative's kind of document `…_FR_ZJLX` and its number `…_FR_ZJHM`
 *
 * They are held against folded headers without underscores, marks in front and remarks that say nothing of a code.
 */
const HEADERS: readonly (readonly [LicenceRole, RegExp])[] = [
  ['representative-identity', /^((法定代表人|法人|负责人).*(身份证|证件)(号|号码)|(xk|cf)?fr(sfzh?|zjhm))$/],
  ['category', /^((行政)?相对人(类别|类型)|(xk|cf)?xdr(lb|lx|type))$/],
  ['name', /^((行政)?相对人(名称|姓名|姓名或名称|名称或姓名)?|(xk|cf)?xdrmc|xkxdr)$/],
  ['code', /^((行政)?相对人.*社会信用代?码.*|(xk|cf)?xdrshxym)$/],
  ['registration', /^((行政)?相对人.*)?工商(注册|登记)(号|号码|码|证号)$|^(xk|cf)?xdr(gszc|gsdj)$/],
  ['organization', /^((行政)?相对人.*)?组织机构代码(证号)?$|^(xk|cf)?xdr(zzjg|zdm)$/],
  ['tax', /^((行政)?相对人.*)?(税务登记(号|号码|码|证号)|纳税人识别号)$|^(xk|cf)?xdrswdj$/],
  ['institution', /^((行政)?相对人.*)?事业单位(法人)?证书号码?$|^(xk|cf)?xdrsydw$/],
  ['association', /^((行政)?相对人.*)?社会组织登记(证号|号)$|^(xk|cf)?xdrshzz$/],
  ['identity', /^((行政)?相对人.*|自然人)?(居民)?(身份证号|身份证号码|证件号码)$|^(xk|cf)?xdr(sfzh?|zjhm)$/],
  ['body-code', /^(行政)?(许可|处罚)机关.*(代码|信用码)$|^(xk|cf)?(xkjg|cfjg)dm$/],
  ['body', /^(行政)?(许可|处罚)(机关|部门)(名称)?$|^(xk|cf)(xkjg|cfjg|xzjg)$/],
  ['source-code', /^数据来源单位.*(代码|信用码)$|^(xk|cf)(lydw|sjly)dm$/],
  ['source', /^数据来源单位(名称)?$|^(xk|cf)(lydw|sjly)$/],
  ['decision', /^(行政)?(许可|处罚)决定(书文|文书|书)(号|编号)$|^(xk|cf)wsh$/],
];

/** Columns of which one at least tells such a table from others that name a person concerned. */
const telling: readonly LicenceRole[] = ['category', 'decision', 'body', 'body-code', 'source-code'];

/** The columns of a table of licences or penalties; null when the header is of another table. */
export function findLicenceColumns(header: readonly string[] | null): LicenceColumns | null {
  return header === null ? null : findInHeader(header);
}

const findInHeader = once((header): LicenceColumns | null => {
  const names = header.map(bareHeader);
  const columns: LicenceColumns['columns'] = {};
  for (const [index, name] of names.entries()) {
    const role = HEADERS.find(([, pattern]) => pattern.test(name))?.[0];
    if (role !== undefined && columns[role] === undefined) columns[role] = index;
  }
  if (columns.code === undefined || !telling.some((role) => columns[role] !== undefined)) return null;
  const all = names.join(' ');
  const kind = /\bcf|处罚/.test(all) && !/\bxk|许可决定|许可机关/.test(all) ? 'penalties' : 'licences';
  return { kind, layout: findLayout(columns, all), columns };
});

/** Whether a category cell says that the person concerned is a natural person, who has no code. */
export function isNaturalPerson(category: string): boolean {
  return normalizeName(category) === '自然人';
}

function findLayout(columns: LicenceColumns['columns'], all: string): LicenceLayout {
  const isOld = /xdr(zdm|gsdj|sfz)\b|工商登记码|居民身份证号/.test(all);
  if (isOld && columns.category === undefined) return '2015';
  return /frzj(lx|hm)|(法定代表人|法人)证件/.test(all) ? '2021' : '2018';
}

/** `*行政相对人代码_1（统一社会信用代码）[必填]` as `行政相对人代码1统一社会信用代码`. */
function bareHeader(header: string): string {
  return dropMarks(foldHeader(header)).replace(/[()[\]【】_\-—]/gu, '');
}
