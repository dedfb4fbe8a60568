// Records with a clean code, each as it was and with its verdict behind it, written where the host takes them from:
//
//   甲公司,91350100M000100Y43,… │,conforming,,│91350100M000100Y43│,,⏎
//   └──────── record ──────────┘└── before ──┘└───── code ──────┘└behind, by the record's mark
//
// Every other record is handed over, with the place where what was written before it ends.

import { annotatePieceBytes } from '../contract';
import { QUOTE } from './bytes';
import { keyOf } from './code';
import { rowCount } from './counts';
import { columns, delimiter } from './settings';

const CODE_LENGTH: usize = 18;

/** Where what has been written ends. */
export let annotatedTo: usize = 0;

let outEnd: usize = 0;
let marks: usize = 0;
let pieces: usize = 0;

/**
 * Places what is written: from `outAt` up to 16 bytes before `end`. `marksAt`: a byte a record, 0 for none; `piecesAt`: address and length
 * of what stands before a code, then of what stands behind one, mark by mark.
 */
export function placeAnnotations(outAt: usize, end: usize, marksAt: usize, piecesAt: usize): void {
  annotatedTo = outAt;
  outEnd = end - 16;
  marks = marksAt;
  pieces = piecesAt;
}

/** Copies 16 bytes at a time, up to 15 more than asked. */
@inline
function copy(from: usize, length: usize): void {
  for (let at: usize = 0; at < length; at += 16) v128.store(annotatedTo + at, v128.load(from + at));
  annotatedTo += length;
}

/** Writes a record whose code cell starts at `code`; false when the host has to. */
export function annotateRecord(record: usize, end: usize, code: usize, cells: u32): bool {
  if (cells != columns || code == 0) return false;
  const edge: usize = load<u8>(code) == QUOTE ? 1 : 0;
  const at = code + edge;
  const past = at + CODE_LENGTH + edge;
  if (past > end || (past < end && load<u8>(past) != delimiter) || keyOf(at) == 0) return false;
  if (edge == 1 && load<u8>(past - 1) != QUOTE) return false;
  const behind = pieces + (<usize>(1 + (marks == 0 ? 0 : load<u8>(marks + rowCount))) * annotatePieceBytes);
  const beforeLength = <usize>load<u32>(pieces, 4);
  const behindLength = <usize>load<u32>(behind, 4);
  if (annotatedTo + (end - record) + beforeLength + CODE_LENGTH + behindLength > outEnd) return false;
  copy(record, end - record);
  copy(<usize>load<u32>(pieces), beforeLength);
  copy(at, CODE_LENGTH);
  copy(<usize>load<u32>(behind), behindLength);
  return true;
}
