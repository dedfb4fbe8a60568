import { describe, expect, it } from 'vitest';
import { alphabet } from '../../src/code/standard/alphabet.ts';
import { checkCode } from '../../src/form/index.ts';
import { isValid, repair, validate } from '../../src/index.ts';
import { regions } from '../../src/regions/index.ts';
import { suggestRepair } from '../../src/repair/suggest-repair.ts';

/** Codes of Fujian's pilot, from public cases. */
const codes = [
  '91350211M0000XUF46',
  '91350100M0001TGQXM',
  '91350203M0001FUE2P',
  '91350203M0001QKT19',
  '91350211M00013FA1N',
];
const values = (text: string): string[] => repair(text, { regions }).map(({ value }) => value);

describe.each(codes)('%s, damaged', (code) => {
  it('by one wrong character, is among what it may have been', () => {
    let tried = 0;
    for (let index = 4; index < 18; index++) {
      for (const character of alphabet.slice(0, index < 8 ? 10 : 31)) {
        const wrong = code.slice(0, index) + character + code.slice(index + 1);
        if (isValid(wrong)) continue;
        tried++;
        expect([wrong, values(wrong).includes(code)]).toEqual([wrong, true]);
      }
    }
    expect(tried).toBeGreaterThan(300);
  });

  it('by two swapped, one lost or one too many, is too', () => {
    for (let index = 4; index < 17; index++) {
      const swapped = code.slice(0, index) + code.charAt(index + 1) + code.charAt(index) + code.slice(index + 2);
      if (!isValid(swapped)) expect([swapped, values(swapped).includes(code)]).toEqual([swapped, true]);
      const lost = code.slice(0, index) + code.slice(index + 1);
      expect([lost, values(lost).includes(code)]).toEqual([lost, true]);
      const doubled = code.slice(0, index) + code.charAt(index) + code.slice(index);
      expect([doubled, values(doubled).includes(code)]).toEqual([doubled, true]);
    }
  });

  it('by letters that only look right, leads, with repair and without', () => {
    for (const wrong of [code.replace('M0', 'MO'), code.replace('M', 'М'), code.replace('M', 'Μ')]) {
      expect(values(wrong)[0]).toBe(code);
      expect(checkCode(wrong).suggestions).toEqual([code]);
      expect(checkCode(wrong, { repair, regions }).suggestions[0]).toBe(code);
      expect(suggestRepair(wrong, validate(wrong).issues[0] ?? null, { regions })).toBe(code);
    }
  });
});

it('everything offered conforms, and none is of the pilot outside Fujian', () => {
  for (const code of codes) {
    for (let index = 0; index < 18; index++) {
      for (const { value } of repair(`${code.slice(0, index)}7${code.slice(index + 1)}`, { regions })) {
        const { partition, issues } = validate(value);
        expect(partition).toBe('conforming');
        if (issues[0]?.code === 'pilot-era') expect(value.slice(2, 4)).toBe('35');
      }
    }
  }
  const elsewhere = '91370211M0000XUF48';
  for (const value of values(elsewhere)) expect(validate(value).issues[0]?.code).not.toBe('pilot-era');
});
