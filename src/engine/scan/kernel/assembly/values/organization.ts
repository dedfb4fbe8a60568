// Organization codes as numbers: a clean code's, and that of a legacy identifier, are the same number.
//
//   bit 63                  40                                       0
//       ┌───────────────────┬────────────────────────────────────────┐
//       │         1         │ eight characters, 5 bits each          │  as in a clean code's number, see code.ts
//       ├───────────────────┼────────────────────────────────────────┤
//       │ FOREIGN … + 2     │ eight characters in base 36            │  when one is I, O, S, V or Z: no code has it
//       └───────────────────┴────────────────────────────────────────┘
//
// The ninth character follows from the others. Heads from FOREIGN on are no clean code's: 340,001 regions × 49 pairs.

import { positionsAt, valuesAt } from '../../contract';
export const ORGANIZATION_AT: u64 = 1 << 40;
export const FOREIGN_ORGANIZATIONS: u64 = 16_700_000 << 40;

/** The number of the organization code of nine characters at `code`, all of them in 0-9A-Z. */
export function packOrganization(code: usize): u64 {
  let sum: u64 = 0;
  let base36: u64 = 0;
  for (let i: usize = 0; i < 8; i++) {
    const byte = <usize>load<u8>(code + i);
    sum += load<u64>(positionsAt + ((8 + i) << 11) + (byte << 3));
    base36 = base36 * 36 + <u64>load<u8>(valuesAt + byte);
  }
  return sum >> 58 == 0 ? (sum & 0xffffffffff) | ORGANIZATION_AT : FOREIGN_ORGANIZATIONS + base36;
}
