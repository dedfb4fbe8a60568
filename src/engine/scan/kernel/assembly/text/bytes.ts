// Bytes that records are told apart by.

export const LF: u8 = 0x0a;
export const CR: u8 = 0x0d;
export const SPACE: u8 = 0x20;
export const QUOTE: u8 = 0x22;
export const BACKSLASH: u8 = 0x5c;
