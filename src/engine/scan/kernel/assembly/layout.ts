// Where things lie in the kernel's memory. `src/engine/scan/kernel/layout.ts` says the same to the host.
//
//   0x01000  position table   18 × 256 × u64   one entry a position and byte, see code.ts
//   0x0a000  pair table       64 × 64 × u8     number of an authority-category pair, 255 for none
//   0x0b000  province table   100 × u8         number of a province prefix, 255 for none
//   0x0b100  value table      256 × u8         value of a byte in 0-9A-Z, 255 for none
//   0x0b200  form counts      6 × u32          cells by how they are written, see forms.ts
//   0x0b400  scratch          1 KiB            the cell being normalized
//   0x0b800  name             2 KiB            the name being normalized
//   0x0c000  text             16 KiB           text handed in by the host
//   0x10000  cells            4096 × 2 × u32   start and end of each cell of the record last split
//   0x18000  events           2048 × 11 × u32  what the host has to look at, see events.ts
//   0x40000  the host's: key lists, wanted rows, input

export const POSITIONS: usize = 0x01000;
export const PAIRS: usize = 0x0a000;
export const PROVINCES: usize = 0x0b000;
export const VALUES: usize = 0x0b100;
export const FORMS: usize = 0x0b200;
export const SCRATCH: usize = 0x0b400;
export const SCRATCH_BYTES: usize = 0x400;
export const NAME: usize = 0x0b800;
export const NAME_BYTES: usize = 0x800;
export const CELLS: usize = 0x10000;
export const CELL_LIMIT: u32 = 4096;
export const EVENTS: usize = 0x18000;
export const EVENT_LIMIT: u32 = 2048;
export const EVENT_BYTES: usize = 44;

export const TAB: u8 = 0x09;
export const LF: u8 = 0x0a;
export const CR: u8 = 0x0d;
export const QUOTE: u8 = 0x22;
