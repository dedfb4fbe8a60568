import { expect, it } from 'vitest';
import { hasIdentityNumber } from '../../../src/code/cell/identity-number.ts';
import { maskIdentityNumbers } from '../../../src/code/cell/mask.ts';
import { normalize } from '../../../src/code/cell/normalize.ts';
import { alphabet } from '../../../src/code/standard/alphabet.ts';
import { findPair } from '../../../src/code/standard/authority-category.ts';
import { isKnownPair, isUnconfirmedPair } from '../../../src/code/standard/pairs.ts';
import { isProvinceAt, provincePrefixes } from '../../../src/code/standard/provinces.ts';
import { cases } from '../cases.ts';

it('the pairs without names are those of the table', () => {
  for (const authority of alphabet) {
    for (const category of alphabet) {
      const pair = findPair(authority + category);
      expect([authority + category, isKnownPair(authority + category)]).toEqual([authority + category, pair !== null]);
      expect(isUnconfirmedPair(authority + category)).toBe(pair?.layer === 'unconfirmed');
    }
  }
});

it('the pattern of provinces is their list', () => {
  for (let number = 0; number < 100; number++) {
    const digits = String(number).padStart(2, '0');
    expect([digits, isProvinceAt(`91${digits}`, 2)]).toEqual([digits, provincePrefixes.includes(digits)]);
  }
});

it('a normalized value has an ID number in it when masking changes it', () => {
  for (const { cell } of cases) {
    const value = normalize(cell);
    expect([value, hasIdentityNumber(value)]).toEqual([value, maskIdentityNumbers(value) !== value]);
  }
});
