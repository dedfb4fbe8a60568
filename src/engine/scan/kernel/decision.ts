// What the kernel says of a cell that is no clean code. As contract.ts, both sides import this file.

/** What a code of 18 characters shows in the counts of its area, a bit each, see src/check/area-ledger.ts. */
export const showsConforming: u32 = 1;
/** Its region may be noted. */
export const showsNoted: u32 = 2;
/** Its check character is wrong, or that of its organization code alone. */
export const showsCheckDigit: u32 = 4;
export const showsOrganization: u32 = 8;
/** The check character is the remainder itself; it is a rounded number. */
export const showsComplement: u32 = 16;
export const showsRounded: u32 = 32;

/**
 * What the kernel says of a cell that is no clean code, see assembly/values/decide.ts. 0: nothing.
 *
 *   bit 29         24    23       16        11         10         4              0
 *       ┌───────────┬─────┬────────┬─────────┬──────────┬──────────┬──────────────┐
 *       │ authority │ is  │ detail │ written │ odd pair │ it shows │ decision     │
 *       │           │ code│        │         │          │          │              │
 *       └───────────┴─────┴────────┴─────────┴──────────┴──────────┴──────────────┘
 *
 * The detail is the strange character, or how many there are; authority: value of position 1.
 */
export const checkDigitDecision: u32 = 1;
export const organizationDecision: u32 = 2;
export const regionDecision: u32 = 3;
export const identityDecision: u32 = 4;
export const pilotDecision: u32 = 5;
/** Right, but of no known province or pair, so that it has no number. */
export const conformingDecision: u32 = 6;
export const registrationDecision: u32 = 7;
export const lengthDecision: u32 = 8;
export const charsetDecision: u32 = 9;
export const notationDecision: u32 = 10;
export const decisionMask: u32 = 15;
export const decidedShownAt: u32 = 4;
export const decidedOddPair: u32 = 1024;
export const decidedFaultsAt: u32 = 11;
export const decidedDetailAt: u32 = 16;
export const decidedWithArea: u32 = 8388608;
export const decidedAuthorityAt: u32 = 24;
/** How many characters are counted apart; longer values are all alike. */
export const mostCharacters: u32 = 40;
