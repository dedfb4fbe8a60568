// What the host has to look at, in record order: a table of at most 2048 rows that it empties between calls.
//
//   kind, row, line, record start, code start, code end, name start, name end, cell count, slot, unit
//
// Starts and ends are addresses in the kernel's memory; rows and lines count from 0 at the range's start.

import { EVENTS, EVENT_BYTES, EVENT_LIMIT } from './layout';

/** A record whose code is not clean. */
export const SUSPECT: u32 = 1;
/** A record the host asked for; its slot is the number it was asked under, its unit 1 when its numbers are written. */
export const PICKED: u32 = 2;
/** A quote that opens a field which never closes, read as an ordinary character. */
export const OPEN_QUOTE: u32 = 3;
/** A quoted line break in a record whose cell count differs from the header's. */
export const GLUED: u32 = 4;

export let eventCount: u32 = 0;

export function clearEvents(): void {
  eventCount = 0;
}

export function rewindEvents(count: u32): void {
  eventCount = count;
}

/** One record adds at most 62 rows. */
@inline
export function eventsAreFull(): bool {
  return eventCount + 66 > EVENT_LIMIT;
}

export function addEvent(
  kind: u32, row: u32, line: u32, record: usize, codeStart: usize, codeEnd: usize, nameStart: usize, nameEnd: usize,
  cells: u32, slot: u32, unit: u32,
): void {
  if (eventCount >= EVENT_LIMIT) return;
  const event = EVENTS + <usize>eventCount * EVENT_BYTES;
  store<u32>(event, kind, 0);
  store<u32>(event, row, 4);
  store<u32>(event, line, 8);
  store<u32>(event, <u32>record, 12);
  store<u32>(event, <u32>codeStart, 16);
  store<u32>(event, <u32>codeEnd, 20);
  store<u32>(event, <u32>nameStart, 24);
  store<u32>(event, <u32>nameEnd, 28);
  store<u32>(event, cells, 32);
  store<u32>(event, slot, 36);
  store<u32>(event, unit, 40);
  eventCount++;
}
