import type { FormMessages } from './form-messages.ts';

const compare = '; compare with the certificate';
const foreignLetter = /[\u0370-\u04FF]/;
const enter = 'enter the unified social credit code';

export const en: FormMessages = {
  issues: {
    missing: () => 'Please enter the unified social credit code',
    'spreadsheet-notation': () => `Scientific notation lost the last digits; ${enter}`,
    charset: ({ at, actual = '', expected }) =>
      foreignLetter.test(actual)
        ? `"${actual}" at position ${at} is not a Latin letter${expected ? `: it should be ${expected}` : ''}${compare}`
        : expected
          ? `Position ${at} should be ${expected}, not "${actual}"${compare}`
          : `Position ${at} cannot be "${actual}": only digits and capital letters except I, O, S, V, Z`,
    'identity-number': () => `This is a resident ID number; ${enter}`,
    'region-format': ({ at, actual, expected }) =>
      `Positions 3–8 are the region: position ${at} should be ${expected ?? 'a digit'}, not "${actual}"${compare}`,
    'check-digit': ({ at, actual, expected }) =>
      `Wrong check character: by the first 17, position ${at} should be ${expected}, not ${actual}${compare}`,
    'organization-check-digit': ({ at, actual, expected }) =>
      `Wrong organization code (positions 9–17): position ${at} should be ${expected}, not ${actual}${compare}`,
    'registration-number': () => `This is an old registration number; ${enter}`,
    'taxpayer-number': (_, normalized) => old('taxpayer number', normalized.slice(6)),
    'organization-code': (_, normalized) => old('organization code', normalized),
    'registration-check-digit': () => `This looks like an old registration number; ${enter}`,
    length: (_, normalized) => {
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
  change({ kind, positions, suggestion }, normalized) {
    const at = positions[0] ?? 0;
    if (kind === 'swap') return `Positions ${positions.join(' and ')} are probably swapped`;
    return kind === 'several'
      ? `Positions ${positions.join(', ')} are probably wrong`
      : `Position ${at} should probably be ${suggestion.charAt(at - 1)}, not ${normalized.charAt(at - 1)}`;
  },
  around: 'There is other text around the code; enter the code alone',
  incomplete: (count) => `${count} entered, ${18 - count} to go`,
  notText: 'A code is text',
  asking: 'Asking whether it is registered',
  failed: 'Could not ask whether it is registered',
  registered: (name) => (name ? `Already registered to "${name}"` : 'This code is already registered'),
  unregistered: 'This code is not registered',
  suggest: (code) => `; did you mean ${code}?`,
  should: (code) => `: it should be ${code}${compare}`,
};

function old(what: string, organizationCode: string): string {
  return `This is an old ${what}; ${enter} (positions 9–17 are usually ${organizationCode})`;
}
