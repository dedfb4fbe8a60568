import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskCell } from '../../../src/code/cell/mask.ts';
import { maskIdentityNumbers, validate } from '../../../src/index.ts';
import { cells, codes, identityNumbers } from '../arbitraries.ts';

const separators = [
  ...' ,，.。·・•、;；:：|｜/\\-—_＿~～()（）[]【】<>"\'“”`^*+=#@!?\t\n\r\u00A0\u200B\u3000\uFEFF→★😀',
];

describe('masking', () => {
  it.each([
    ['11010519491231002X', '110105********002X'],
    ['11010519491231002x', '110105********002x'],
    ['经营者 11010519491231002X（个体）', '经营者 110105********002X（个体）'],
    ['11010519491231002X01', '110105********002X01'],
    ['L11010519491231002X', 'L110105********002X'],
    ['110105 1949-1231 002X', '110105 ****-**** 002X'],
    ['１１０１０５１９４９１２３１００２Ｘ', '１１０１０５********００２Ｘ'],
    ['e\u0301 11010519491231002X', 'e\u0301 110105********002X'],
    ['11010519491231002X,11010519491231002X', '110105********002X,110105********002X'],
    ['110105\u200b19491231\n002X', '110105\u200b********\n002X'],
    ['110105.19491231.002X', '110105.********.002X'],
    ['110105/1949/12/31/002X', '110105/****/**/**/002X'],
    ['110105_19491231_002X', '110105_********_002X'],
    ['１１０１０５．１９４９１２３１．００２Ｘ', '１１０１０５．********．００２Ｘ'],
    ['2020/01/01 10.20.30.40 13800138000', '2020/01/01 10.20.30.40 13800138000'],
    ['110105·1949,12,31（002X）', '110105·****,**,**（002X）'],
    ['110105，1949、12；31：002X', '110105，****、**；**：002X'],
    ['1|1|0|1|0|5|1|9|4|9|1|2|3|1|0|0|2|X', '1|1|0|1|0|5|*|*|*|*|*|*|*|*|0|0|2|X'],
    ['110105\r\n>19491231<br002X', '110105\r\n>19491231<br002X'],
    ['110105\r\n> 19491231 = 002X', '110105\r\n> ******** = 002X'],
    ['1１0１0５ ·19４9·1231·00２Ｘ', '1１0１0５ ·****·****·00２Ｘ'],
    ['①①⓪①⓪⑤19491231002x', '①①⓪①⓪⑤********002x'],
    // Four characters between two digits: two numbers.
    ['110105====19491231002X', '110105====19491231002X'],
    ['2024-05-01,370902199001011234', '2024-05-01,370902********1234'],
    ['370902199001011234，13800138000', '370902********1234，13800138000'],
    // No date, no check character, a code: left alone.
    ['11010519491331002X', '11010519491331002X'],
    // A slip in it: still somebody's number.
    ['110105194912310021', '110105********0021'],
    ['370902199001011234', '370902********1234'],
    ['37090219900101123401', '370902********123401'],
    ['3709021990010112340100', '3709021990010112340100'],
    ['1370902199001011234', '1370902199001011234'],
    // A pair of the standard and a province at its third position: a code with a wrong check character.
    ['513701200101011234', '513701200101011234'],
    ['914403001922038216', '914403001922038216'],
    ['110105********002X', '110105********002X'],
    ['', ''],
  ])('%s', (text, masked) => {
    expect(maskIdentityNumbers(text)).toBe(masked);
  });

  it('masks fifteen digits with a birth date where they are all there is in a cell that is no code', () => {
    expect(maskCell('110105491231002')).toBe('110105******002');
    expect(maskCell(' １１０１０５-491231-002 ')).toBe(' １１０１０５-******-002 ');
    expect(maskCell('11010519491231002X')).toBe('110105********002X');
    for (const kept of ['370900491331002', '990105491231002', '甲110105491231002', '1101054912310021', '']) {
      expect(maskCell(kept)).toBe(kept);
    }
    expect(maskIdentityNumbers('110105491231002')).toBe('110105491231002');
  });

  it('finds them through whatever stands between, and takes no more time for more of it', () => {
    const between = fc.string({ unit: fc.constantFrom(...separators), maxLength: 3 });
    fc.assert(
      fc.property(identityNumbers(), fc.array(between, { minLength: 17, maxLength: 17 }), (id, gaps) => {
        const text = id.split('').reduce((whole, digit, index) => whole + (gaps[index - 1] ?? '') + digit);
        const kept = (from: number, to: number): string =>
          text
            .normalize('NFKC')
            .replace(/[^0-9X]/gi, '')
            .slice(from, to);
        const masked = maskIdentityNumbers(text);
        expect(masked.replace(/[^0-9X]/gi, '')).toBe(kept(0, 6) + kept(14, 18));
        expect(Array.from(masked).length).toBe(Array.from(text).length);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves the other characters, and the length, as they were', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        identityNumbers(),
        fc.string({ unit: 'grapheme' }),
        (before, id, after) => {
          const text = `${before}|${id}|${after}`;
          const masked = maskIdentityNumbers(text);
          expect(masked).toHaveLength(text.length);
          expect(masked).not.toContain(id);
          expect(maskIdentityNumbers(masked)).toBe(masked);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('hides every identity number in every verdict but a conforming one', () => {
    fc.assert(
      fc.property(cells, identityNumbers(), fc.constantFrom('', '01', 'A', ' ', '-'), (cell, id, between) => {
        for (const input of [id, id + between, between + id, cell + id, id + cell]) {
          const verdict = validate(input);
          if (verdict.partition === 'conforming') continue;
          expect(JSON.stringify(verdict)).not.toContain(id);
          expect(verdict.normalized.replace(/[^0-9X]/g, '')).not.toContain(id);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('shows a conforming code in full, even one that has the shape of an identity number', () => {
    fc.assert(
      fc.property(codes, (code) => validate(` ${code}`).normalized === code),
      { numRuns: 1000 },
    );
    // All three rules hold for this one: six digits, a date of 1989, and both kinds of check characters.
    expect(maskIdentityNumbers(bothShapes)).not.toBe(bothShapes);
    expect(validate(bothShapes)).toMatchObject({ partition: 'conforming', input: bothShapes, normalized: bothShapes });
  });
});

const bothShapes = findBothShapes();

function findBothShapes(): string {
  for (let order = 0; order < 1_000_000; order++) {
    const code = `9100${String(order % 100).padStart(2, '0')}1989${String(1 + (order % 12)).padStart(2, '0')}1${String(order).padStart(5, '0').slice(-5)}`;
    if (code.length === 18 && validate(code).partition === 'conforming' && maskIdentityNumbers(code) !== code)
      return code;
  }
  throw new Error('none found');
}
