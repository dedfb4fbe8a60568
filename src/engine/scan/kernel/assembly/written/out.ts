// What the kernel writes itself, for the host to take: copies of what stands in records, between pieces of text that are the same for all.

import { pieceBytes } from '../../contract';

/** Where what has been written ends. */
export let writtenTo: usize = 0;

let outEnd: usize = 0;
/** A byte a record; 0: there is none for any. */
export let marks: usize = 0;
let pieces: usize = 0;

/**
 * Places what is written: from `outAt` up to 16 bytes before `end`. `marksAt`: a byte a record, 0 for none; `piecesAt`: address and length
 * of each piece of text.
 */
export function placeWriting(outAt: usize, end: usize, marksAt: usize, piecesAt: usize): void {
  writtenTo = outAt;
  outEnd = end - 16;
  marks = marksAt;
  pieces = piecesAt;
}

@inline
export function pieceLength(index: usize): usize {
  return <usize>load<u32>(pieces + index * pieceBytes, 4);
}

@inline
export function hasRoom(bytes: usize): bool {
  return writtenTo + bytes <= outEnd;
}

/** Copies 16 bytes at a time, up to 15 more than asked. */
@inline
export function copy(from: usize, length: usize): void {
  for (let at: usize = 0; at < length; at += 16) v128.store(writtenTo + at, v128.load(from + at));
  writtenTo += length;
}

@inline
export function copyPiece(index: usize): void {
  const at = pieces + index * pieceBytes;
  copy(<usize>load<u32>(at), <usize>load<u32>(at, 4));
}

@inline
export function put(byte: u8): void {
  store<u8>(writtenTo, byte);
  writtenTo++;
}

/** At most ten digits. */
export function putNumber(value: u32): void {
  let digits: usize = 1;
  for (let least: u64 = 10; least <= <u64>value; least *= 10) digits++;
  writtenTo += digits;
  let at = writtenTo;
  for (; value > 9; value /= 100) {
    at -= 2;
    store<u16>(at, pairOf(value % 100));
  }
  if (at > writtenTo - digits) store<u8>(at - 1, <u8>(0x30 + value));
}

/** Two digits, the first of them in the lower byte. */
@inline
function pairOf(value: u32): u16 {
  const first = value / 10;
  return <u16>(0x3030 + first + ((value - first * 10) << 8));
}
