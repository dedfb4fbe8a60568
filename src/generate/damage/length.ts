import { identityNumber } from './identity.ts';
import type { Damage, DamageKind } from './subject.ts';

/** Nothing else fits: characters lost or doubled, two values in one cell, words. */
const lose: Damage = ({ code, random }) => {
  const index = random.below(18);
  return code.slice(0, index) + code.slice(index + 1);
};

const double: Damage = ({ code, random }) => {
  const index = random.below(18);
  return code.slice(0, index + 1) + code.slice(index);
};

const truncate: Damage = ({ code }) => code.slice(0, 12);

const twoInOne: Damage = ({ code, organizationCode }) => `${code}/${organizationCode}`;

const commented: Damage = ({ code }) => `${code}（注销）`;

/** The tax number of a self-employed person: a resident ID number and two digits. */
const selfEmployed: Damage = (subject) => `${identityNumber.ways[0](subject)}01`;

const word =
  (text: string): Damage =>
  ({ serial }) =>
    `${text}${serial.slice(0, 5)}`;

export const length: DamageKind = {
  kind: 'length',
  ways: [
    lose,
    double,
    truncate,
    twoInOne,
    commented,
    selfEmployed,
    word('待补'),
    word('档案号'),
    ({ code }) => `${code},`.repeat(2),
  ],
};
