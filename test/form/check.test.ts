import type { StandardJSONSchemaV1, StandardSchemaV1 } from '@standard-schema/spec';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { seededRandom } from '../../src/code/random.ts';
import {
  checkCode,
  checkTyping,
  type FormOptions,
  usccRule,
  usccSchema,
  usccTypingRule,
} from '../../src/form/index.ts';
import { generate, repair } from '../../src/index.ts';
import { regions } from '../../src/regions/index.ts';

const code = '91350100M000100Y43';

describe('messages', () => {
  it.each<[string, FormOptions, string | null]>([
    [code, {}, null],
    ['91350211M0000XUF46', {}, null],
    ['', {}, '请填写统一社会信用代码'],
    ['无', { language: 'en' }, 'Please enter the unified social credit code'],
    ['', { required: false }, null],
    ['暂无', { required: false }, null],
    ['91350100M000100Y44', {}, '校验码不符：按前 17 位算，第 18 位应为 3，现为 4，请对照证照核对'],
    [
      '91350100M000100Y44',
      { language: () => 'en' },
      'Wrong check character: by the first 17, position 18 should be 3, not 4; compare with the certificate',
    ],
    ['91350100M000100Y56', {}, '主体标识码（第 9–17 位）不符：第 17 位应为 4，现为 5，请对照证照核对'],
    ['9135O100M000100Y43', {}, '第 5 位应为 0，现为“O”，请对照证照核对'],
    ['91350100M000100Y4é', {}, '第 18 位不能是“é”：只用数字和除 I、O、S、V、Z 以外的大写字母'],
    ['91A50100M000100Y43', {}, '第 3–8 位是行政区划码：第 3 位应为数字，现为“A”，请对照证照核对'],
    ['11010519491231002X', {}, '这是居民身份证号，请填写统一社会信用代码'],
    ['9.14E+17', {}, '表格软件丢失了后几位，请填写统一社会信用代码'],
    ['914403001922038000', {}, '表格软件丢失了后几位，请填写统一社会信用代码'],
    ['914403001922038000', { repair }, '表格软件丢失了后几位，请填写统一社会信用代码'],
    ['91350100M000100Y4', {}, '应为 18 位，现为 17 位，少 1 位，请对照证照核对'],
    ['91350100M000100Y4', { repair }, '应为 18 位，现为 17 位，少 1 位，请对照证照核对；是不是 91350100M000100Y43？'],
    ['802100433', {}, '这是旧的组织机构代码，请填写统一社会信用代码（第 9–17 位通常是 802100433）'],
    ['80210043-3', { legacy: true }, null],
    ['110108802100433', { legacy: true }, null],
    ['110108000000017', { legacy: true }, '这像旧的注册号，请填写统一社会信用代码'],
  ])('of %j with %j', (value, options, message) => {
    expect(checkCode(value, options).message).toBe(message);
  });

  it('never repeat an ID number', () => {
    for (const value of ['11010519491231002X', '11010519491231002X01', ' 110105-19491231-002x']) {
      const { message, suggestions } = checkCode(value, { repair });
      expect(message).not.toContain('19491231');
      expect(suggestions).toEqual([]);
    }
  });

  it('are for text alone', () => {
    for (const value of [913501, {}, [], true]) expect(checkCode(value).message).toBe('代码须为文本');
    for (const value of [null, undefined]) {
      expect(checkCode(value).message).toBe('请填写统一社会信用代码');
      expect(checkCode(value, { required: false })).toMatchObject({ state: 'empty', message: null, value: '' });
    }
  });
});

describe('suggestions', () => {
  it('that cost nothing are the first of repair', () => {
    const random = seededRandom(7);
    for (let round = 0; round < 300; round++) {
      const right = generate({ random, authority: '9', category: '1' });
      const wrong = right.replace(/[012]/, (digit) => 'OIZ'.charAt(Number(digit)));
      const cheap = checkCode(wrong);
      expect(cheap.suggestions).toEqual([right]);
      expect(checkCode(wrong, { repair, regions })).toMatchObject({
        suggestions: cheap.suggestions,
        message: cheap.message,
      });
    }
  });

  it('of two swapped neighbours lead, without repair too: the check character is not the one to change', () => {
    for (const wrong of ['91350010M000100Y43', '91530100M000100Y43']) {
      const { message, suggestions } = checkCode(wrong);
      expect(suggestions[0]).toBe(code);
      expect(message).toContain('位多半颠倒：应为 91350100M000100Y43');
      expect(message).not.toContain('17 位算');
    }
    // What the issuer got wrong, and what another check character alone explains.
    expect(checkCode('91350100M000100Y4W').message).toContain('第 18 位应为 3');
    expect(checkCode('91350100M000100Y44').message).toContain('第 18 位应为 3');
  });

  it('conform, and are three at most', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123459MAYXO3'), minLength: 16, maxLength: 19 }), (text) => {
        for (const options of [{}, { repair }]) {
          const { suggestions } = checkCode(text, options);
          expect(suggestions.length).toBeLessThan(4);
          for (const one of suggestions) expect(checkCode(one).state).toBe('valid');
        }
      }),
    );
  });
});

describe('notes', () => {
  const odd = 'B9370900123456796A';

  it('warn beside a value that passes', () => {
    expect(checkCode(odd)).toMatchObject({
      state: 'valid',
      notes: ['authority-category'],
      warnings: ['第 1–2 位不在已知的登记管理部门和机构类别中，请对照证照核对'],
    });
  });

  it('are errors, or nothing, where the options say so', () => {
    expect(checkCode(odd, { notes: { 'authority-category': 'error' } }).state).toBe('invalid');
    expect(checkCode(odd, { notes: { 'authority-category': 'ignore' } }).warnings).toEqual([]);
    expect(checkCode(` ${code}`).warnings).toEqual([]);
    expect(checkCode(` ${code}`, { notes: { format: 'warn' } }).warnings).toHaveLength(1);
    expect(usccRule({ notes: { format: 'error' } })(` ${code}`)).toContain('半角大写');
  });

  it('on regions need the facts', () => {
    const abolished = generate({ seed: 1, region: '110103' });
    expect(checkCode(abolished).notes).toEqual([]);
    expect(checkCode(abolished, { regions }).notes).toEqual(['region-abolished']);
    expect(checkCode(generate({ seed: 1, region: '990000' }), { regions }).notes).toEqual(['region-unlisted']);
  });
});

describe('while typing', () => {
  it('every beginning of a code is unfinished, and only the whole of it passes', () => {
    for (let count = 1; count < 18; count++) {
      expect(checkTyping(code.slice(0, count))).toMatchObject({
        state: 'incomplete',
        message: `已输入 ${count} 位，还差 ${18 - count} 位`,
      });
      expect(usccTypingRule()(code.slice(0, count))).toBe(true);
      expect(checkCode(code.slice(0, count)).state).toBe('invalid');
    }
    expect(checkTyping(code).state).toBe('valid');
  });

  it('nothing yet is no error', () => {
    for (const value of ['', ' ', null, undefined])
      expect(checkTyping(value)).toMatchObject({ state: 'empty', message: null });
    expect(checkTyping('0').state).toBe('incomplete');
  });

  it('a character that cannot stand where it does is pointed at, and still not wrong', () => {
    expect(checkTyping('9135O')).toMatchObject({ state: 'incomplete', issue: { code: 'charset', at: 5, actual: 'O' } });
    expect(checkTyping('91a')).toMatchObject({
      state: 'incomplete',
      issue: { code: 'region-format', at: 3, actual: 'A' },
    });
    expect(usccTypingRule()('9135O')).toBe(true);
  });

  it('a whole code is judged at once', () => {
    expect(checkTyping('91350100M000100Y44')).toEqual(checkCode('91350100M000100Y44'));
    expect(usccTypingRule()('91350100M000100Y433')).toContain('多 1 位');
  });

  it('an old identifier passes where it is accepted', () => {
    expect(checkTyping('802100433', { legacy: true }).state).toBe('valid');
    expect(checkTyping('企独粤', { legacy: true })).toMatchObject({ state: 'incomplete', issue: null });
  });
});

describe('Standard Schema', () => {
  it('is one of version 1, with the types of the specification', () => {
    const schema = usccSchema();
    expectTypeOf(schema).toExtend<StandardSchemaV1<string, string>>();
    expectTypeOf(schema).toExtend<StandardJSONSchemaV1<string, string>>();
    expect(schema['~standard']).toMatchObject({ version: 1, vendor: 'uscc-toolkit' });
    expect(schema['~standard'].validate(' 9135-0100 m000100y43')).toEqual({ value: code });
    expect(schema['~standard'].validate(5)).toEqual({ issues: [{ message: '代码须为文本' }] });
  });

  it('describes what goes in and what comes out', () => {
    for (const target of ['draft-2020-12', 'draft-07', 'openapi-3.0']) {
      const { input, output } = usccSchema()['~standard'].jsonSchema;
      expect(input({ target })).toEqual({ type: 'string', title: '统一社会信用代码', minLength: 1 });
      const { pattern } = output({ target }) as { pattern: string };
      expect(code).toMatch(new RegExp(pattern, 'u'));
      expect('91A50100M000100Y43').not.toMatch(new RegExp(pattern, 'u'));
    }
    const optional = usccSchema({ required: false })['~standard'].jsonSchema;
    expect('').toMatch(new RegExp(String(optional.output({ target: 'draft-07' }).pattern)));
    expect(usccSchema({ legacy: true })['~standard'].jsonSchema.output({ target: 'draft-07' })).not.toHaveProperty(
      'pattern',
    );
  });
});
