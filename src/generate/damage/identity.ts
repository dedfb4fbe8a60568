import { dates } from '../words.ts';
import { identityCheck, isGood } from './facts.ts';
import type { Damage, DamageKind, Subject } from './subject.ts';

/** A resident ID number of nobody: a region in use, date and sequence number by turns, a right check character. */
function makeIdentity({ region, ordinal }: Subject): string {
  for (let attempt = 0; ; attempt++) {
    const number = ordinal + attempt * 7919;
    const birth = (dates[(number * 31) % dates.length] ?? '').replaceAll('-', '');
    const sequence = String((Math.floor(number / dates.length) * 457 + number) % 1000);
    const first17 = region + birth + sequence.padStart(3, '0');
    const identity = first17 + identityCheck(first17);
    if (!isGood(identity)) return identity;
  }
}

const spaced: Damage = (subject) => {
  const identity = makeIdentity(subject);
  return `${identity.slice(0, 6)} ${identity.slice(6, 14)} ${identity.slice(14)}`;
};

export const identityNumber: DamageKind = {
  kind: 'identity-number',
  ways: [makeIdentity, spaced, (subject) => makeIdentity(subject).toLowerCase()],
};
