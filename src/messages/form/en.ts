/**
 * What a form says beside its field: one line, for the person who fills it in. The verdicts of `messages/verdict` speak to the staff
 * of a registry instead ("export it again", "remove it from the table"), and are twice as long.
 *
 * By the code of the issue or the note. `…-known` stands in where it is known what belongs at the position.
 */
export const en = {
  missing: 'Please enter the unified social credit code',
  'spreadsheet-notation': 'A spreadsheet lost the last digits; enter the unified social credit code',
  charset: 'Position {at} cannot be "{actual}": only digits and capital letters except I, O, S, V, Z',
  'charset-known': 'Position {at} should be {expected}, not "{actual}"; compare with the certificate',
  /** Greek or Cyrillic. */
  foreign: '"{actual}" at position {at} is not a Latin letter; compare with the certificate',
  'foreign-known':
    '"{actual}" at position {at} is not a Latin letter: it should be {expected}; compare with the certificate',
  'identity-number': 'This is a resident ID number; enter the unified social credit code',
  'region-format':
    'Positions 3–8 are the region: position {at} should be a digit, not "{actual}"; compare with the certificate',
  'region-format-known':
    'Positions 3–8 are the region: position {at} should be {expected}, not "{actual}"; compare with the certificate',
  'check-digit':
    'Wrong check character: by the first 17, position {at} should be {expected}, not {actual}; compare with the certificate',
  'organization-check-digit':
    'Wrong organization code (positions 9–17): position {at} should be {expected}, not {actual}; compare with the certificate',
  'registration-number': 'This is an old registration number; enter the unified social credit code',
  'taxpayer-number':
    'This is an old taxpayer number; enter the unified social credit code (positions 9–17 are usually {last9})',
  'organization-code':
    'This is an old organization code; enter the unified social credit code (positions 9–17 are usually {last9})',
  'registration-check-digit': 'This looks like an old registration number; enter the unified social credit code',
  /** Of the issue `length`. */
  short: '18 characters expected, not {count}: {rest} too few; compare with the certificate',
  long: '18 characters expected, not {count}: {rest} too many; compare with the certificate',
  format: 'Spaces, dashes and the like dropped, letters put in upper case',
  'authority-category': 'Positions 1–2 are no known authority and category; compare with the certificate',
  'region-unlisted': 'Positions 3–8 are no listed region (usual for development zones); compare with the certificate',
  'region-abolished': 'The region in positions 3–8 was abolished; the code stays valid',
  /** In place of the text of the issue: the likeliest suggestion changes something else than the issue names. */
  swap: 'Positions {positions} are probably swapped',
  several: 'Positions {positions} are probably wrong',
  replacement: 'Position {positions} should probably be {expected}, not {actual}',
  /** Between positions. */
  comma: ', ',
  /** In place of the text of the issue: the code stands in a longer text. */
  around: 'There is other text around the code; enter the code alone',
  /** Still being typed. */
  incomplete: '{count} entered, {rest} to go',
  /** Something other than text was handed in. */
  notText: 'A code is text',
  /** The registry is being asked, and could not be. */
  asking: 'Asking whether it is registered',
  failed: 'Could not ask whether it is registered',
  registered: 'This code is already registered',
  registeredTo: 'Already registered to "{name}"',
  unregistered: 'This code is not registered',
  /** Follows a message that only says that something is wrong; `should`, one that says what is. */
  suggest: '; did you mean {code}?',
  should: ': it should be {code}; compare with the certificate',
};
