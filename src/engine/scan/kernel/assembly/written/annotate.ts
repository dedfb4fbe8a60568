// Records with a clean code, each as it was and with its verdict behind it, written where the host takes them from:
//
//   甲公司,91350100M000100Y43,… │,conforming,,│91350100M000100Y43│,,⏎
//   └──────── record ──────────┘└── before ──┘└───── code ──────┘└behind, by the record's mark
//
// Every other record is handed over, with the place where what was written before it ends.

import { QUOTE } from '../text/bytes';
import { keyOf } from '../values/code';
import { rowCount } from '../records/counts';
import { copy, copyPiece, hasRoom, marks, pieceLength } from './out';
import { columns, delimiter } from '../records/settings';

const CODE_LENGTH: usize = 18;
/** Pieces: what stands before a code, then what stands behind one, mark by mark. */
const BEFORE: usize = 0;
const BEHIND: usize = 1;

/** Writes a record whose code cell starts at `code`; false when the host has to. */
export function annotateRecord(record: usize, end: usize, code: usize, cells: u32): bool {
  if (cells != columns || code == 0) return false;
  const edge: usize = load<u8>(code) == QUOTE ? 1 : 0;
  const at = code + edge;
  const past = at + CODE_LENGTH + edge;
  if (past > end || (past < end && load<u8>(past) != delimiter) || keyOf(at) == 0) return false;
  if (edge == 1 && load<u8>(past - 1) != QUOTE) return false;
  const behind = BEHIND + (marks == 0 ? 0 : <usize>load<u8>(marks + rowCount));
  if (!hasRoom(end - record + pieceLength(BEFORE) + CODE_LENGTH + pieceLength(behind))) return false;
  copy(record, end - record);
  copyPiece(BEFORE);
  copy(at, CODE_LENGTH);
  copyPiece(behind);
  return true;
}
