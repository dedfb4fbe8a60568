import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairs } from '../../src/code/authority-category.ts';
import { type GenerateOptions, generate, validate } from '../../src/code/index.ts';
import { seededRandom } from '../../src/code/random.ts';
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
    expect(generate({ seed: 7 })).toBe(generate({ seed: 7 }));
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

  it.each<[string, GenerateOptions]>([
    ['an unknown pair', { authority: '9', category: '8' }],
    ['an unknown authority', { authority: 'B' }],
    ['a short region', { region: '3709' }],
    ['a region with a letter', { region: '37090A' }],
    ['no regions', { region: [] }],
  ])('refuses %s', (_, options) => {
    expect(() => generate(options)).toThrowError(expect.objectContaining({ code: 'usage' }));
  });
});
