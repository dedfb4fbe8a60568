import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/code/random.ts';
import { pairs } from '../../src/code/standard/authority-category.ts';
import { type GenerateOptions, generate, validate } from '../../src/index.ts';
import { regionCodes, regions } from '../../src/regions/index.ts';

describe('generate', () => {
  it('gives conforming codes without a note', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const code = generate({ seed });
        expect(validate(code, { regions })).toMatchObject({
          normalized: code,
          partition: 'conforming',
          issues: [],
          notes: [],
        });
      }),
      { numRuns: 2000 },
    );
    expect(validate(generate()).partition).toBe('conforming');
  });

  it('gives the same code for the same seed, and others for others', () => {
    expect([generate({ seed: 1 }), generate({ seed: 2 })]).toEqual(['A1110101992674947M', 'N9330102MAGUKFBQ65']);
    expect(new Set(Array.from({ length: 1000 }, (_, seed) => generate({ seed }))).size).toBe(1000);
  });

  it('draws a sequence from a source of numbers', () => {
    const drawThree = () => {
      const random = seededRandom(3);
      return [generate({ random }), generate({ random }), generate({ random })];
    };
    expect(drawThree()).toEqual(drawThree());
    expect(new Set(drawThree()).size).toBe(3);
  });

  it('keeps to what was asked for', () => {
    for (const { authority, category } of pairs) {
      expect(generate({ authority, category, seed: 1 }).slice(0, 2)).toBe(authority + category);
    }
    expect(generate({ authority: 'N' })).toMatch(/^N/);
    expect(generate({ category: '2' })).toMatch(/^.2/);
    expect(generate({ region: '370900' })).toMatch(/^..370900/);
    expect(['110101', '120101']).toContain(generate({ region: ['110101', '120101'] }).slice(2, 8));
    expect(regions.status(generate({ region: regionCodes(), seed: 5 }).slice(2, 8))).toBe('in-use');
  });

  it.each<[string, GenerateOptions, string]>([
    ['an unknown pair', { authority: '9', category: '8' }, 'no authority 9 with category 8'],
    ['an unknown authority', { authority: 'B' }, 'no authority B with category *'],
    ['a short region', { region: '3709' }, 'region 3709 is not six digits'],
    ['a region with a letter', { region: '37090A' }, 'region 37090A is not six digits'],
    ['no regions', { region: [] }, 'nothing to draw from'],
  ])('refuses %s', (_, options, message) => {
    expect(() => generate(options)).toThrowError(
      expect.objectContaining({ code: 'usage', message: `generate: ${message}` }),
    );
  });
});
