import { expect, test } from 'vitest';
import {
  identityCheck,
  isGood,
  isPilotEra,
  looksLikeIdentity,
  registrationCheck,
} from '../../src/generate/damage/facts.ts';

test('check characters of published examples', () => {
  // GB 11643-1999, annex; GS 15-2006, annex.
  expect(identityCheck('11010519491231002')).toBe('X');
  expect(identityCheck('44052418800101001')).toBe('4');
  expect(registrationCheck('11010800000001')).toBe('6');
});

test('codes of public cases', () => {
  expect(isGood('91350100M000100Y43')).toBe(true);
  expect(isGood('91350100M000100Y44')).toBe(false);
  for (const code of ['91350211M0000XUF46', '91350100M0001TGQXM', '91350203M0001FUE2P', '91350203M0001QKT19']) {
    expect(isPilotEra(code)).toBe(true);
    expect(isGood(code)).toBe(false);
  }
  expect(looksLikeIdentity('11010519491231002X')).toBe(true);
  expect(looksLikeIdentity('110105194912310021')).toBe(false);
});
