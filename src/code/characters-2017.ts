/**
 * `characters.ts` written out as ranges (Unicode 17), for engines that do not even load `\p{…}`: WeChat's on old phones, and what webpack 4
 * reads.
 */

/** Zs, Zl, Zp. */
export const spaceRanges = ' \\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000';

/** Cc, Cf. */
export const invisibleRanges =
  '\\u0000-\\u001F\\u007F-\\u009F\\u00AD\\u0600-\\u0605\\u061C\\u06DD\\u070F\\u0890\\u0891\\u08E2\\u180E\\u200B-\\u200F' +
  '\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u206F\\uFEFF\\uFFF9-\\uFFFB\\u{110BD}\\u{110CD}\\u{13430}-\\u{1343F}' +
  '\\u{1BCA0}-\\u{1BCA3}\\u{1D173}-\\u{1D17A}\\u{E0001}\\u{E0020}-\\u{E007F}';

/** Pd, and the minus sign, the long-vowel mark and the box-drawing line that stand in for a dash. */
export const dashRanges =
  '\\u002D\\u058A\\u05BE\\u1400\\u1806\\u2010-\\u2015\\u2E17\\u2E1A\\u2E3A\\u2E3B\\u2E40\\u2E5D\\u301C\\u3030\\u30A0' +
  '\\uFE31\\uFE32\\uFE58\\uFE63\\uFF0D\\u{10D6E}\\u{10EAD}\\u2212\\u30FC\\u2500';

/** Script=Han. */
export const hanRanges =
  '\\u2E80-\\u2E99\\u2E9B-\\u2EF3\\u2F00-\\u2FD5\\u3005\\u3007\\u3021-\\u3029\\u3038-\\u303B\\u3400-\\u4DBF\\u4E00-\\u9FFF' +
  '\\uF900-\\uFA6D\\uFA70-\\uFAD9\\u{16FE2}\\u{16FE3}\\u{16FF0}-\\u{16FF6}\\u{20000}-\\u{2A6DF}\\u{2A700}-\\u{2B81D}' +
  '\\u{2B820}-\\u{2CEAD}\\u{2CEB0}-\\u{2EBE0}\\u{2EBF0}-\\u{2EE5D}\\u{2F800}-\\u{2FA1D}\\u{30000}-\\u{3134A}' +
  '\\u{31350}-\\u{33479}';
