import type { ByteSource } from '../../tables/byte-source.ts';
import { createFault } from './fault.ts';
import { paddingBytes } from './kernel/contract.ts';
import type { Kernel } from './kernel/kernel.ts';

const CR = 0x0d;
const LF = 0x0a;
const recordLimitBytes = 256 << 20;

/**
 * A part of a source in the kernel's memory, moved along as records are read.
 *
 *   file      ──────────────┬───────────────────────┬──────────
 *                         fileAt              fileAt + (to - at)
 *   memory      │padding│x ┌───────────────────────┐ 0 0 0 … │
 *                         at  ▲ position            to     at + capacity
 *
 * `x` is the byte before: a LF after a CR that has moved out must still be known for what it is.
 */
export interface Window {
  at: number;
  /** End of the bytes in memory. */
  to: number;
  /** Place in the source of the byte at `at`. */
  fileAt: number;
  capacityBytes: number;
  /** Whether the source ends at `to`. */
  isFinal: boolean;
}

/** A window on `source` that starts at byte `fileAt`; `at` is an address with nothing of value behind it. */
export function openWindow(kernel: Kernel, at: number, capacityBytes: number, fileAt: number): Window {
  kernel.reserve(at + capacityBytes + 2 * paddingBytes);
  kernel.bytes().fill(0, at, at + paddingBytes);
  const start = at + paddingBytes;
  return { at: start, to: start, fileAt, capacityBytes, isFinal: false };
}

/** Reads on, to byte `until` of the source or until the window is full. */
export async function fillWindow(kernel: Kernel, window: Window, source: ByteSource, until: number): Promise<void> {
  const end = Math.min(window.at + window.capacityBytes, window.at + (until - window.fileAt));
  while (window.to < end && !window.isFinal) {
    const into = kernel.bytes().subarray(window.to, end);
    const reading = source.read(window.fileAt + (window.to - window.at), into);
    const count = typeof reading === 'number' ? reading : await reading;
    if (count === 0) throw createFault({ kind: 'changed' });
    window.to += count;
    if (window.fileAt + (window.to - window.at) >= source.size) window.isFinal = true;
  }
  if (window.fileAt + (window.to - window.at) >= source.size) window.isFinal = true;
  kernel.bytes().fill(0, window.to, window.to + paddingBytes);
}

/** Makes `position` the window's start; what stood before it is gone, but for one byte. */
export function slideWindow(kernel: Kernel, window: Window, position: number): void {
  kernel.bytes().copyWithin(window.at - 1, position - 1, window.to);
  window.fileAt += position - window.at;
  window.to -= position - window.at;
}

/** Doubles a window that one record fills. */
export function growWindow(kernel: Kernel, window: Window): void {
  if (window.capacityBytes >= recordLimitBytes) {
    throw createFault({ kind: 'record-too-long', at: window.fileAt, limitBytes: recordLimitBytes });
  }
  window.capacityBytes *= 2;
  kernel.reserve(window.at + window.capacityBytes + 2 * paddingBytes);
}

/** `position`, or the one after it when a LF stands there that belongs to the CR before. */
export function skipLineFeed(kernel: Kernel, position: number): number {
  const bytes = kernel.bytes();
  return bytes[position] === LF && bytes[position - 1] === CR ? position + 1 : position;
}

/** The first position at or after `from` where a line starts, from the bytes alone; -1 when none does before `to`. */
export function findLineStart(kernel: Kernel, from: number, to: number): number {
  const bytes = kernel.bytes();
  for (let at = from - 1; at < to; at++) {
    if (bytes[at] === LF) return at + 1;
    if (bytes[at] === CR) return bytes[at + 1] === LF ? at + 2 : at + 1;
  }
  return -1;
}
