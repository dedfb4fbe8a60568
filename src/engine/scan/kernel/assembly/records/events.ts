// What the host has to look at, in record order: a table that it empties between calls; contract.ts has its fields.

import {
  eventCellsField, eventCodeEndField, eventCodeStartField, eventFields, eventKindField, eventLimit, eventLineField,
  eventNameEndField, eventNameStartField, eventRecordField, eventRegionField, eventRowField, eventsAt, eventSlotField, eventUnitField,
} from '../../contract';

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
  return eventCount + 66 > eventLimit;
}

export function addEvent(
  kind: u32, row: u32, line: u32, record: usize, codeStart: usize, codeEnd: usize, nameStart: usize, nameEnd: usize,
  cells: u32, slot: u32, unit: u32, region: u32 = 0,
): void {
  if (eventCount >= eventLimit) return;
  const event = eventsAt + <usize>eventCount * (eventFields << 2);
  store<u32>(event, kind, eventKindField << 2);
  store<u32>(event, row, eventRowField << 2);
  store<u32>(event, line, eventLineField << 2);
  store<u32>(event, <u32>record, eventRecordField << 2);
  store<u32>(event, <u32>codeStart, eventCodeStartField << 2);
  store<u32>(event, <u32>codeEnd, eventCodeEndField << 2);
  store<u32>(event, <u32>nameStart, eventNameStartField << 2);
  store<u32>(event, <u32>nameEnd, eventNameEndField << 2);
  store<u32>(event, cells, eventCellsField << 2);
  store<u32>(event, slot, eventSlotField << 2);
  store<u32>(event, unit, eventUnitField << 2);
  store<u32>(event, region, eventRegionField << 2);
  eventCount++;
}
