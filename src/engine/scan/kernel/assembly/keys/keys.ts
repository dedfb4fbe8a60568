// Key lists of one range, in record order: numbers of clean codes, and hashes of everything else that can be a
// duplicate. The host says where they lie; there is room for every record of the range.
//
// What stands in the low bits of a key that is not a clean code's number, its kind: see contract.ts.

import { FOREIGN_ORGANIZATIONS, ORGANIZATION_AT, packOrganization } from '../values/organization';

export let cleanKeys: usize = 0;
export let cleanRows: usize = 0;
export let cleanCount: u32 = 0;
export let hashedKeys: usize = 0;
export let hashedRows: usize = 0;
export let hashedCount: u32 = 0;

export function placeKeys(newCleanKeys: usize, newCleanRows: usize, newHashedKeys: usize, newHashedRows: usize): void {
  cleanKeys = newCleanKeys;
  cleanRows = newCleanRows;
  hashedKeys = newHashedKeys;
  hashedRows = newHashedRows;
  cleanCount = 0;
  hashedCount = 0;
}

@inline
export function addClean(key: u64, row: u32): void {
  store<u64>(cleanKeys + (<usize>cleanCount << 3), key);
  store<u32>(cleanRows + (<usize>cleanCount << 2), row);
  cleanCount++;
}

/** Counts clean codes that have been listed. */
@inline
export function passClean(count: u32): void {
  cleanCount += count;
}

/** `kind` takes the place of the three low bits. */
export function addHashed(hash: u64, row: u32, kind: u32): void {
  const key = (hash & ~7) | <u64>kind | 0x8000000000000000;
  store<u64>(hashedKeys + (<usize>hashedCount << 3), key);
  store<u32>(hashedRows + (<usize>hashedCount << 2), row);
  hashedCount++;
}

/** Lists the organization code of nine characters at `code`, whose check holds. */
export function addOrganization(code: usize, row: u32): void {
  addClean(packOrganization(code), row);
}

/** Leaves of every clean code that is listed its organization code. */
export function keepOrganizations(): void {
  for (let i: usize = 0; i < <usize>cleanCount; i++) {
    const at = cleanKeys + (i << 3);
    const key = load<u64>(at);
    if (key < FOREIGN_ORGANIZATIONS) store<u64>(at, (key & 0xffffffffff) | ORGANIZATION_AT);
  }
}
