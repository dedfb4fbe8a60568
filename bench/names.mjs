const cities = '泰安 济南 福州 南宁 大同 长春 兰州 昆明 宜宾 襄阳 赣州 滁州'.split(' ');
const characters = '华益鑫诚源丰泰和盛达宏远恒瑞康安博创锦腾润嘉信德美佳新明天海龙金富顺通祥';
const trades = '商贸 科技 建筑工程 餐饮 物流 农业发展 装饰 广告 文化传媒 机械设备'.split(' ');
const endings = '有限公司 有限责任公司 股份有限公司 经营部 超市 专业合作社'.split(' ');

/** An entity name that belongs to nobody in particular. */
export function makeName(random) {
  const pick = (items) => items[Math.floor(random() * items.length)];
  return `${pick(cities)}市${pick(characters)}${pick(characters)}${pick(characters)}${pick(trades)}${pick(endings)}`;
}

/** The name as another system has it: half of them as they are, the others without the 市, without the ending, or one character off. */
export function retype(name, random) {
  const way = Math.floor(random() * 6);
  if (way === 0) return name.replace('市', '');
  if (way === 1) return name.replace(/(?:有限责任|股份有限|有限)公司$/, '');
  if (way === 2) return `${name.slice(0, 4)}${characters[Math.floor(random() * characters.length)]}${name.slice(5)}`;
  return name;
}
