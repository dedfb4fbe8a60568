import { describe, expect, it, vi } from 'vitest';
import { checkCode, readPasted, usccRule } from '../../src/form/index.ts';
import { repair } from '../../src/index.ts';
import { elementMessagesFor } from '../../src/messages/element/index.ts';
import { zh as elementZh } from '../../src/messages/element/zh.ts';
import { formTextsFor } from '../../src/messages/form/index.ts';
import { resolveLanguage } from '../../src/messages/form/language.ts';
import { zh } from '../../src/messages/form/zh.ts';
import { cases } from '../code/cases.ts';

const code = '91350100M000100Y43';

describe('languages', () => {
  it.each([
    ...[
      ['zh', 'zh'],
      ['zh-CN', 'zh'],
      ['zh-Hans-CN', 'zh'],
      ['cmn', 'zh'],
      ['', 'zh'],
    ],
    ...[
      ['en', 'en'],
      ['en-US', 'en'],
      ['EN_GB', 'en'],
    ],
    ...[
      ['zh-Hant', 'zh-Hant'],
      ['zh-TW', 'zh-Hant'],
      ['zh_HK', 'zh-Hant'],
      ['zh-Hant-HK', 'zh-Hant'],
    ],
  ])('%s is %s', (tag, language) => {
    expect(resolveLanguage(tag)).toBe(language);
  });

  it('falls back to Chinese, and says so once', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    expect(checkCode('', { language: 'fr-FR' }).message).toBe('请填写统一社会信用代码');
    checkCode('', { language: 'fr-FR' });
    expect(warn).toHaveBeenCalledTimes(1);
    warn.mockRestore();
  });

  it('writes every text in traditional characters: none that Big5 does not have', () => {
    const decoder = new TextDecoder('big5');
    const big5 = new Set<string>();
    for (let lead = 0xa1; lead <= 0xf9; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) big5.add(decoder.decode(new Uint8Array([lead, trail])));
    }
    const texts = [
      ...cases.map(({ cell }) => usccRule({ language: 'zh-TW', repair })(cell)),
      ...Object.values(elementMessagesFor('zh-Hant')),
    ].map((text) => String(text).replace(/“[^”]*”/g, ''));
    const strange = new Set(
      texts
        .join('')
        .match(/[\u4E00-\u9FFF]/g)
        ?.filter((character) => !big5.has(character)),
    );
    expect([...strange]).toEqual([]);
    expect(checkCode('', { language: 'zh-TW' }).message).toBe('請填寫統一社會信用代碼');
  });

  it('has one text a name in every language, with the same facts in it', () => {
    const braces = (text: string): string[] => text.match(/\{\w+\}/g)?.sort() ?? [];
    const en = formTextsFor('en');
    for (const language of ['zh', 'zh-Hant'] as const) {
      const texts = formTextsFor(language);
      expect(Object.keys(texts)).toEqual(Object.keys(en));
      for (const [name, text] of Object.entries(texts)) {
        expect(text).toMatch(/[\u3001\u4E00-\u9FFF]/);
        expect([name, braces(text)]).toEqual([name, braces(en[name as keyof typeof en])]);
      }
    }
    expect(zh.split('\n')).toHaveLength(Object.keys(en).length);
    expect(elementZh.split('\n')).toHaveLength(Object.keys(elementMessagesFor('en')).length);
  });

  it('lets the host have its own words', () => {
    const messages = { 'check-digit': '代码不对', length: (_: unknown, value: string) => `${value}?` };
    expect(checkCode('91350100M000100Y44', { messages }).message).toBe('代码不对');
    expect(checkCode('9135', { messages }).message).toBe('9135?');
  });
});

describe('what people paste', () => {
  it.each([
    [`统一社会信用代码：${code}`, code],
    [`“${code}”，`, code],
    [`名称：某某公司，代码 9135 0100 M000 100Y 43。`, code],
    [`代码：91350100M000100Y44`, '91350100M000100Y44'],
    [code, null],
    [`${code}，914403001922038216`, null],
  ])('%s', (text, found) => {
    expect(readPasted(text)).toBe(found);
  });

  it.each([`“${code}”，`, `"=""${code}"""`, `((${code}))`])('a code in more than one pair is suggested: %s', (text) => {
    expect(checkCode(text)).toMatchObject({
      suggestions: [code],
      message: `代码前后有其他文字，请只填代码：应为 ${code}，请对照证照核对`,
    });
  });

  it('a code in a longer text is suggested', () => {
    expect(checkCode(`统一社会信用代码：${code}`)).toMatchObject({
      suggestions: [code],
      message: `代码前后有其他文字，请只填代码：应为 ${code}，请对照证照核对`,
    });
  });

  it('a Cyrillic or Greek letter is called that', () => {
    expect(checkCode('91350100М000100Y43').message).toBe('第 9 位的“М”不是拉丁字母，应为 M，请对照证照核对');
    expect(checkCode('91350100M000100Υ43', { language: 'en' }).message).toContain(
      'is not a Latin letter: it should be Y',
    );
  });

  it('a swap leads, where suggestions are looked for', () => {
    expect(checkCode('91350010M000100Y43', { repair }).message).toBe(
      `第 6、7 位多半颠倒：应为 ${code}，请对照证照核对`,
    );
  });
});
