import { alphabet } from '../../code/standard/alphabet.ts';
import { codeRemainder } from '../../code/standard/check-character.ts';
import { organizationCheckCharacter } from '../../code/standard/organization-code.ts';
import { looksLikeIdentity, pilotRemainder } from './facts.ts';
import type { Damage, DamageKind } from './subject.ts';

/** A code as Fujian issued them before 2016: lawful, and wrong to GB 32100. */
const makePilot =
  (pair: string, regions: readonly [string, ...string[]]): Damage =>
  ({ serial, random }) => {
    const body = `M0${base31(Number(serial), 6)}`;
    const organizationCode = body + organizationCheckCharacter(body);
    const first = random.below(regions.length);
    for (let attempt = 0; attempt < regions.length * 2; attempt++) {
      const region = regions[(first + attempt) % regions.length] ?? regions[0];
      const last = [...alphabet].find(
        (character) => pilotRemainder(pair + region + organizationCode + character) === 0,
      );
      const code = pair + region + organizationCode + last;
      if (last !== undefined && codeRemainder(code) !== 0 && !looksLikeIdentity(code)) return code;
    }
    return null;
  };

export const pilotEra: DamageKind = {
  kind: 'pilot-era',
  ways: [
    makePilot('91', ['350211', '350203', '350206', '350212', '350213', '350205']),
    makePilot('91', ['350100', '350102', '350103', '350104', '350105', '350111']),
    makePilot('93', ['350521', '350582', '350583', '350625', '350681', '350702']),
  ],
};

function base31(value: number, length: number): string {
  let text = '';
  for (let rest = value; text.length < length; rest = Math.floor(rest / 31)) text = alphabet.charAt(rest % 31) + text;
  return text;
}
