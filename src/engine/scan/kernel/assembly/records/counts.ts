// What has been counted since the range began.

import { writingCountsAt, writingCountsBytes } from '../../contract';
import { CELL_ORGANIZATION, CELL_REGISTRATION, CELL_TAXPAYER } from '../values/cell';

/** Records seen since the range began; blank rows are none. */
export let rowCount: u32 = 0;
/** Line breaks passed since the range began. */
export let lineCount: u32 = 0;
export let blankRows: u32 = 0;
export let missingCount: u32 = 0;
export let registrationCount: u32 = 0;
export let taxpayerCount: u32 = 0;
export let organizationCount: u32 = 0;
export let shortRows: u32 = 0;
export let longRows: u32 = 0;
/** Line of the first of them. */
export let firstRagged: u32 = 0;

export function resetCounts(): void {
  rowCount = 0;
  lineCount = 0;
  blankRows = 0;
  missingCount = 0;
  memory.fill(writingCountsAt, 0, writingCountsBytes);
  registrationCount = 0;
  taxpayerCount = 0;
  organizationCount = 0;
  shortRows = 0;
  longRows = 0;
}

@inline
export function passRow(): void {
  rowCount++;
}

@inline
export function passRows(count: u32): void {
  rowCount += count;
}

@inline
export function passLines(count: u32): void {
  lineCount += count;
}

export function countBlank(): void {
  blankRows++;
}

export function countMissing(): void {
  missingCount++;
}

export function countLegacy(kind: u32): void {
  if (kind == CELL_REGISTRATION) registrationCount++;
  if (kind == CELL_TAXPAYER) taxpayerCount++;
  if (kind == CELL_ORGANIZATION) organizationCount++;
}

/** A record with fewer or more cells than the header. */
export function countRagged(isShort: bool): void {
  if (shortRows + longRows == 0) firstRagged = lineCount;
  if (isShort) shortRows++;
  else longRows++;
}
