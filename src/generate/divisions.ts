import { regionCodes, regions } from '../regions/index.ts';
import { RowRandom } from './random.ts';
import { streams } from './streams.ts';

/** An administrative division in use. */
export interface Division {
  code: string;
  name: string;
}

/** Share of each province (positions 3 and 4), in thousandths, roughly as entities spread; 1 where none stands. */
const shares: Readonly<Record<string, number>> = {
  11: 20,
  12: 14,
  13: 45,
  14: 23,
  15: 18,
  21: 33,
  22: 17,
  23: 22,
  31: 32,
  32: 90,
  33: 66,
  34: 44,
  35: 44,
  36: 28,
  37: 86,
  41: 62,
  42: 44,
  43: 38,
  44: 110,
  45: 28,
  46: 12,
  50: 24,
  51: 58,
  52: 28,
  53: 33,
  54: 3,
  61: 32,
  62: 15,
  63: 4,
  64: 6,
  65: 16,
};

/** Length of the table that rows draw their division from. */
export const divisionSlots = 1 << 14;

export const divisions: readonly Division[] = [
  ...regionCodes().map((code) => ({ code, name: findOwnName(code) })),
  { code: '100000', name: '中国' },
];

/**
 * A table of indexes into `divisions`, to be drawn from evenly: every division stands in it, and provinces as often as their
 * share says.
 */
export function spreadDivisions(seed: number): Uint16Array {
  const random = new RowRandom(seed).start(0, streams.divisions);
  const byProvince = new Map<string, number[]>();
  divisions.forEach((division, index) => {
    const province = division.code.slice(0, 2);
    byProvince.set(province, [...(byProvince.get(province) ?? []), index]);
  });
  const total = [...byProvince.keys()].reduce((sum, province) => sum + (shares[province] ?? 1), 0);
  const table: number[] = [...divisions.keys()];
  const free = divisionSlots - table.length;
  for (const [province, members] of byProvince) {
    const wanted = Math.floor((free * (shares[province] ?? 1)) / total);
    for (let slot = 0; slot < wanted; slot++) table.push(members[random.below(members.length)] ?? 0);
  }
  while (table.length < divisionSlots) table.push(random.below(divisions.length));
  return Uint16Array.from(table);
}

/** `岱岳区` of `山东省泰安市岱岳区`. */
function findOwnName(code: string): string {
  const full = regions.name(code) ?? code;
  const parents = [`${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`].filter((parent) => parent !== code);
  const parent = parents.map((each) => regions.name(each) ?? '').find((name) => name !== '' && full.startsWith(name));
  return full.slice(parent?.length ?? 0);
}
