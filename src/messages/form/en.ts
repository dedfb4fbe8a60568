import type { Issue, IssueCode } from '../../code/verdict.ts';

/** Pilot-era codes conform, so there is nothing to say. */
export type RefusedCode = Exclude<IssueCode, 'pilot-era'>;

const compare = '; compare with the certificate';
const enter = 'enter the unified social credit code';

/**
 * What a form says beside its field: one line, for the person who fills it in. The verdicts of `messages.ts` speak to the staff
 * of a registry instead ("export it again", "remove it from the table"), and are twice as long.
 */
export const en = {
  /** `expected` is set where the character that belongs there is known, or read from what it looks like. */
  issues: {
    missing: () => 'Please enter the unified social credit code',
    'spreadsheet-notation': () => `Scientific notation lost the last digits; ${enter}`,
    charset: ({ at, actual, expected }: Issue) =>
      expected
        ? `Position ${at} should be ${expected}, not "${actual}"${compare}`
        : `Position ${at} cannot be "${actual}": only digits and capital letters except I, O, S, V, Z`,
    'identity-number': () => `This is a resident ID number; ${enter}`,
    'region-format': ({ at, actual, expected }: Issue) =>
      `Positions 3–8 are the region: position ${at} should be ${expected ?? 'a digit'}, not "${actual}"${compare}`,
    'check-digit': ({ at, actual, expected }: Issue) =>
      `Wrong check character: by the first 17, position ${at} should be ${expected}, not ${actual}${compare}`,
    'organization-check-digit': ({ at, actual, expected }: Issue) =>
      `Wrong organization code (positions 9–17): position ${at} should be ${expected}, not ${actual}${compare}`,
    'registration-number': () => `This is an old registration number; ${enter}`,
    'taxpayer-number': (_: Issue, normalized: string) => old('taxpayer number', normalized.slice(6)),
    'organization-code': (_: Issue, normalized: string) => old('organization code', normalized),
    'registration-check-digit': () => `This looks like an old registration number; ${enter}`,
    length: (_: Issue, normalized: string) => {
      const count = [...normalized].length;
      return `18 characters expected, not ${count}: ${count < 18 ? `${18 - count} too few` : `${count - 18} too many`}${compare}`;
    },
  },
  notes: {
    format: 'Spaces, dashes and the like dropped, letters put in upper case',
    'authority-category': `Positions 1–2 are no known authority and category${compare}`,
    'region-unlisted': `Positions 3–8 are no listed region (usual for development zones)${compare}`,
    'region-abolished': 'The region in positions 3–8 was abolished; the code stays valid',
  },
  /** Still being typed: how many characters are there. */
  incomplete: (count: number) => `${count} entered, ${18 - count} to go`,
  /** Something other than text was handed in. */
  notText: 'A code is text',
  /** Follows a message. */
  suggest: (code: string) => `; did you mean ${code}?`,
};

function old(what: string, organizationCode: string): string {
  return `This is an old ${what}; ${enter} (positions 9–17 are usually ${organizationCode})`;
}
