// Bytes packed as Snappy has them, byte for byte as its reference packs them: how many there are, then stretches that stand as they are and
// copies of what stood before.
//
//   as it is   (length - 1) << 2 │ its bytes       from 61 bytes on the length takes bytes of its own
//   copy       1 or 2, its length │ how far back

const MOST_BACK: usize = 0xffff;
const MOST_TABLE_BITS: u32 = 14;
/** So near the end nothing is looked for. */
const MARGIN: usize = 15;

let to: usize = 0;
let table: usize = 0;
let shift: u32 = 0;

/**
 * Packs `length` bytes to `out`, which has room for a sixth more and for 64 bytes; `newTable`: room for 16384 u32. Returns where what it
 * wrote ends.
 */
export function packBytes(from: usize, length: usize, out: usize, newTable: usize): usize {
  to = out;
  table = newTable;
  putLength(<u32>length);
  const end = from + length;
  let packed = from;
  if (length >= MARGIN) packed = packTo(from, end);
  if (packed < end) putAsIs(packed, end);
  return to;
}

/** Packs up to where nothing more recurs, and returns where that is. */
function packTo(from: usize, end: usize): usize {
  const bits: u32 = min<u32>(31 - <u32>clz<u32>(<u32>(end - from)), MOST_TABLE_BITS);
  shift = 32 - bits;
  memory.fill(table, 0, 4 << bits);
  const limit = end - MARGIN;
  let packed = from;
  let at = from + 1;
  while (at <= limit) {
    // The longer nothing recurs, the fewer places are looked at.
    let step: usize = 32;
    let earlier = from + enter(at, from);
    while (at - earlier > MOST_BACK || load<u32>(at) != load<u32>(earlier)) {
      at += step >> 5;
      if (at > limit) return packed;
      step++;
      earlier = from + enter(at, from);
    }
    putAsIs(packed, at);
    do {
      const same = countSame(at, earlier, end);
      putCopy(at - earlier, same);
      at += same;
      packed = at;
      if (at >= limit) return packed;
      enter(at - 1, from);
      earlier = from + enter(at, from);
    } while (at - earlier <= MOST_BACK && load<u32>(at) == load<u32>(earlier));
    at++;
  }
  return packed;
}

/** Notes where four bytes stand, and returns where such were noted before, both from the start. */
@inline
function enter(at: usize, from: usize): usize {
  const slot = table + <usize>(((load<u32>(at) * 0x1e35a7bd) >> shift) << 2);
  const earlier = load<u32>(slot);
  store<u32>(slot, <u32>(at - from));
  return <usize>earlier;
}

function countSame(at: usize, earlier: usize, end: usize): usize {
  const first = at;
  for (; at + 8 <= end; at += 8, earlier += 8) {
    const difference = load<u64>(at) ^ load<u64>(earlier);
    if (difference != 0) return at - first + <usize>(ctz<u64>(difference) >> 3);
  }
  for (; at < end && load<u8>(at) == load<u8>(earlier); earlier++) at++;
  return at - first;
}

@inline
function put(byte: usize): void {
  store<u8>(to, <u8>byte);
  to++;
}

function putLength(length: u32): void {
  for (; length > 0x7f; length >>= 7) put((length & 0x7f) | 0x80);
  put(length);
}

function putAsIs(from: usize, end: usize): void {
  const length = end - from;
  const most = length - 1;
  if (length <= 60) {
    put(most << 2);
  } else {
    const bytes: usize = most < 0x100 ? 1 : most < 0x10000 ? 2 : most < 0x1000000 ? 3 : 4;
    put((59 + bytes) << 2);
    for (let byte: usize = 0; byte < bytes; byte++) put(most >> (byte << 3));
  }
  memory.copy(to, from, length);
  to += length;
}

function putCopy(back: usize, length: usize): void {
  for (; length >= 68; length -= 64) putShortCopy(back, 64);
  if (length > 64) {
    putShortCopy(back, 60);
    length -= 60;
  }
  putShortCopy(back, length);
}

function putShortCopy(back: usize, length: usize): void {
  const isNear = length < 12 && back < 2048;
  put(isNear ? 1 + ((length - 4) << 2) + ((back >> 8) << 5) : 2 + ((length - 1) << 2));
  put(back & 0xff);
  if (!isNear) put(back >> 8);
}
