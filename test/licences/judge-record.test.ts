import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generate } from '../../src/code/generate.ts';
import { changeRules } from '../../src/licences/change-rules.ts';
import { judgeRecord, type RecordCells } from '../../src/licences/judge-record.ts';
import { CODE_ROLES, LICENCE_RULES } from '../../src/licences/rules.ts';

// Public codes of large companies and bodies; an ID number of the kind that standards print.
const company = '91110000600037341L';
const other = '9144030071526726XG';
const body = '12440600MB2C07549J';
const shop = generate({ authority: '9', category: '2', random: () => 0.3 });
const identity = '11010519491231002X';

const whole: RecordCells = {
  name: '测试0有限公司',
  category: '法人及非法人组织',
  code: company,
  registration: '',
  organization: '',
  tax: '',
  institution: '',
  association: '',
  decision: '许〔2023〕0号',
  body: '某某局',
  'body-code': body,
  source: '某某局',
  'source-code': body,
};

function say(cells: Partial<RecordCells>, rules = LICENCE_RULES): string[] {
  return judgeRecord({ ...whole, ...cells }, rules).problems.map(({ role, rule }) => `${role} ${rule}`);
}

describe('one record by the table of section 13', () => {
  test('a record with everything in place has nothing', () => {
    expect(say({})).toEqual([]);
    expect(judgeRecord(whole, LICENCE_RULES)).toMatchObject({
      category: 'organization',
      code: company,
      isWrong: false,
    });
  });

  test('the code of the person concerned: required and conforming, but empty for natural persons', () => {
    for (const category of ['法人及非法人组织', '法人', '非法人组织', '个体工商户']) {
      expect(say({ category, code: '' })).toEqual(['code missing']);
      expect(say({ category, code: '无' })).toEqual(['code missing']);
      expect(say({ category, code: '91110000600037341M' })).toContain('code not-conforming');
      expect(say({ category, code: '600037341' })).toContain('code not-conforming');
    }
    expect(say({ category: '自然人', code: '' })).toEqual([]);
    expect(say({ category: '自然人', code: '/' })).toEqual([]);
    expect(say({ category: '自然人', code: company })).toEqual(['code not-wanted']);
  });

  test('without a category column: conforming if given', () => {
    const { category: _, ...rest } = whole;
    const rules = (code: string) => judgeRecord({ ...rest, code }, LICENCE_RULES).problems.map(({ rule }) => rule);
    expect(rules('')).toEqual([]);
    expect(rules(company)).toEqual([]);
    expect(rules('91110000600037341M')).toEqual(['not-conforming']);
  });

  test('a category of another word is noted, and read as if there were none', () => {
    expect(say({ category: '企业', code: '' })).toEqual(['category category-unknown']);
    expect(judgeRecord({ ...whole, category: '' }, LICENCE_RULES).isWrong).toBe(false);
    expect(say({ category: ' 法人 ' })).toEqual([]);
  });

  test('codes of 个体工商户 begin with 92: a note', () => {
    expect(say({ category: '个体工商户', code: shop })).toEqual([]);
    expect(say({ category: '个体工商户', code: company })).toEqual(['code category-code']);
    expect(say({ code: shop })).toEqual(['code category-code']);
    expect(judgeRecord({ ...whole, code: shop }, LICENCE_RULES).isWrong).toBe(false);
  });

  test('an ID number in a column of codes is an error, alone or in a longer value', () => {
    for (const role of CODE_ROLES) expect(say({ [role]: identity }), role).toEqual([`${role} identity-number`]);
    expect(say({ tax: `${identity}01` })).toEqual(['tax identity-number']);
    expect(say({ category: '自然人', code: identity })).toEqual(['code identity-number']);
  });

  test('a registration number by its own check, or the code', () => {
    expect(say({ registration: '110000000000012' })).toEqual(['registration check-fails']);
    expect(say({ registration: '1100001234567' })).toEqual([]);
    expect(say({ registration: '企独粤深总字第300001号' })).toEqual([]);
    expect(say({ registration: company })).toEqual([]);
    expect(say({ registration: other })).toEqual(['registration code-mismatch']);
  });

  test('the organization code is positions 9–17 of the code', () => {
    expect(say({ organization: '600037341' })).toEqual([]);
    expect(say({ organization: '60003734-1' })).toEqual([]);
    expect(say({ organization: '71526726X' })).toEqual(['organization organization-mismatch']);
    expect(say({ organization: '600037342' })).toEqual(['organization check-fails']);
    expect(say({ code: '', organization: '71526726X' })).toEqual(['code missing']);
  });

  test('the tax number is the code, or region and organization code', () => {
    expect(say({ tax: company })).toEqual([]);
    expect(say({ tax: '110108600037341' })).toEqual([]);
    expect(say({ tax: '11010871526726X' })).toEqual(['tax tax-mismatch']);
    expect(say({ tax: other })).toEqual(['tax tax-mismatch']);
    expect(say({ tax: '12345' })).toEqual(['tax check-fails']);
  });

  test('of certificates only a full code is held against the code', () => {
    for (const role of ['institution', 'association']) {
      expect(say({ [role]: '事证第137000000123号' })).toEqual([]);
      expect(say({ [role]: company })).toEqual([]);
      expect(say({ [role]: other })).toEqual([`${role} code-mismatch`]);
    }
  });

  test('bodies: required and conforming; authority 1 expected', () => {
    for (const role of ['body-code', 'source-code']) {
      expect(say({ [role]: '' })).toEqual([`${role} missing`]);
      expect(say({ [role]: '12440600MB2C07549K' })).toEqual([`${role} not-conforming`]);
      expect(say({ [role]: company })).toEqual([`${role} body-authority`]);
    }
    expect(judgeRecord({ ...whole, 'body-code': company }, LICENCE_RULES).isWrong).toBe(false);
  });

  test('a column that is not there is not looked at', () => {
    const { 'body-code': _, 'source-code': __, ...rest } = whole;
    expect(judgeRecord(rest, LICENCE_RULES).problems).toEqual([]);
  });

  test('a conforming code written otherwise is noted with how it is written', () => {
    const [problem] = judgeRecord({ ...whole, code: ` ${company.toLowerCase()}` }, LICENCE_RULES).problems;
    expect(problem).toMatchObject({ rule: 'format', suggestion: company });
  });

  test('suggestions are what is certain', () => {
    const [organization] = judgeRecord({ ...whole, organization: '71526726X' }, LICENCE_RULES).problems;
    expect(organization?.suggestion).toBe('600037341');
    const [tax] = judgeRecord({ ...whole, tax: other }, LICENCE_RULES).problems;
    expect(tax?.suggestion).toBe(company);
  });
});

describe('rules that are overruled', () => {
  test('needs, severities and words', () => {
    expect(say({ code: '' }, changeRules({ needs: { organization: { code: 'optional' } } }))).toEqual([]);
    expect(say({ 'source-code': '' }, changeRules({ severities: { missing: 'off' } }))).toEqual([]);
    const noted = judgeRecord({ ...whole, 'source-code': '' }, changeRules({ severities: { missing: 'note' } }));
    expect(noted).toMatchObject({ isWrong: false, problems: [{ rule: 'missing' }] });
    expect(say({ category: '企业', code: '' }, changeRules({ words: { 企业: 'organization' } }))).toEqual([
      'code missing',
    ]);
    expect(say({ registration: '1' }, changeRules({ needs: { organization: { registration: 'empty' } } }))).toEqual([
      'registration not-wanted',
    ]);
  });

  test('what is not named stays', () => {
    expect(changeRules({})).toEqual(LICENCE_RULES);
  });
});

test('every conforming code of an organization is right, with all its numbers', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (seed) => {
      const code = generate({ authority: '9', category: '1', random: () => seed });
      const cells = { ...whole, code, organization: code.slice(8, 17), tax: code };
      expect(judgeRecord(cells, LICENCE_RULES).problems).toEqual([]);
    }),
  );
});
