/**
 * The codes alone of the authority × category table, for who needs no names: `authority-category.ts` holds those, and a test
 * holds the two together. Names are most of what a form would have to load.
 */
const known = /^(?:[19NQ][1239]|[24AGJ][19]|3[1-69]|5[1-59]|[678][129]|Y1)/;
const unconfirmed = /^(?:36|82|G9|J9|Q[239])/;

/** True when the first two characters of a code are a listed pair. */
export function isKnownPair(code: string): boolean {
  return known.test(code);
}

/** True for a pair that is in use somewhere, but in no text of a standard or an authority. */
export function isUnconfirmedPair(code: string): boolean {
  return unconfirmed.test(code);
}
