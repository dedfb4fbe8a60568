// What is not even (see even.ts): records found 64 bytes at a time from bitmasks, the code of each checked where it lies.
//
//   bytes     9 1 3 5 … , 上 海 " 好 又 多 " , … \r \n 9 1
//   breaks    . . . . . . . . . . . . . . . . .  1  1 . .     line breaks outside quotes end records
//   commas    . . . . . 1 . . . . . . . . . 1 .  .  . . .     the code column starts after the k-th (and so does the units')
//   quotes    . . . . . . . . 1 . . . 1 . . . .  .  . . .     prefix xor of these: what is inside quotes
//
// Quotes are trusted as long as each opens right after a delimiter or line break and closes right before one; the first
// that does not, a quoted cell near the limits of split.ts, and a record cut off by the end of the input go to the
// careful loop, which alone decides what a record is. After it this loop starts anew at the next record.
//
// Nothing here allocates or calls out. Measured on 10 million rows of 155 bytes (2 cores): see bench/. One thread, 150 MB of them: 47 ms
// here, 32 where the text is even.

import { breakLimit, fieldLimitBytes } from '../contract';
import { lineCount, passLines, rowCount } from './records/counts';
import { eventsAreFull } from './records/events';
import { passUneven, scanEven, unevenBytes } from './even';
import { CR, LF, QUOTE } from './text/bytes';
import { joinMasks } from './text/masks';
import { codeColumn, columns, delimiter } from './records/settings';
import { mayBeEscaped, splitRecord } from './records/split';
import { closeRecord, takeSplit } from './taken/take';
import { unitColumn } from './records/units';

/** Whether `scan` stopped for a reason other than the end of its bytes: its event table is full. */
export let isFull: bool = false;

@inline
function maskOf(a: v128, b: v128, c: v128, d: v128, byte: v128): u64 {
  return joinMasks(
    i8x16.bitmask(i8x16.eq(a, byte)),
    i8x16.bitmask(i8x16.eq(b, byte)),
    i8x16.bitmask(i8x16.eq(c, byte)),
    i8x16.bitmask(i8x16.eq(d, byte)),
  );
}

@inline
function breakMask(a: v128, b: v128, c: v128, d: v128): u64 {
  const lf = i8x16.splat(<i8>LF);
  const cr = i8x16.splat(<i8>CR);
  return joinMasks(
    i8x16.bitmask(v128.or(i8x16.eq(a, lf), i8x16.eq(a, cr))),
    i8x16.bitmask(v128.or(i8x16.eq(b, lf), i8x16.eq(b, cr))),
    i8x16.bitmask(v128.or(i8x16.eq(c, lf), i8x16.eq(c, cr))),
    i8x16.bitmask(v128.or(i8x16.eq(d, lf), i8x16.eq(d, cr))),
  );
}

@inline
function prefixXor(bits: u64): u64 {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  return bits ^ (bits << 32);
}

/** Line breaks among `bits`, CRLF counted once (at its LF, or at a CR no LF follows). */
function countBreaks(base: usize, bits: u64): u32 {
  let count: u32 = 0;
  while (bits != 0) {
    const at = base + <usize>ctz(bits);
    bits &= bits - 1;
    if (load<u8>(at) == LF || load<u8>(at + 1) != LF) count++;
  }
  return count;
}

/**
 * Reads the records that start in `from`..`stop`, from bytes up to `to`. `from` is the start of a record, not the LF of
 * a CRLF, and the byte before it is in memory. Returns the start of the first record not read. `final`: the input ends
 * at `to`. Reads up to 64 bytes past `to`, which must be zero.
 */
export function scan(from: usize, stop: usize, to: usize, final: bool): usize {
  isFull = false;
  let record = from;
  while (record < stop) {
    record = scanEven(record, min(stop, to));
    if (record >= stop) return record;
    if (eventsAreFull()) {
      isFull = true;
      return record;
    }
    const until = min(stop, record + unevenBytes);
    const next = scanBlocks(record, until, to, final);
    passUneven(next - record);
    if (next < until || next >= to || isFull) return next;
    record = next;
  }
  return record;
}

/** The same, whatever the text is like, block by block. */
function scanBlocks(from: usize, stop: usize, to: usize, final: bool): usize {
  const delimiters = i8x16.splat(<i8>delimiter);
  const quoteMarks = i8x16.splat(<i8>QUOTE);
  const column = codeColumn;
  const unitsIn = unitColumn;
  let record = from;
  let base = from;
  let seen: u32 = 0;
  let codeAt: usize = column == 0 ? from : 0;
  let unitAt: usize = unitsIn == 0 ? from : 0;
  let inside: u64 = 0;
  let edge: u64 = 1;
  let closed: u64 = 0;
  let breaks: u32 = 0;

  while (base < to) {
    const a = v128.load(base, 0);
    const b = v128.load(base, 16);
    const c = v128.load(base, 32);
    const d = v128.load(base, 48);
    let ends = breakMask(a, b, c, d);
    let commas = maskOf(a, b, c, d, delimiters);
    const qa = i8x16.eq(a, quoteMarks);
    const qb = i8x16.eq(b, quoteMarks);
    const qc = i8x16.eq(c, quoteMarks);
    const qd = i8x16.eq(d, quoteMarks);
    let quotes: u64 = 0;
    if (v128.any_true(v128.or(v128.or(qa, qb), v128.or(qc, qd)))) {
      quotes = joinMasks(i8x16.bitmask(qa), i8x16.bitmask(qb), i8x16.bitmask(qc), i8x16.bitmask(qd));
    }
    if (base + 64 > to) {
      const valid = (<u64>1 << <u64>(to - base)) - 1;
      ends &= valid;
      commas &= valid;
      quotes &= valid;
    }
    // The first bit from which the masks cannot be trusted.
    let loose: u64 = 0;
    let quotedEnds: u64 = 0;
    if ((quotes | inside | closed) != 0) {
      const within = prefixXor(quotes) ^ inside;
      quotedEnds = ends & within;
      ends &= ~within;
      commas &= ~within;
      const opens = quotes & within;
      const closes = quotes & ~within;
      const afterClose = (closes << 1) | closed;
      const edges = ends | commas;
      loose = (opens & ~((edges << 1) | edge | afterClose)) | (afterClose & ~(edges | quotes));
      if (base + 64 > to) loose &= (<u64>1 << <u64>(to - base)) - 1;
      inside = <u64>(<i64>within >> 63);
      closed = closes >> 63;
      edge = edges >> 63;
      if (loose != 0) {
        const trusted = (loose & (0 - loose)) - 1;
        ends &= trusted;
        commas &= trusted;
        quotedEnds &= trusted;
      }
    } else {
      edge = (ends | commas) >> 63;
    }

    let done: u64 = 0;
    let careful = false;
    while (ends != 0) {
      const end = ends & (0 - ends);
      const before = end - 1;
      const at = base + <usize>ctz(ends);
      ends &= ends - 1;
      if (at == record) {
        // An empty line, or the LF of a CRLF whose CR ended the record.
        if (!(load<u8>(at) == LF && load<u8>(at - 1) == CR)) passLines(1);
      } else {
        const segment = commas & before & ~done;
        const count = <u32>popcnt(segment);
        if (codeAt == 0 && seen + count >= column) codeAt = base + <usize>ctz(nthBit(segment, column - seen)) + 1;
        if (unitAt == 0 && seen + count >= unitsIn) unitAt = base + <usize>ctz(nthBit(segment, unitsIn - seen)) + 1;
        seen += count;
        if (quotedEnds != 0) breaks += countBreaks(base, quotedEnds & before & ~done);
        if (at - record > fieldLimitBytes || breaks >= breakLimit || (seen + 1 != columns && mayBeEscaped(record, at))) {
          careful = true;
          break;
        }
        closeRecord(record, at, codeAt, unitAt, seen + 1, breaks);
        passLines(breaks + 1);
      }
      record = at + 1;
      seen = 0;
      breaks = 0;
      codeAt = column == 0 ? record : 0;
      unitAt = unitsIn == 0 ? record : 0;
      done = before | end;
      if (record >= stop) return skipLineFeed(record, to);
      if (eventsAreFull()) {
        isFull = true;
        return skipLineFeed(record, to);
      }
    }

    if (careful || loose != 0 || (inside != 0 && base > record + fieldLimitBytes + 64)) {
      const at = splitRecord(record, to, final, rowCount, lineCount);
      if (at == 0) return record;
      takeSplit(record, at);
      if (at == to) return to;
      record = skipLineFeed(at + 1, to);
      if (record >= stop) return record;
      if (eventsAreFull()) {
        isFull = true;
        return record;
      }
      base = record;
      seen = 0;
      breaks = 0;
      codeAt = column == 0 ? record : 0;
      unitAt = unitsIn == 0 ? record : 0;
      inside = 0;
      edge = 1;
      closed = 0;
      continue;
    }

    const rest = commas & ~done;
    const count = <u32>popcnt(rest);
    if (codeAt == 0 && seen + count >= column) codeAt = base + <usize>ctz(nthBit(rest, column - seen)) + 1;
    if (unitAt == 0 && seen + count >= unitsIn) unitAt = base + <usize>ctz(nthBit(rest, unitsIn - seen)) + 1;
    seen += count;
    if (quotedEnds != 0) breaks += countBreaks(base, quotedEnds & ~done);
    base += 64;
  }

  if (final && record < to) {
    const at = splitRecord(record, to, true, rowCount, lineCount);
    takeSplit(record, at);
    if (at == to) return to;
    // The record ended before the input did: an open quote made the rest look like part of it.
    return skipLineFeed(at + 1, to);
  }
  return skipLineFeed(record, to);
}

@inline
function nthBit(bits: u64, n: u32): u64 {
  for (; n > 1; n--) bits &= bits - 1;
  return bits;
}

@inline
function skipLineFeed(at: usize, to: usize): usize {
  return at < to && load<u8>(at) == LF && load<u8>(at - 1) == CR ? at + 1 : at;
}
