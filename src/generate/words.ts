import type { Sector } from './sectors.ts';

/** Made-up words that names, addresses and capital are put together from. Two characters each, so that none begins another. */
const nameFirst = [...'华恒鑫瑞宏盛泰嘉德信诚博远创新联合众兴隆金银玉龙凤翔宇天海江河山林峰云星光明辉'];
const nameSecond = [...'源达丰茂祥和顺通利发昌荣升腾飞鸿基业邦邻雅悦康宁安福佳美怡馨润泽涛洋杰凯锐卓'];
export const nameWords: readonly string[] = combine(nameFirst, nameSecond);

const surnames = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈',
];
const givenFirst = [...'建志国文晓小海春玉秀俊嘉子雨思欣浩宇明德永家'];
const givenSecond = [...'华军平强伟芳敏静丽娟涛勇杰磊霞燕红梅玲斌鹏超'];
export const people: readonly string[] = [
  ...combine(surnames, givenSecond),
  ...combine(combine(surnames, givenFirst.slice(0, 12)), givenSecond.slice(0, 12)),
];

export const trades: readonly string[] = [
  ...[
    '商贸',
    '科技',
    '建材',
    '餐饮',
    '物流',
    '装饰',
    '电子',
    '机械',
    '服装',
    '食品',
    '农业',
    '环保',
    '医药',
    '汽车',
    '传媒',
  ],
  ...[
    '劳务',
    '园林',
    '家具',
    '五金',
    '化工',
    '纺织',
    '印刷',
    '包装',
    '旅游',
    '教育',
    '能源',
    '置业',
    '咨询',
    '广告',
    '信息技术',
  ],
  ...[
    '建筑工程',
    '企业管理',
    '进出口',
    '供应链管理',
    '文化传播',
    '房地产开发',
    '节能科技',
    '生物科技',
    '网络科技',
    '水产养殖',
  ],
];

/** Last characters of long trades, and what a hurried eye takes them for. */
const wrongCharacters: Readonly<Record<string, string>> = {
  技: '枝',
  术: '木',
  程: '呈',
  理: '里',
  播: '搏',
  发: '友',
  殖: '值',
};

/** The trades with one character wrong, where they are long; '' for the others. */
export const wrongTrades: readonly string[] = trades.map((trade) => {
  const wrong = wrongCharacters[trade.slice(-1)];
  return trade.length >= 4 && wrong !== undefined ? trade.slice(0, -1) + wrong : '';
});

export const roads: readonly string[] = [
  ...[
    '建设路',
    '人民路',
    '解放路',
    '中山路',
    '和平路',
    '新华路',
    '文化路',
    '胜利街',
    '长江路',
    '黄河路',
    '迎宾大道',
    '工业园',
  ],
  ...[
    '东风街',
    '朝阳街',
    '振兴路',
    '光明路',
    '幸福里',
    '青年路',
    '站前街',
    '滨河路',
    '府前街',
    '民主路',
    '西环路',
    '南大街',
  ],
  ...[
    '北关村',
    '东岳大街',
    '科技园',
    '创业街',
    '公园路',
    '体育路',
    '学院路',
    '桃园路',
    '花园街',
    '红旗路',
    '龙泉路',
    '凤凰路',
  ],
];

export const rooms: readonly string[] = ['', '', '', '', 'A座', '1层', '101室', '2单元302室', '沿街商铺', '东侧'];

export const capital: readonly string[] = [
  ...[
    '10万元',
    '20万元',
    '30万元',
    '50万元',
    '80万元',
    '100万元',
    '118万元',
    '200万元',
    '300万元',
    '500万元',
    '600万元',
  ],
  ...[
    '1000万元',
    '1200万元',
    '2000万元',
    '5000万元',
    '10000万元',
    '50万元人民币',
    '100万元人民币',
    '300.5万元',
    '15万美元',
  ],
];

/** Every day from 1980-01-01 to 2019-12-28, days 29 to 31 left out. */
export const dates: readonly string[] = Array.from({ length: 40 * 12 * 28 }, (_, index) => {
  const day = (index % 28) + 1;
  const month = (Math.floor(index / 28) % 12) + 1;
  const year = 1980 + Math.floor(index / (28 * 12));
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
});

export const numbers: readonly string[] = Array.from({ length: 999 }, (_, index) => `${index + 1}号`);

/** Endings of names, types of entity and registering offices of all sectors, so that one number names each. */
export function collectWords(sectors: readonly Sector[]): { endings: string[]; types: string[]; offices: string[] } {
  return {
    endings: sectors.flatMap((sector) => sector.endings),
    types: sectors.flatMap((sector) => sector.types),
    offices: sectors.map((sector) => sector.office),
  };
}

function combine(first: readonly string[], second: readonly string[]): string[] {
  return first.flatMap((a) => second.map((b) => a + b));
}
