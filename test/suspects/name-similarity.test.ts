import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames, similarFrom } from '../../src/suspects/name-similarity.ts';

const name = fc.string({
  unit: fc.constantFrom(...'泰安市华益集团有限责任公司第一二三号店小学分()（）A1 '),
  maxLength: 20,
});

describe('two names', () => {
  it.each([
    ['泰安市华益集团有限公司', '泰安市华益集团有限公司', 1],
    ['泰安市 华益（集团）有限公司', '泰安市华益(集团)有限公司', 1],
    ['ａｂｃ科技有限公司', 'ABC科技有限公司', 1],
    ['泰安市华益(集团)有限公司', '泰安市华益集团有限公司', 0.99],
    ['泰安市三号店', '泰安市3号店', 0.99],
  ])('%s and %s are one', (left, right, alike) => {
    expect(compareNames(left, right)).toBe(alike);
  });

  it.each([
    ['泰安市华益有限责任公司', '泰安市华益有限公司'],
    ['泰安市华益有限公司', '泰安市华益股份有限公司'],
    ['常州市吉尔纺织有限公司', '常州市吉尔纺织'],
    ['信阳灵动影视文化传播有限公司', '信阳灵动影视文化传媒有限公司'],
    ['广州市番禺区南村广南金属制品厂', '广州番禺区南村广南金属制品厂'],
    ['大华会计师事务所（特殊普通合伙）', '大华会计师事务所'],
    ['国网四川省电力公司威远县供电分公司', '国网四川省电力公司威远供电分公司'],
    ['平阴县安宋养鸡专业合作社', '平阴县安宋养鸡农民专业合作社'],
  ])('%s and %s are taken for one', (left, right) => {
    expect(compareNames(left, right)).toBeGreaterThanOrEqual(similarFrom);
    expect(compareNames(left, right)).toBeLessThan(1);
  });

  it.each([
    ['泰安市第一小学', '泰安市第二小学'],
    ['泰安市第十中学', '泰安市第十一中学'],
    ['某某便利3号店', '某某便利5号店'],
    ['泰安市华益有限公司', '泰安市华益有限公司新泰分公司'],
    ['中国工商银行股份有限公司横峰支行', '中国工商银行股份有限公司固阳支行'],
    ['中国工商银行横峰支行', '中国工商银行固阳支行'],
    ['四川运高劳务有限公司', '四川天宇工程项目管理咨询有限公司'],
    ['华为有限公司', '华力有限公司'],
    ['公司', '泰安市华益有限公司'],
    ['', ''],
    ['', '泰安市华益有限公司'],
    ['()', '（—）'],
  ])('%s and %s are not', (left, right) => {
    expect(compareNames(left, right)).toBeLessThan(similarFrom);
  });

  it('are as alike in either order, from 0 to 1', () => {
    fc.assert(
      fc.property(name, name, (left, right) => {
        const alike = compareNames(left, right);
        expect(alike).toBe(compareNames(right, left));
        expect(alike).toBeGreaterThanOrEqual(0);
        expect(alike).toBeLessThanOrEqual(1);
      }),
    );
  });
});
