/**
 * Characters of entity names that are taken for one another: they sound alike (pinyin input picks the wrong one) or look
 * alike. Each group is one sound or one shape; a character stands in one group only, the one it is mistaken in most.
 * Chosen from the characters that names of enterprises and institutions are made of; tones are ignored.
 */
const groups: readonly string[] = [
  ...['安庵', '傲奥', '博伯勃铂', '邦帮', '宝保堡', '北贝倍蓓', '斌彬宾滨', '冰兵', '碧必毕', '才财材', '昌畅长常'],
  ...['辰晨臣宸', '城诚成承程', '驰池弛', '川传', '春纯', '达大', '丹单', '德得', '登灯', '鼎定顶', '东冬', '都督'],
  ...['恩温', '发法', '帆凡繁', '方芳坊', '飞非菲', '丰风枫峰锋凤奉', '福富夫', '盖概', '冠官观', '光广', '贵桂'],
  ...['国果', '海孩', '豪浩昊皓', '合和禾河荷', '恒衡亨', '宏洪鸿虹弘红', '华花桦骅', '欢环', '辉晖徽慧惠汇'],
  ...['吉集极', '佳家嘉加', '建健键', '江疆', '洁杰捷', '金今锦津', '京晶精景', '敬静竞', '久九', '巨聚钜', '君军均钧'],
  ...['凯开楷恺', '康慷', '科可', '坤昆', '宽款', '兰蓝岚', '乐勒', '力立利丽', '莲联', '良粮', '林霖临', '灵玲铃凌菱'],
  ...['龙隆', '路陆鲁', '绿律', '罗洛骆', '满曼', '茂贸', '美每', '梦盟', '民敏', '明铭名鸣', '墨默', '宁凝', '诺糯'],
  ...['欧鸥', '鹏朋棚', '平苹萍', '奇齐琪琦其', '启起', '千迁仟', '巧桥', '勤秦', '青清卿', '庆磬', '泉全权', '群裙'],
  ...[
    '仁人壬',
    '荣融蓉容',
    '如儒',
    '瑞锐睿',
    '润闰',
    '森深',
    '山珊',
    '尚上',
    '声升生笙',
    '胜盛圣',
    '时石实',
    '世仕事士',
    '顺舜',
  ],
  ...['思斯司', '松嵩', '太泰', '堂唐棠', '涛滔', '腾藤', '天添', '同桐彤', '万皖', '旺望', '伟维威唯', '文雯', '沃握'],
  ...[
    '祥翔',
    '向象',
    '晓小',
    '鑫新欣信心馨',
    '星兴',
    '雄熊',
    '秀绣',
    '旭续',
    '轩宣萱',
    '雅亚',
    '炎岩',
    '阳洋扬杨',
    '耀曜',
  ],
  ...[
    '业叶晔',
    '一怡逸宜',
    '亿艺益易溢翼',
    '银殷',
    '英瑛',
    '盈赢',
    '永咏',
    '友有',
    '宇雨羽裕玉育郁于余',
    '圆元源原园缘',
  ],
  ...[
    '悦月越跃',
    '云芸',
    '泽则',
    '展占',
    '正政',
    '志智至',
    '中忠钟',
    '众重',
    '卓桌',
    '子梓紫',
    '祖组',
    '未末',
    '己已',
    '日曰',
  ],
];

/** By UTF-16 unit: the first of its group; 0 where it stands in none. */
const representatives = new Uint16Array(1 << 16);
for (const group of groups) {
  for (const character of group) representatives[character.charCodeAt(0)] = group.charCodeAt(0);
}

/** The first of a UTF-16 unit's group, itself where it stands in none. */
export function representativeOf(unit: number): number {
  return representatives[unit] || unit;
}

/** The text with every character replaced by the first of its group: equal for texts that are easily mistaken. */
export function foldSimilar(text: string): string {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (representativeOf(unit) !== unit) return text.slice(0, at) + foldAll(text, at);
  }
  return text;
}

function foldAll(text: string, from: number): string {
  let folded = '';
  for (let at = from; at < text.length; at++) folded += String.fromCharCode(representativeOf(text.charCodeAt(at)));
  return folded;
}

/** Whether two characters are taken for one another. */
export function areMistaken(left: string, right: string): boolean {
  return representativeOf(left.charCodeAt(0)) === representativeOf(right.charCodeAt(0));
}
