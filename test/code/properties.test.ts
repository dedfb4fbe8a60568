import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, dropDashes } from '../../src/code/cell/normalize.ts';
import { conformsAsWritten } from '../../src/code/standard/weighted-sums.ts';
import { checkCharacter, isValid, normalize, organizationCheckCharacter, parse, validate } from '../../src/index.ts';
import { alphabet, cells, codes } from './arbitraries.ts';
import { checkCharacterByStandard, decideByStandard, organizationCheckByStandard } from './by-standard.ts';

const runs = { numRuns: 3000 };

describe('check characters', () => {
  it('are those of the standard', () => {
    const text = (length: number, unit: string) =>
      fc.string({ unit: fc.constantFrom(...unit), minLength: length, maxLength: length });
    fc.assert(
      fc.property(text(17, alphabet), (first17) => checkCharacter(first17) === checkCharacterByStandard(first17)),
      runs,
    );
    fc.assert(
      fc.property(
        text(8, '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
        (first8) => organizationCheckCharacter(first8) === organizationCheckByStandard(first8),
      ),
      runs,
    );
  });

  it('refuse the wrong length and strange characters', () => {
    const usage = expect.objectContaining({ code: 'usage' });
    for (const text of ['', '91350100M000100Y43', '9135010OM000100Y4', '91350100m000100y4', '９1350100M000100Y4']) {
      expect(() => checkCharacter(text)).toThrowError(usage);
    }
    for (const text of ['', 'M000100', 'M000100Y4', 'M000100y', 'M000100é']) {
      expect(() => organizationCheckCharacter(text)).toThrowError(usage);
    }
  });
});

describe('a conforming code', () => {
  it('is conforming, and its parts are its text', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const { partition, issues, parts } = validate(code);
        expect({ partition, issues }).toEqual({ partition: 'conforming', issues: [] });
        const { authority, category, region, organizationCode, checkCharacter } = parts ?? fail();
        expect(authority.code + category.code + region.code + organizationCode + checkCharacter).toBe(code);
      }),
      runs,
    );
  });

  // Fujian's own rule is a second door: one wrong code in 37 passes it where the organization code begins with M0.
  it('with any one character replaced conforms no more, but by the pilot-era rule', () => {
    fc.assert(
      fc.property(codes, (code) => {
        for (let index = 0; index < 18; index++) {
          for (const character of alphabet) {
            if (character === code.charAt(index)) continue;
            const wrong = code.slice(0, index) + character + code.slice(index + 1);
            expect(validate(wrong).issues[0]?.code ?? 'none').not.toBe('none');
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('with two neighbours swapped conforms no more, but by the pilot-era rule', () => {
    fc.assert(
      fc.property(codes, (code) => {
        for (let index = 0; index < 17; index++) {
          if (code.charAt(index) === code.charAt(index + 1)) continue;
          const wrong = code.slice(0, index) + code.charAt(index + 1) + code.charAt(index) + code.slice(index + 2);
          expect(validate(wrong).issues).not.toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('with positions 1 and 18 swapped still passes: both weigh 1', () => {
    fc.assert(
      fc.property(codes, (code) => isValid(code.charAt(17) + code.slice(1, 17) + code.charAt(0))),
      { numRuns: 500 },
    );
  });
});

describe('any cell', () => {
  it('is decided as the standard says', () => {
    fc.assert(
      fc.property(cells, (cell) => {
        const { partition, issues } = validate(cell);
        expect({ partition, issue: issues[0]?.code ?? null }).toEqual(decideByStandard(clean(cell), normalize(cell)));
      }),
      { numRuns: 20_000 },
    );
  });

  it('is valid exactly when it conforms', () => {
    fc.assert(
      fc.property(cells, (cell) => isValid(cell) === (validate(cell).partition === 'conforming')),
      { numRuns: 20_000 },
    );
  });

  it('is taken by the fast path only when the careful one would take it unchanged', () => {
    fc.assert(
      fc.property(cells, (cell) => {
        const s = clean(cell);
        const byStandard = decideByStandard(s, dropDashes(s));
        const careful =
          s === cell && dropDashes(s) === cell && byStandard.partition === 'conforming' && byStandard.issue === null;
        expect(conformsAsWritten(cell)).toBe(careful);
      }),
      { numRuns: 20_000 },
    );
  });

  it('once normalized to letters and digits stays as it is', () => {
    fc.assert(
      fc.property(cells, (cell) => {
        const normalized = normalize(cell);
        if (/^[0-9A-Z]*$/.test(normalized)) expect(normalize(normalized)).toBe(normalized);
      }),
      { numRuns: 10_000 },
    );
  });

  it('has the note `format` exactly when it was not written as it is read', () => {
    fc.assert(
      fc.property(
        cells,
        (cell) => validate(cell).notes.includes('format') === (clean(cell) !== cell || normalize(cell) !== cell),
      ),
      { numRuns: 10_000 },
    );
  });

  it('says of a position what stands there', () => {
    fc.assert(
      fc.property(cells, (cell) => {
        const { issues, normalized } = validate(cell);
        for (const { at, actual } of issues) if (at !== undefined) expect([...normalized][at - 1]).toBe(actual);
      }),
      { numRuns: 10_000 },
    );
  });

  it('has the parts that parse gives', () => {
    fc.assert(
      fc.property(cells, (cell) => {
        expect(parse(cell)).toEqual(validate(cell).parts);
      }),
      { numRuns: 1000 },
    );
  });
});

function fail(): never {
  throw new Error('no parts');
}
