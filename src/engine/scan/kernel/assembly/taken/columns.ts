// Several columns of a record at once: a table in which each column has a rule of its own. The kernel knows two things of a record:
// its profile, which is the text of the columns that few texts recur in, and whether its code is clean or empty. Where the host has
// said that both together are in order, and each of the columns that are mostly empty is, or says what the code says, nobody has to
// look at the record.
//
//   list      column u32, kind u32, for each column; from 128 on a u32 for each: records in order in which it is filled
//   profiles  the table of units (units.ts), of their cells as they stand, with a 0x1f behind each
//   allowed   u8 by profile: which codes are in order, see contract.ts; 0 as long as the host has not said
//   out       32 bytes by row: number of the code u64, of the name u64, of the decision u64, 1 where they are to be listed u32, 0
//
// What is not in order goes to the host as an event, with its profile as its unit.

import {
  allowEmpty, allowFirst, allowSecond, cellLimit, cellsAt, columnCountsAt, columnOutBytes, fullKind, noProfile,
  organizationKind, otherEncodingFlag, profileKind, subjectKind, taxKind, textKind,
} from '../../contract';
import { hashText, keyOf, SECOND_SEED } from '../values/code';
import { hashName, nameHash } from '../values/name';
import { rowCount } from '../records/counts';
import { flags } from '../records/settings';
import { cellCount } from '../records/split';
import { countUnit, numberUnit, unitsAreFull } from '../records/units';
import { QUOTE } from '../text/bytes';

let list: usize = 0;
let listCount: u32 = 0;
let allowed: usize = 0;
let out: usize = 0;
let outLimit: u32 = 0;
let joined: usize = 0;
let joinedBytes: usize = 0;

/** Profile of the record last looked at; `noProfile`: it has none. */
export let profile: u32 = noProfile;

export function placeColumns(
  listAt: usize, count: u32, allowedAt: usize, outAt: usize, rows: u32, joinedAt: usize, bytes: usize,
): void {
  list = listAt;
  listCount = count;
  allowed = allowedAt;
  out = outAt;
  outLimit = rows;
  joined = joinedAt;
  joinedBytes = bytes;
}

/** Whether a cell says what the code says: the code itself, its organization code, or as a tax number that behind six digits. */
function isFollowing(kind: u32, start: usize, end: usize, code: usize): bool {
  if (code == 0) return false;
  const length = end - start;
  if (kind == organizationKind) return length == 9 && isSame(start, code + 8, 9);
  if (length == 18) return isSame(start, code, 18);
  if (kind != taxKind || length != 15) return false;
  for (let i: usize = 0; i < 6; i++) if (<u8>(load<u8>(start + i) - 0x30) > 9) return false;
  return isSame(start + 6, code + 8, 9);
}

function isSame(a: usize, b: usize, length: usize): bool {
  for (let i: usize = 0; i < length; i++) if (load<u8>(a + i) != load<u8>(b + i)) return false;
  return true;
}

/** Whether the record last split is in order; it is counted under its profile, and its numbers are written, then. */
export function isInOrder(): bool {
  profile = noProfile;
  if (rowCount >= outLimit || (flags & otherEncodingFlag) != 0) return false;
  const at = out + <usize>rowCount * columnOutBytes;
  let length: usize = 0;
  let code: u64 = 0;
  let codeAt: usize = 0;
  let filled: u32 = 0;
  let state: u32 = 2;
  let isPlain = true;
  for (let i: u32 = 0; i < listCount; i++) {
    const column = load<u32>(list + (<usize>i << 3), 0);
    const kind = load<u32>(list + (<usize>i << 3), 4);
    let start: usize = 0;
    let end: usize = 0;
    if (column < cellCount && column < cellLimit) {
      start = <usize>load<u32>(cellsAt + (<usize>column << 3), 0);
      end = <usize>load<u32>(cellsAt + (<usize>column << 3), 4);
    }
    if (kind == profileKind) {
      if (length + (end - start) + 1 > joinedBytes) return false;
      memory.copy(joined + length, start, end - start);
      length += end - start;
      store<u8>(joined + length, 0x1f);
      length++;
    } else if (kind < textKind && end - start >= 2 && load<u8>(start) == QUOTE && load<u8>(end - 1) == QUOTE) {
      start++;
      end--;
    }
    if (kind <= taxKind && kind >= fullKind) {
      if (start != end) {
        if (isFollowing(kind, start, end, codeAt)) filled |= 1 << i;
        else isPlain = false;
      }
    } else if (kind == subjectKind) {
      if (start != end) {
        if (end - start != 18 || keyOf(start) == 0) isPlain = false;
        else {
          codeAt = start;
          code = hashText(start, 18, SECOND_SEED);
          state = load<u16>(start) == 0x3239 ? 1 : 0;
        }
      }
    } else if (kind >= textKind) {
      if (!isPlain || !hashName(start, end) || nameHash == 0) isPlain = false;
      else store<u64>(at + (<usize>(kind - textKind) << 3) + 8, nameHash);
    }
  }
  // The table compares eight bytes at a time.
  store<u64>(joined + length, 0);
  profile = numberUnit(joined, joined + length);
  if (unitsAreFull) {
    profile = noProfile;
    return false;
  }
  const wanted = state == 2 ? allowEmpty : state == 1 ? allowSecond : allowFirst;
  if (!isPlain || (<u32>load<u8>(allowed + profile) & wanted) == 0) return false;
  store<u64>(at, code);
  store<u32>(at, state == 2 ? 0 : 1, 24);
  countUnit(profile, state);
  for (; filled != 0; filled &= filled - 1) {
    const count = list + columnCountsAt + (<usize>ctz(filled) << 2);
    store<u32>(count, load<u32>(count) + 1);
  }
  return true;
}
