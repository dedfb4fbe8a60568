import type { Issue } from '../../code/verdict.ts';
import type { Change } from '../../repair/find-change.ts';

/**
 * The text of a verdict. One object a language, all of the same shape: a new issue, note or reason does not compile until every
 * language has words for it.
 */
export const en = {
  partitions: { conforming: 'conforming', erroneous: 'erroneous', unconverted: 'unconverted', missing: 'missing' },
  /** What is wrong, where, and what to do. `normalized` is the value as the verdict shows it, identity numbers masked. */
  issues: {
    missing: () => 'There is no code. Enter the 18-character unified social credit code.',
    'spreadsheet-notation': () =>
      'A spreadsheet turned the code into scientific notation and its last digits are lost. Export it again with the code column as text.',
    charset: ({ at, actual }: Issue) =>
      `Character ${at}, "${actual}", cannot occur in a code: only digits and capital letters other than I, O, S, V, Z. Compare it with the certificate.`,
    'identity-number': () =>
      'This is a resident ID number. Enter the code on the certificate instead, and remove the ID number from the table.',
    'region-format': ({ at, actual }: Issue) =>
      `Character ${at} is the letter ${actual}. Positions 3–8 are the region and hold digits only. Compare it with the certificate.`,
    'pilot-era': () =>
      'Issued in the Fujian pilot before 2016 under another check rule than GB 32100. It is lawful and needs no correction.',
    'check-digit': ({ at, actual, expected }: Issue) =>
      `Wrong check character: position ${at} is ${actual}, the first 17 call for ${expected}. Compare every character with the certificate; if that says the same, the issuing department must correct it.`,
    'organization-check-digit': ({ at, actual, expected }: Issue) =>
      `Wrong organization code (positions 9–17): position ${at} is ${actual}, GB 11714 calls for ${expected}. Compare it with the certificate; if that says the same, the issuing department must correct it.`,
    'registration-number': () =>
      'This is an old registration number, not yet converted, and no formula converts it. Ask the registration authority for the new code.',
    'taxpayer-number': (_: Issue, normalized: string) =>
      `This is an old 15-character taxpayer number, not yet converted. Positions 9–17 of the new code are usually ${normalized.slice(6)}; ask the registration authority for the rest.`,
    'organization-code': (_: Issue, normalized: string) =>
      `This is an old organization code, not yet converted. Positions 9–17 of the new code are usually ${normalized}; ask the registration authority for the rest.`,
    'registration-check-digit': () =>
      'These 15 digits look like an old registration number, but its check digit is wrong. Compare it with the old licence, or ask the registration authority for the new code.',
    length: (_: Issue, normalized: string) => describeLength([...normalized].length),
  },
  /** Stands in place of the text of the issue where a suggestion changes something else than the issue names. */
  change({ kind, positions, suggestion }: Change, normalized: string) {
    const [at = 0] = positions;
    const lead =
      kind === 'swap'
        ? `Positions ${positions.join(' and ')} are probably swapped: it should be ${suggestion}.`
        : kind === 'replacement'
          ? `Position ${at} should probably be ${suggestion.charAt(at - 1)}, not ${normalized.charAt(at - 1)}: ${suggestion}.`
          : `Positions ${positions.join(', ')} are probably wrong: it should be ${suggestion}.`;
    return `${lead} The check fails. Compare every character with the certificate; if that says the same, the issuing department must correct it.`;
  },
  /** The likely cause; stands after the text of the issue, or, where digits are lost, in its place. */
  diagnoses: {
    complement:
      'It is the remainder of the weighted sum itself: the issuing system probably left out "31 minus the remainder". Look at its other codes too.',
    'spreadsheet-rounding':
      'The last digits look as if a spreadsheet or program had treated the code as a number, so the real ones are lost. Export it again from the source.',
  },
  notes: {
    format: 'Written unusually (spaces, dashes, full-width or small letters); read as the plain code.',
    'authority-category':
      'The authority and category in positions 1–2 are no known pair. New pairs appear every few years; worth a look.',
    'region-unlisted': 'The region in positions 3–8 is in none of the yearly lists, as is usual for development zones.',
    'region-abolished': 'The region in positions 3–8 has been abolished; the code stays valid.',
  },
  /** How a suggestion differs from what was entered. */
  repairs: {
    complement: 'check character is 31 minus the remainder',
    'look-alike': 'characters that look alike',
    substitution: 'wrong character',
    swap: 'two neighbours swapped',
    'missing-character': 'one character missing',
    'extra-character': 'extra characters',
    'spreadsheet-rounding': 'lost last digits restored',
    'organization-code': 'organization code put right, check character 18 recomputed',
    'taxpayer-number': 'holds a taxpayer number: first two and check character filled in',
  },
  parts: {
    authority: 'registration authority',
    category: 'type of organization',
    region: 'region of the authority',
    organizationCode: 'organization code',
    checkCharacter: 'check character',
  },
};

function describeLength(count: number): string {
  const difference = Math.abs(count - 18);
  return `It has ${count} character${count === 1 ? '' : 's'}, ${difference} too ${count < 18 ? 'few' : 'many'}: a code has 18. Compare it with the certificate.`;
}
