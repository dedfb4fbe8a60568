/** A province as a tile: where it stands in a grid that follows the map. */
export interface Province {
  /** Positions 3–4 of a code. */
  prefix: string;
  short: string;
  zh: string;
  en: string;
  column: number;
  row: number;
}

/*
 *   国               黑
 *             蒙     吉
 *   新 甘 宁 晋 冀 京 津 辽
 *      青 陕 豫 鲁
 *   藏 川 渝 鄂 皖 苏 沪
 *      云 黔 湘 赣 浙
 *         桂 粤 闽    台
 *         琼 澳 港
 */
const rows: readonly (readonly [string, string, string, string, number, number])[] = [
  ['10', '国', '国家级', 'National', 1, 1],
  ['23', '黑', '黑龙江', 'Heilongjiang', 8, 1],
  ['15', '蒙', '内蒙古', 'Inner Mongolia', 5, 2],
  ['22', '吉', '吉林', 'Jilin', 8, 2],
  ['65', '新', '新疆', 'Xinjiang', 1, 3],
  ['62', '甘', '甘肃', 'Gansu', 2, 3],
  ['64', '宁', '宁夏', 'Ningxia', 3, 3],
  ['14', '晋', '山西', 'Shanxi', 4, 3],
  ['13', '冀', '河北', 'Hebei', 5, 3],
  ['11', '京', '北京', 'Beijing', 6, 3],
  ['12', '津', '天津', 'Tianjin', 7, 3],
  ['21', '辽', '辽宁', 'Liaoning', 8, 3],
  ['63', '青', '青海', 'Qinghai', 2, 4],
  ['61', '陕', '陕西', 'Shaanxi', 3, 4],
  ['41', '豫', '河南', 'Henan', 4, 4],
  ['37', '鲁', '山东', 'Shandong', 5, 4],
  ['54', '藏', '西藏', 'Tibet', 1, 5],
  ['51', '川', '四川', 'Sichuan', 2, 5],
  ['50', '渝', '重庆', 'Chongqing', 3, 5],
  ['42', '鄂', '湖北', 'Hubei', 4, 5],
  ['34', '皖', '安徽', 'Anhui', 5, 5],
  ['32', '苏', '江苏', 'Jiangsu', 6, 5],
  ['31', '沪', '上海', 'Shanghai', 7, 5],
  ['53', '云', '云南', 'Yunnan', 2, 6],
  ['52', '黔', '贵州', 'Guizhou', 3, 6],
  ['43', '湘', '湖南', 'Hunan', 4, 6],
  ['36', '赣', '江西', 'Jiangxi', 5, 6],
  ['33', '浙', '浙江', 'Zhejiang', 6, 6],
  ['45', '桂', '广西', 'Guangxi', 3, 7],
  ['44', '粤', '广东', 'Guangdong', 4, 7],
  ['35', '闽', '福建', 'Fujian', 5, 7],
  ['71', '台', '台湾', 'Taiwan', 7, 7],
  ['46', '琼', '海南', 'Hainan', 3, 8],
  ['82', '澳', '澳门', 'Macao', 4, 8],
  ['81', '港', '香港', 'Hong Kong', 5, 8],
];

/** The 34 provinces of GB/T 2260, and `10`, the national bureaus. */
export const provinces: readonly Province[] = rows.map(([prefix, short, zh, en, column, row]) => ({
  prefix,
  short,
  zh,
  en,
  column,
  row,
}));
