/** The 34 province prefixes of GB/T 2260, in the order in which keys of codes number them. */
export const provincePrefixes: readonly string[] = [
  ...['11', '12', '13', '14', '15', '21', '22', '23', '31', '32', '33', '34', '35', '36', '37', '41', '42', '43'],
  ...['44', '45', '46', '50', '51', '52', '53', '54', '61', '62', '63', '64', '65', '71', '81', '82'],
];

const known = new Set(provincePrefixes);

/** True when a province's divisions begin with the two characters from `start`. */
export function isProvinceAt(text: string, start: number): boolean {
  return known.has(text.slice(start, start + 2));
}
