/**
 * Distinct pairs of a group and a number, in parts by the top bits of their hash. A part that is full is split in two by the next bit, so
 * that a set grows without a second, larger copy of itself:
 *
 *   top bits   00      01      10      11
 *   parts      └─ A ───┘       B       C       two of C's hashes begin alike, those of A in one bit only
 */
export interface PairSet {
  /** By the top `bits` bits of a hash. */
  parts: Part[];
  bits: number;
  /** What slots of parts are cut from, and how many words of it are. */
  slab: Uint32Array<ArrayBuffer>;
  cut: number;
}

/** A table of open addresses: three words a slot, the group one more so that 0 is free. */
interface Part {
  slots: Uint32Array<ArrayBuffer>;
  /** Number of slots, as a power of 2. */
  slotBits: number;
  /** How many top bits its hashes have in common. */
  bits: number;
  count: number;
}

const slotWords = 3;
const firstSlotBits = 8;
const splitSlotBits = 12;
/** Beyond so many parts, as a power of 2, they grow instead. */
const mostBits = 14;

/** Of allocators blocks so large are the system's own: it has them back when they are dropped, and pages that nobody writes are none. */
const slabWords = (48 << 20) / 4;

/** Slots on their way to another place. */
const moved = new Uint32Array(slotWords << splitSlotBits);

/** No pair so far. */
export function createPairSet(): PairSet {
  const part = { slots: new Uint32Array(slotWords << firstSlotBits), slotBits: firstSlotBits, bits: 0, count: 0 };
  return { parts: [part], bits: 0, slab: new Uint32Array(), cut: 0 };
}

/** Adds a group's number of 64 bits; false when the group has it already. */
export function addPair(set: PairSet, group: number, low: number, high: number): boolean {
  const tag = group + 1;
  const hash = hashOf(tag, low, high);
  let part = partOf(set, hash);
  let at = findSlot(part, hash, tag, low, high);
  if (part.slots[at] !== 0) return false;
  while (part.count * 4 >= 3 << part.slotBits) {
    enlarge(set, part, hash);
    part = partOf(set, hash);
    at = findSlot(part, hash, tag, low, high);
  }
  place(part, at, tag, low, high);
  return true;
}

/** Slots of a part that another has been split from. */
function cutSlots(set: PairSet): Uint32Array<ArrayBuffer> {
  if (set.cut + moved.length > set.slab.length) {
    set.slab = new Uint32Array(slabWords);
    set.cut = 0;
  }
  const first = set.cut;
  set.cut += moved.length;
  return set.slab.subarray(first, set.cut);
}

function partOf({ parts, bits }: PairSet, hash: number): Part {
  // A shift by 32 bits would be none.
  return parts[(hash >>> 1) >>> (31 - bits)] as Part;
}

/** The slot that holds the pair, or the free one it belongs into. */
function findSlot({ slots, slotBits }: Part, hash: number, tag: number, low: number, high: number): number {
  const last = 2 ** slotBits - 1;
  let slot = hash & last;
  for (;;) {
    const at = slot * slotWords;
    const held = slots[at];
    if (held === 0 || (held === tag && slots[at + 1] === low >>> 0 && slots[at + 2] === high >>> 0)) return at;
    slot = (slot + 1) & last;
  }
}

function place(part: Part, at: number, tag: number, low: number, high: number): void {
  part.slots[at] = tag;
  part.slots[at + 1] = low;
  part.slots[at + 2] = high;
  part.count++;
}

/** Makes room in the part that `hash` belongs to. */
function enlarge(set: PairSet, part: Part, hash: number): void {
  const { slots, slotBits, bits } = part;
  if (slotBits < splitSlotBits || bits === mostBits) {
    part.slotBits++;
    part.slots = new Uint32Array(slotWords << part.slotBits);
    part.count = 0;
    placeAll(set, slots);
    return;
  }
  if (bits === set.bits) {
    set.parts = set.parts.flatMap((each) => [each, each]);
    set.bits++;
  }
  // Of the places that were the part's, the second half.
  const width = 2 ** (set.bits - bits);
  const first = ((hash >>> 1) >>> (31 - bits)) * width;
  set.parts.fill({ slots: cutSlots(set), slotBits, bits: bits + 1, count: 0 }, first + width / 2, first + width);
  moved.set(slots);
  slots.fill(0);
  part.bits++;
  part.count = 0;
  placeAll(set, moved);
}

/** Places pairs that the set held before. */
function placeAll(set: PairSet, held: Uint32Array): void {
  for (let from = 0; from < held.length; from += slotWords) {
    const tag = held[from] ?? 0;
    if (tag === 0) continue;
    const low = held[from + 1] ?? 0;
    const high = held[from + 2] ?? 0;
    const hash = hashOf(tag, low, high);
    const part = partOf(set, hash);
    place(part, findSlot(part, hash, tag, low, high), tag, low, high);
  }
}

function hashOf(tag: number, low: number, high: number): number {
  const hash = low ^ Math.imul(high, 0x9e3779b1) ^ Math.imul(tag, 0x85ebca6b);
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  return mixed ^ (mixed >>> 15);
}
