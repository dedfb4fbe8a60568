/** The 34 province prefixes of GB/T 2260, in the order in which keys of codes number them. */
export const provincePrefixes: readonly string[] = [
  ...['11', '12', '13', '14', '15', '21', '22', '23', '31', '32', '33', '34', '35', '36', '37', '41', '42', '43'],
  ...['44', '45', '46', '50', '51', '52', '53', '54', '61', '62', '63', '64', '65', '71', '81', '82'],
];

/** The same, for who does not need the order: a test holds the two together. */
const known = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])/;

/** True when a province's divisions begin with the two characters from `start`. */
export function isProvinceAt(text: string, start: number): boolean {
  return known.test(text.slice(start, start + 2));
}
