/** What entities of one kind are called, and who registers them. */
export interface Sector {
  /** Authority and category that belong to it; a single character stands for all categories of that authority. */
  pairs: readonly string[];
  /** Whether a trade (商贸, 科技 …) stands in the name, and a capital in its column. */
  commercial: boolean;
  endings: readonly string[];
  types: readonly string[];
  office: string;
}

/** The last one takes every pair that no other names. */
export const sectors: readonly Sector[] = [
  {
    pairs: ['91', '99'],
    commercial: true,
    endings: [
      '有限公司',
      '有限公司',
      '有限责任公司',
      '股份有限公司',
      '集团有限公司',
      '(集团)有限公司',
      '厂',
      '有限公司分公司',
    ],
    types: [
      '有限责任公司',
      '有限责任公司',
      '有限责任公司(自然人独资)',
      '股份有限公司',
      '个人独资企业',
      '集体所有制',
      '分公司',
    ],
    office: '市场监督管理局',
  },
  {
    pairs: ['92'],
    commercial: true,
    endings: ['店', '经营部', '超市', '商行', '门市部', '餐馆', '服务部', '加工厂', '批发部', '工作室'],
    types: ['个体工商户', '个体工商户', '个体(内地)'],
    office: '市场监督管理局',
  },
  {
    pairs: ['93'],
    commercial: false,
    endings: ['种植专业合作社', '养殖农民专业合作社', '农机专业合作社', '果蔬专业合作社'],
    types: ['农民专业合作社'],
    office: '市场监督管理局',
  },
  {
    pairs: ['11', '12', '13', '19', 'A'],
    commercial: false,
    endings: ['小学', '中学', '幼儿园', '卫生院', '文化站', '水利站', '管理处', '事务中心', '街道办事处'],
    types: ['事业单位', '机关', '事业单位'],
    office: '委编办',
  },
  {
    pairs: ['5'],
    commercial: false,
    endings: ['协会', '商会', '基金会', '服务中心', '村村民委员会', '社区居民委员会', '养老院'],
    types: ['社会团体', '民办非企业单位', '基层群众性自治组织'],
    office: '民政局',
  },
  {
    pairs: ['3'],
    commercial: false,
    endings: ['律师事务所', '公证处', '司法鉴定所', '法律服务所'],
    types: ['律师执业机构', '司法鉴定机构'],
    office: '司法局',
  },
  {
    pairs: ['8'],
    commercial: false,
    endings: ['公司工会委员会', '工会联合会', '镇总工会'],
    types: ['基层工会', '工会组织'],
    office: '总工会',
  },
  {
    pairs: ['7'],
    commercial: false,
    endings: ['寺', '观', '基督教堂', '清真寺'],
    types: ['宗教活动场所'],
    office: '民族宗教局',
  },
  {
    pairs: ['N'],
    commercial: false,
    endings: ['村股份经济合作社', '村经济合作社', '村民小组经济合作社'],
    types: ['农村集体经济组织'],
    office: '农业农村局',
  },
  {
    pairs: ['Y'],
    commercial: false,
    endings: ['代表处', '办事处', '管理委员会', '联合会'],
    types: ['其他组织'],
    office: '行政审批局',
  },
];

/** Index into `sectors` for a pair. */
export function sectorOf(pair: string): number {
  const index = sectors.findIndex((sector) => sector.pairs.some((entry) => pair.startsWith(entry)));
  return index < 0 ? sectors.length - 1 : index;
}
