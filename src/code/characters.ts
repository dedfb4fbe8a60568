/**
 * The Unicode categories that normalizing goes by, to stand in `[…]` of an expression with the flag `u`. In the CommonJS build, for engines
 * from before 2018, `characters-2017.ts` takes the place of this file; a test holds the two together.
 */

/** Zs, Zl, Zp. */
export const spaceRanges = '\\p{Zs}\\p{Zl}\\p{Zp}';

/** Cc, Cf. */
export const invisibleRanges = '\\p{Cc}\\p{Cf}';

/** Pd, and the minus sign, the long-vowel mark and the box-drawing line that stand in for a dash. */
export const dashRanges = '\\p{Pd}\\u2212\\u30FC\\u2500';

/** Script=Han. */
export const hanRanges = '\\p{Script=Han}';
