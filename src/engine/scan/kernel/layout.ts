/** Where things lie in the kernel's memory; assembly/layout.ts draws the map. */
export const positionsAt = 0x01000;
export const pairsAt = 0x0a000;
export const provincesAt = 0x0b000;
export const valuesAt = 0x0b100;
export const textAt = 0x0c000;
export const textBytes = 0x4000;
export const cellsAt = 0x10000;
export const cellLimit = 4096;
export const eventsAt = 0x18000;
export const eventFields = 11;
export const freeAt = 0x40000;

/** A range's memory: bytes that must be readable before and after its input. */
export const paddingBytes = 64;

/** Ranges of a clean code's number: 34 provinces × 10^4 and `100000`. */
export const regionCount = 340_001;
export const pairCount = 49;

/** Cells by how they are written: see assembly/forms.ts. */
export const writingCountsAt = 0x0b200;
export const writingCountsBytes = 24;

/** The table of units: see assembly/units.ts. */
export const unitEntryBytes = 32;
export const unitLimit = 100_000;
export const unitTextBytes = 16 << 20;

/** Flags of `configure`. */
export const explainFlag = 1;
export const pickFlag = 2;
export const explainFormatFlag = 4;
export const hashFlag = 8;
export const hashTextFlag = 16;
export const otherEncodingFlag = 32;
export const hashAndShowFlag = 64;
export const keyNameFlag = 256;
export const listMissingFlag = 512;
export const recordFlag = 1024;
export const keyOrganizationFlag = 2048;

/** Kinds of events; assembly/events.ts says what each means. */
export const suspectEvent = 1;
export const pickedEvent = 2;
export const openQuoteEvent = 3;
export const gluedEvent = 4;

/**
 * What a key that is not a clean code's number stands for: its three low bits. Only problems are listed as `missing` (by
 * name) and `incomparable`: erroneous texts that are no duplicates when they are equal.
 */
export const keyKinds = { unconverted: 0, conforming: 1, erroneous: 2, missing: 4, incomparable: 6 } as const;

/** Sides a key can stand on, kinds of keys, and shapes of groups: see assembly/sides.ts. */
export const sideCount = 3;
export const kindCount = 8;
export const presenceCount = 64;
