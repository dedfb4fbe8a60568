import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/code/random.ts';
import { findPair } from '../../src/code/standard/authority-category.ts';
import {
  createPrior,
  generate,
  isValid,
  normalize,
  type Repair,
  type RepairContext,
  repair,
  validate,
} from '../../src/index.ts';
import { regions } from '../../src/regions/index.ts';
import { alphabet, cells, codes, identityNumbers } from '../code/arbitraries.ts';

const code = '91350100M000100Y43';
const prior = { regions: new Map([['350100', 0.6]]), authorities: new Map([['9', 0.9]]) };
const best = (input: string): Pick<Repair, 'value' | 'edits' | 'reason'> | null => {
  const [first] = repair(input, { regions });
  return first === undefined ? null : { value: first.value, edits: first.edits, reason: first.reason };
};

describe('repair', () => {
  it.each<[string, string, string, number, Repair['reason']]>([
    ['a forgotten "31 −"', '91350100M000100Y4W', code, 1, 'complement'],
    ['one letter O', '9135O100M000100Y43', code, 1, 'look-alike'],
    ['all zeros as letters', '9135O1OOMOOO1OOY43', code, 8, 'look-alike'],
    ['mixed look-alikes', '9I3SO100M000100Y43', code, 3, 'look-alike'],
    ['Cyrillic letters', '91350100М000100У43', code, 2, 'look-alike'],
    ['letters of the alphabet for digits in the region', '9135D1DDM000100Y43', code, 3, 'look-alike'],
    ['a letter that cannot be read', '91350100M0001?0Y43', code, 1, 'substitution'],
    ['two neighbours swapped', '91350100M000100Y34', code, 1, 'swap'],
    ['a doubled character lost', '9135010M000100Y43', code, 1, 'missing-character'],
    ['a character doubled', '91350100MM000100Y43', code, 1, 'extra-character'],
    ['a missing check character', '91350100M000100Y4', code, 1, 'missing-character'],
    ['small letters and spaces around the error', ' 9135 o100 m000100y43', code, 1, 'look-alike'],
    ['a count of copies', `${code}(1-1)`, code, 4, 'extra-character'],
    ['a label', `代码${code}`, code, 2, 'extra-character'],
    ['dots inside', '9135.0100.M000.100Y.43', code, 4, 'extra-character'],
    ['both check characters', '93421000MA48701T83', '93421000MA48701T3D', 2, 'organization-code'],
    ['a double', '914403001922038272', '914403001922038216', 2, 'spreadsheet-rounding'],
    ['a double as JavaScript prints it', '914403001922038300', '914403001922038216', 3, 'spreadsheet-rounding'],
    ['a double in scientific notation', '9.144030019220383E+17', '914403001922038216', 5, 'spreadsheet-rounding'],
    ['letters run together with it', `USCC${code}`, code, 4, 'extra-character'],
    ['a taxpayer number filled up', '350100M000100Y4000', code, 5, 'taxpayer-number'],
    ['a taxpayer number with a word', '税号350100M000100Y4', code, 3, 'taxpayer-number'],
    ['issued around a wrong check character', '91350100M000100Y69', code, 2, 'organization-code'],
  ])('%s', (_, input, value, edits, reason) => {
    expect(best(input)).toEqual({ value, edits, reason });
  });

  it('finds what Excel cut off, among the few that fit', () => {
    const found = repair('914403001922038000', { regions }).filter((one) => one.reason === 'spreadsheet-rounding');
    expect(found.map((one) => one.value)).toContain('914403001922038216');
    expect(found.length).toBeLessThan(8);
  });

  it.each([
    ['two characters that cannot be read', '9135010?M0001?0Y43', 2],
    ['a mask', '9135010**000100Y43', 2],
    ['two wrong characters in the first eight', '9X950100M000100Y43', 2],
    ['authority and category wrong', 'XT350100M000100Y43', 2],
    ['issued around a swap', '91350100M001000Y4X', 3],
    ['a wrong character in the organization code, and a check character to fit', '91350100M002100Y48', 2],
    ['an abolished region with a wrong character', '91350100M000100YX3', 1],
  ])('has the right code somewhere: %s', (_, input, edits) => {
    expect(repair(input, { regions }).find(({ value }) => value === code)?.edits).toBe(edits);
  });

  it('finds what Excel cut off in scientific notation, among the few that fit', () => {
    const found = repair('9.14403001922038E+17', { regions });
    expect(found.map(({ value }) => value)).toContain('914403001922038216');
    expect(found.length).toBeLessThan(12);
    expect(repair('9.1440300192204E+17', { regions })).toEqual([]);
  });

  it.each([
    ['a conforming code', code],
    ['a conforming code, dirty', ` ${code.toLowerCase()}。`],
    ['a pilot-era code', '91350211M0000XUF46'],
    ['an identity number', '11010519491231002X'],
    ['an identity number and one more', '11010519491231002X1'],
    ['a registration number', '110108000000016'],
    ['a taxpayer number', '110108802100433'],
    ['an organization code', '802100433'],
    ['nothing', '无'],
    ['a number that lost its digits', '9.14E+17'],
    ['something else', '泰安市某某有限公司'],
    ['a very long text', `${code.slice(0, 17)}4 `.repeat(1000)],
  ])('has nothing to say of %s', (_, input) => {
    expect(repair(input, { regions })).toEqual([]);
  });

  it('finds every single wrong character and every swap, most of them first', () => {
    const random = seededRandom(1);
    const pick = (count: number) => Math.floor(random() * count);
    const outcome = { wrong: 0, found: 0, first: 0 };
    for (let seed = 0; seed < 3000; seed++) {
      const right = generate({ random, authority: '9' });
      const at = pick(17);
      const wrong =
        seed % 2 === 0
          ? right.slice(0, at) + alphabet.charAt(pick(31)) + right.slice(at + 1)
          : right.slice(0, at) + right.charAt(at + 1) + right.charAt(at) + right.slice(at + 2);
      if (isValid(wrong)) continue;
      const values = repair(wrong, { regions }).map((one) => one.value);
      outcome.wrong++;
      if (values.includes(right)) outcome.found++;
      if (values[0] === right) outcome.first++;
    }
    expect(outcome.found).toBe(outcome.wrong);
    expect(outcome.first / outcome.wrong).toBeGreaterThan(0.8);
  });

  it('finds every code again that was a number for a while', () => {
    for (let seed = 0; seed < 3000; seed++) {
      const right = generate({ seed });
      if (!/^[0-9]{18}$/.test(right)) continue;
      const texts = [`${right.slice(0, 15)}000`, String(BigInt(Number(right))), String(Number(right))];
      texts.push(Number(right).toExponential(), `${right.slice(0, 1)}.${right.slice(1, 15)}E+17`);
      for (const text of texts) {
        if (validate(text).partition !== 'erroneous' || validate(text).issues[0]?.code === 'identity-number') continue;
        if (/^.\..{1,13}E/i.test(text)) continue;
        expect(repair(text).map((one) => one.value)).toContain(right);
      }
    }
  });

  it('finds a code of an unlisted region too, behind those of listed ones', () => {
    const unlisted = generate({ seed: 3, authority: '9', category: '1', region: '370972' });
    expect(regions.status('370972')).toBe('unlisted');
    for (let at = 8; at < 18; at++) {
      const wrong = unlisted.slice(0, at) + (unlisted.charAt(at) === '4' ? '6' : '4') + unlisted.slice(at + 1);
      expect(repair(wrong, { regions }).map(({ value }) => value)).toContain(unlisted);
    }
  });

  it('gives regions and authorities that are common in the file more weight', () => {
    const wrong = '91350700M000100Y43';
    const rank = (context: RepairContext) => repair(wrong, context).map(({ value }) => value);
    const values = rank({ regions });
    expect(values.length).toBeGreaterThan(1);
    for (const value of values) {
      const prior = { regions: new Map([[value.slice(2, 8), 0.9]]), authorities: new Map([[value.charAt(0), 1]]) };
      const [first, ...others] = repair(wrong, { regions, prior });
      if (values.every((other) => other === value || other.slice(2, 8) !== value.slice(2, 8))) {
        expect(first?.value).toBe(value);
      }
      expect([...others, first].map((one) => one?.value).sort()).toEqual([...values].sort());
    }
  });

  it('takes shares from the counts of a report', () => {
    const counts = createPrior({
      regions: [
        ['370911', 30],
        ['370902', 10],
        ['?', 60],
      ],
      authorities: [
        ['9', 8],
        ['?', 2],
      ],
    });
    expect([...(counts.regions ?? [])]).toEqual([
      ['370911', 0.75],
      ['370902', 0.25],
    ]);
    expect([...(counts.authorities ?? [])]).toEqual([['9', 1]]);
    expect(createPrior({})).toEqual({});
  });

  it('finds every lost and every doubled character', () => {
    for (let seed = 0; seed < 500; seed++) {
      const right = generate({ seed });
      const at = seed % 18;
      const short = right.slice(0, at) + right.slice(at + 1);
      const long = right.slice(0, at) + right.charAt(at) + right.slice(at);
      expect(repair(short).map((one) => one.value)).toContain(right);
      expect(repair(long).map((one) => one.value)).toContain(right);
    }
  });

  it('suggests only what conforms, is in the tables, and is as far away as it says', () => {
    fc.assert(
      fc.property(fc.oneof(cells, wrongCodes()), fc.boolean(), (cell, withRegions) => {
        const found = repair(cell, withRegions ? { regions, prior } : undefined);
        if (validate(cell).partition !== 'erroneous') expect(found).toEqual([]);
        const scores = found.map((one) => one.score);
        expect(scores.reduce((sum, score) => sum + score, 0)).toBeLessThan(1);
        expect(scores).toEqual([...scores].sort((left, right) => right - left));
        expect(new Set(found.map((one) => one.value)).size).toBe(found.length);
        for (const { value, score, edits, reason } of found) {
          expect(score).toBeGreaterThan(0);
          expect(validate(value)).toMatchObject({ normalized: value, partition: 'conforming', issues: [] });
          expect(findPair(value)).not.toBeNull();
          if (withRegions) expect(regions.status(`${value.slice(2, 4)}0000`)).not.toBe('unlisted');
          expect(edits).toBe(distance([...normalize(cell)], [...value], reason));
        }
      }),
      { numRuns: 4000 },
    );
  });

  it('has nothing to say of identity numbers, alone or with one character more', () => {
    fc.assert(
      fc.property(identityNumbers(), fc.constantFrom('', '0', 'A'), fc.boolean(), (id, extra, before) => {
        const input = before ? extra + id : id + extra;
        if (validate(input).partition !== 'conforming') expect(repair(input)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('ranks a region in use above an abolished one', () => {
    const twoRegions = {
      status: (region: string) => (region === '350100' ? ('in-use' as const) : ('abolished' as const)),
      name: () => null,
    };
    const [first] = repair('91350700M000100Y43', { regions: twoRegions });
    expect(first?.value).toBe(code);
  });

  it('refuses what is not a string', () => {
    expect(() => repair(Number('914403001922038216') as never)).toThrowError(
      expect.objectContaining({ code: 'usage' }),
    );
  });
});

function wrongCodes(): fc.Arbitrary<string> {
  const letter = fc.constantFrom(...alphabet, 'O', 'I', 'S', 'V', 'Z', '?');
  return fc.oneof(
    fc.tuple(codes, fc.nat(17), letter).map(([right, at, wrong]) => right.slice(0, at) + wrong + right.slice(at + 1)),
    fc.tuple(codes, fc.nat(17), letter).map(([right, at, extra]) => right.slice(0, at) + extra + right.slice(at)),
    fc.tuple(codes, fc.nat(17)).map(([right, at]) => right.slice(0, at) + right.slice(at + 1)),
    codes.filter((right) => /^[0-9]+$/.test(right)).map((right) => String(BigInt(Number(right)))),
  );
}

/** Differing positions, or dropped and added characters; a swap counts as one. */
function distance(from: string[], to: string[], reason: Repair['reason']): number {
  const differing = to.filter((character, index) => character !== from[index]).length;
  if (from.length === to.length && reason !== 'taxpayer-number') return reason === 'swap' ? differing / 2 : differing;
  return levenshtein(from, to);
}

function levenshtein(from: string[], to: string[]): number {
  let row = to.map((_, index) => index + 1);
  for (const [index, character] of from.entries()) {
    let diagonal = index;
    let left = index + 1;
    row = to.map((other, at) => {
      const above = row[at] ?? 0;
      left = Math.min(above + 1, left + 1, diagonal + (character === other ? 0 : 1));
      diagonal = above;
      return left;
    });
  }
  return row.at(-1) ?? from.length;
}
