/** Distinct pairs of a group and a number, in a table of open addresses: three words a slot, the group one more so that 0 is free. */
export interface PairSet {
  slots: Uint32Array<ArrayBuffer>;
  /** Number of slots, as a power of 2. */
  bits: number;
  count: number;
}

const slotWords = 3;

/** No pair so far. */
export function createPairSet(): PairSet {
  return { slots: new Uint32Array(slotWords << 8), bits: 8, count: 0 };
}

/** Adds a group's number of 64 bits; false when the group has it already. */
export function addPair(set: PairSet, group: number, low: number, high: number): boolean {
  if (set.count * 3 >= 2 << set.bits) grow(set);
  const at = findSlot(set, group + 1, low, high);
  if (set.slots[at] !== 0) return false;
  place(set, at, group + 1, low, high);
  return true;
}

/** The slot that holds the pair, or the free one it belongs into. */
function findSlot({ slots, bits }: PairSet, tag: number, low: number, high: number): number {
  const last = 2 ** bits - 1;
  let slot = mix(low ^ Math.imul(high, 0x9e3779b1) ^ Math.imul(tag, 0x85ebca6b)) & last;
  for (;;) {
    const at = slot * slotWords;
    const held = slots[at];
    if (held === 0 || (held === tag && slots[at + 1] === low >>> 0 && slots[at + 2] === high >>> 0)) return at;
    slot = (slot + 1) & last;
  }
}

function place(set: PairSet, at: number, tag: number, low: number, high: number): void {
  set.slots[at] = tag;
  set.slots[at + 1] = low;
  set.slots[at + 2] = high;
  set.count++;
}

function grow(set: PairSet): void {
  const { slots } = set;
  set.bits++;
  set.slots = new Uint32Array(slotWords * 2 ** set.bits);
  set.count = 0;
  for (let from = 0; from < slots.length; from += slotWords) {
    const tag = slots[from] ?? 0;
    if (tag === 0) continue;
    const low = slots[from + 1] ?? 0;
    const high = slots[from + 2] ?? 0;
    place(set, findSlot(set, tag, low, high), tag, low, high);
  }
}

function mix(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  return mixed ^ (mixed >>> 15);
}
