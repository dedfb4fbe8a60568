import { describe, expect, it } from 'vitest';
import { validate } from '../../src/index.ts';
import { explain, type Language, messagesFor } from '../../src/messages/verdict/index.ts';
import { cases } from '../code/cases.ts';

const languages: Language[] = ['zh', 'en'];

describe.each(languages)('messages in %s', (lang) => {
  it('say something whole for every issue', () => {
    for (const { cell } of cases) {
      const { issues, normalized } = validate(cell);
      for (const issue of issues) {
        const text = explain(issue, normalized, lang);
        expect(text).toMatch(lang === 'zh' ? /。$/ : /\.$/);
        expect(text).not.toMatch(/undefined|null|NaN|\[object/);
        const isLost = issue.diagnosis === 'spreadsheet-rounding';
        if (issue.at !== undefined && !isLost) expect(text).toContain(String(issue.at));
        if (issue.expected !== undefined && !isLost) expect(text).toContain(issue.expected);
        if (issue.diagnosis !== undefined) expect(text).toContain(messagesFor(lang).diagnoses[issue.diagnosis]);
      }
    }
  });

  it('have words for everything, each its own', () => {
    const { partitions, diagnoses, notes, repairs, parts } = messagesFor(lang);
    for (const words of [partitions, diagnoses, notes, repairs, parts]) {
      const texts: string[] = Object.values(words);
      expect(texts.every((text) => text.length > 1)).toBe(true);
      expect(new Set(texts).size).toBe(texts.length);
    }
  });
});

describe('both languages', () => {
  it('have the same keys', () => {
    const keys = (lang: Language) =>
      Object.entries(messagesFor(lang)).map(([group, words]) => [group, Object.keys(words).sort()]);
    expect(keys('en')).toEqual(keys('zh'));
  });

  it('count characters, not UTF-16 units', () => {
    expect(explain({ code: 'length' }, '😀', 'en')).toContain('1 character, 17 too few');
    expect(explain({ code: 'length' }, '9'.repeat(20), 'zh')).toContain('共 20 位，多 2 位');
  });
});
