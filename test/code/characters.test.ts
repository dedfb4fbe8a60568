import { expect, it } from 'vitest';
import { isDouble } from '../../src/code/cell/spreadsheet.ts';
import * as categoryModule from '../../src/code/characters.ts';
import * as rangeModule from '../../src/code/characters-2017.ts';

const asCategories = { ...categoryModule };
const asRanges = { ...rangeModule };

/** Characters that this engine's Unicode does not know yet are left out; those it knows have to be told alike. */
const assigned = /\P{Cn}/u;

it.each([
  ['spaceRanges', /[\p{Zs}\p{Zl}\p{Zp}]/u],
  ['invisibleRanges', /[\p{Cc}\p{Cf}]/u],
  ['dashRanges', /[\p{Pd}\u2212\u30FC\u2500]/u],
  ['hanRanges', /\p{Script=Han}/u],
] as const)('%s are what Unicode calls so, for every code point, for new engines and old', (name, expected) => {
  const written = new RegExp(`[${asRanges[name]}]`, 'u');
  const categories = new RegExp(`[${asCategories[name]}]`, 'u');
  expect(Object.keys(asRanges)).toEqual(Object.keys(asCategories));
  const different: string[] = [];
  for (let point = 0; point <= 0x10ffff; point++) {
    if (point >= 0xd800 && point <= 0xdfff) continue;
    const character = String.fromCodePoint(point);
    const isOne = expected.test(character);
    if (categories.test(character) !== isOne || (assigned.test(character) && written.test(character) !== isOne)) {
      different.push(point.toString(16));
    }
  }
  expect(different).toEqual([]);
});

it('the digits of a double are those of its exact value', () => {
  for (const digits of ['914403001922038272', '914403001922038216', '114403001922038016', '100000000000000016']) {
    expect([digits, isDouble(digits)]).toEqual([digits, String(BigInt(Number(digits))) === digits]);
  }
});
