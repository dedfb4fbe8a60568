// What the kernel and its host agree on: where things lie in the kernel's memory, flags, events, kinds and limits. Both sides import
// this file, so it is written in what TypeScript and AssemblyScript have in common; to TypeScript `usize` and `u32` are numbers.
//
//   0x01000  position table   18 × 256 × u64   one entry a position and byte, see assembly/values/code.ts
//   0x0a000  pair table       64 × 64 × u8     number of an authority-category pair, 255 for none
//   0x0b000  province table   100 × u8         number of a province prefix, 255 for none
//   0x0b100  value table      256 × u8         value of a byte in 0-9A-Z, 255 for none
//   0x0b200  writing counts   6 × u32          cells by how they are written, see assembly/values/writing.ts
//   0x0b400  scratch          1 KiB            the cell being normalized
//   0x0b800  name             2 KiB            the name being normalized
//   0x0c000  text             16 KiB           text handed in by the host
//   0x10000  events           1792 × 12 × u32  what the host has to look at, see assembly/records/events.ts
//   0x26000  starters         65,536 bits      see assembly/records/lines.ts
//   0x28000  cells            16384 × 2 × u32  start and end of each cell of the record last split
//   0x48000  marks            4096 × u16       see assembly/text/marks.ts
//   0x50000  free             …                the host's: key lists, records asked for, input

export const positionsAt: usize = 0x01000;
export const pairsAt: usize = 0x0a000;
export const provincesAt: usize = 0x0b000;
export const valuesAt: usize = 0x0b100;
export const writingCountsAt: usize = 0x0b200;
export const writingCountsBytes: usize = 24;
export const scratchAt: usize = 0x0b400;
export const nameAt: usize = 0x0b800;
export const nameBytes: usize = 0x800;
export const textAt: usize = 0x0c000;
export const textBytes: usize = 0x4000;
export const cellsAt: usize = 0x28000;
/** Cells of a record whose positions are noted, as many as a sheet has columns; more are only counted. */
export const cellLimit: u32 = 16384;
export const eventsAt: usize = 0x10000;
export const eventLimit: u32 = 1792;
/** By the first two bytes of a cell: whether it may begin a line that is no record. */
export const startersAt: usize = 0x26000;
export const startersBytes: usize = 0x2000;
/** Text whose marks are listed together, 63 blocks of 64 bytes; before the list 16 bytes of a look-up. */
export const stretchBytes: usize = 4032;
export const startsAt: usize = 0x48010;
export const freeAt: usize = 0x50000;

/** Bytes that must be readable before and after a range's input. */
export const paddingBytes: usize = 64;

/** What stands in the tables for a byte or prefix that is none. */
export const noEntry: u32 = 255;

/** Regions of a clean code's number: 34 provinces × 10^4 and `100000`. */
export const regionCount: u32 = 340_001;
/** Authority-category pairs of a clean code's number. */
export const pairCount: u32 = 49;

/** A quote whose field is still open after so many bytes or line breaks is an ordinary character. */
export const fieldLimitBytes: usize = 65_536;
export const breakLimit: u32 = 100;

/** Fields of an event, each a u32, by their number; starts and ends are addresses, rows and lines count from 0 in the range. */
export const eventKindField: u32 = 0;
export const eventRowField: u32 = 1;
export const eventLineField: u32 = 2;
export const eventRecordField: u32 = 3;
export const eventCodeStartField: u32 = 4;
export const eventCodeEndField: u32 = 5;
export const eventNameStartField: u32 = 6;
export const eventNameEndField: u32 = 7;
export const eventCellsField: u32 = 8;
/** Under which number the host asked for the record; of one whose code is not clean, whether it may be no record; of one the kernel decided, the decision. */
export const eventSlotField: u32 = 9;
/** The unit of the record; of a picked one 1 when its numbers are written, with `recordFlag` where what was written before it ends, or how many records were. */
export const eventUnitField: u32 = 10;
/** Of a decided record, positions 3–8 of its code, if it is one: values of GB 32100, 5 bits each. */
export const eventRegionField: u32 = 11;
export const eventFields: u32 = 12;

/** A record whose code is not clean. */
export const suspectEvent: u32 = 1;
/** A record the host asked for. */
export const pickedEvent: u32 = 2;
/** A quote that opens a field which never closes, read as an ordinary character. */
export const openQuoteEvent: u32 = 3;
/** A quoted line break in a record whose cell count differs from the header's. */
export const gluedEvent: u32 = 4;

/** A record whose code is not clean, and what the kernel says of it: only its slot, unit and region are given. */
export const decidedEvent: u32 = 5;

/** Legacy identifiers and empty cells go to the host too: it wants to explain them. */
export const explainFlag: u32 = 1;
/** Only records the host asked for are looked at. */
export const pickFlag: u32 = 2;
/** Clean codes that had to be normalized go to the host as well. */
export const explainFormatFlag: u32 = 4;
/** Of a record asked for, only the numbers of its name and (`hashTextFlag`) of its normalized code are wanted. */
export const hashFlag: u32 = 8;
export const hashTextFlag: u32 = 16;
/** Text is not UTF-8: only ASCII cells are judged here, and the host hashes names. */
export const otherEncodingFlag: u32 = 32;
/** With `hashFlag`: records go to the host too. */
export const hashAndShowFlag: u32 = 64;
/** With `pickFlag`: the number of every record's cell in the code column is listed, as a name's. */
export const keyNameFlag: u32 = 256;
/** Records without a code go to the host too: it lists them by name. */
export const listMissingFlag: u32 = 512;
/** With `pickFlag`: of a record asked for, the positions of all of it are wanted instead of its code's. */
export const recordFlag: u32 = 1024;
/** Legacy identifiers that hold an organization code are listed under it. */
export const keyOrganizationFlag: u32 = 2048;

/** Records whose code is not clean are decided here as far as possible, and listed under it. */
export const decideFlag: u32 = 65536;

/** Several columns of each record are looked at, see assembly/taken/columns.ts; what is not in order goes to the host. */
export const columnsFlag: u32 = 4096;

/** With `recordFlag`: records with a clean code are written with what is said of them, see assembly/written/annotate.ts. */
export const annotateFlag: u32 = 8192;
/** With `recordFlag`: of records with a clean code a line is written, see assembly/written/list-rows.ts. */
export const listRowFlag: u32 = 16384;
/** With `recordFlag`: cells of records with a clean code are written column by column, see assembly/written/pages.ts. */
export const pageFlag: u32 = 32768;
/** Where the page of a column ends, and where its room does. */
export const pageEntryBytes: usize = 8;
/** Address and length of a piece of text that stands in what is written. */
export const pieceBytes: usize = 8;

/** What a column is to a record of which several are looked at: the code, part of the profile, empty or what follows from the code, or a text with a number. */
export const subjectKind: u32 = 0;
export const profileKind: u32 = 1;
/** Empty, or the code; its organization code; the code, or six digits and its organization code. */
export const fullKind: u32 = 2;
export const organizationKind: u32 = 3;
export const taxKind: u32 = 4;
/** The name; one more is the decision. */
export const textKind: u32 = 5;
export const columnCountsAt: usize = 128;
/** Which codes are in order beside a profile: a clean one, one of the self-employed (92), none. */
export const allowFirst: u32 = 1;
export const allowSecond: u32 = 2;
export const allowEmpty: u32 = 4;
export const columnOutBytes: usize = 32;
/** A record whose profile the kernel does not know. */
export const noProfile: u32 = 0xffffffff;

/**
 * What a key that is not a clean code's number stands for: its three low bits. Only problems are listed as missing (by name) and
 * incomparable: erroneous texts that are no duplicates when they are equal.
 */
export const unconvertedKey: u32 = 0;
export const conformingKey: u32 = 1;
export const erroneousKey: u32 = 2;
export const missingKey: u32 = 4;
export const incomparableKey: u32 = 6;
export const kindCount: u32 = 8;

/** Sides a key can stand on. A group's presence has two bits for each: whether it stands there, and whether more than once. */
export const sideCount: u32 = 3;
export const presenceCount: u32 = 64;
/** Key u64, ordinal of the first record u32, group + 1 u32. */
export const firstRecordBytes: usize = 16;

/** Ways in which a cell can be written other than as its code, in the order of `writingFaults` in src/check. */
export const lowerCaseBit: u32 = 1;
export const fullWidthBit: u32 = 2;
export const spacedBit: u32 = 4;
export const dashedBit: u32 = 8;
export const markedBit: u32 = 16;

/** In what order records of a unit are counted. */
export const conformingPartition: u32 = 0;
export const erroneousPartition: u32 = 1;
export const unconvertedPartition: u32 = 2;
export const missingPartition: u32 = 3;

/** The table of units, see assembly/records/units.ts. */
export const unitEntryBytes: usize = 32;
export const unitLimit: u32 = 100_000;
export const unitTextBytes: usize = 16_777_216;

/** How backslashes may be escapes: not at all, in UTF-8, or in GB18030, where one may be the second byte of a character. */
export const noEscapes: u32 = 0;
export const utf8Escapes: u32 = 1;
export const gb18030Escapes: u32 = 2;

/** How text was encoded, for counting undecodable bytes. */
export const utf8Text: u32 = 0;
export const gb18030Text: u32 = 1;
/** Decoded before: what could not be is U+FFFD. */
export const transcodedText: u32 = 2;

/** What the kernel counts; each is an exported global. */
export interface Counters {
  eventCount: number;
  /** Keys listed, of clean codes and of others. */
  cleanCount: number;
  hashedCount: number;
  /** Records since the range began; blank rows are none. */
  rowCount: number;
  /** Line breaks since the range began. */
  lineCount: number;
  blankRows: number;
  /** Records read with backslashes as escapes, and the line of the first. */
  escapedRecords: number;
  firstEscaped: number;
  missingCount: number;
  registrationCount: number;
  taxpayerCount: number;
  organizationCount: number;
  /** Records with fewer and with more cells than the header, and the line of the first of them. */
  shortRows: number;
  longRows: number;
  firstRagged: number;
  /** Whether UTF-8 text had bytes that are not ASCII. */
  sawOther: number;
  /** Whether a scan stopped because its event table is full. */
  isFull: number;
  /** Of the record last split. */
  cellCount: number;
  isBlank: number;
  quotedBreaks: number;
  /** Records last split together, and their cells. */
  splitCount: number;
  splitCells: number;
  /** Where what the kernel wrote ends. */
  writtenTo: number;
  /** Records whose cells it wrote to pages. */
  pagedCount: number;
  /** Quotes read as ordinary characters since the range began. */
  openQuotes: number;
  /** Line, from 0, of the first undecodable bytes. */
  firstUndecodable: number;
  groupCount: number;
  entryCount: number;
  firstCount: number;
  unitCount: number;
  unitsAreFull: number;
  unitsHaveFaults: number;
}
