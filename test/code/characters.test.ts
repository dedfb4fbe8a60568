import { expect, it } from 'vitest';
import { isDouble } from '../../src/code/cell/spreadsheet.ts';
import { dashRanges, hanRanges, invisibleRanges, spaceRanges } from '../../src/code/characters.ts';

/** Characters that this engine's Unicode does not know yet are left out; those it knows have to be told alike. */
const assigned = /\P{Cn}/u;

it.each([
  ['spaces', spaceRanges, /[\p{Zs}\p{Zl}\p{Zp}]/u],
  ['invisible', invisibleRanges, /[\p{Cc}\p{Cf}]/u],
  ['dashes', dashRanges, /[\p{Pd}\u2212\u30FC\u2500]/u],
  ['Han', hanRanges, /\p{Script=Han}/u],
])('%s are what Unicode calls so, for every code point', (_, ranges, expected) => {
  const written = new RegExp(`[${ranges}]`, 'u');
  const different: string[] = [];
  for (let point = 0; point <= 0x10ffff; point++) {
    if (point >= 0xd800 && point <= 0xdfff) continue;
    const character = String.fromCodePoint(point);
    if (assigned.test(character) && written.test(character) !== expected.test(character)) {
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
