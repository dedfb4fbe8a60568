import { textAt } from '../scan/kernel/contract.ts';
import type { Kernel } from '../scan/kernel/kernel.ts';

const longestText = 5000;

/** Writes the number that stands for a text to the kernel's memory at `at`; 0 for an empty one. */
export function writeNumber(kernel: Kernel, text: string, at: number): void {
  new BigUint64Array(kernel.memory.buffer, at, 1)[0] = 0n;
  if (text !== '') kernel.hashInto(textAt, kernel.writeText(shorten(text)), at);
}

/** Text that fits the kernel's memory: what is too long keeps both ends, its length, and a sum of all of it. */
export function shorten(text: string): string {
  if (text.length <= longestText) return text;
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum = (Math.imul(sum, 0x01000193) ^ text.charCodeAt(at)) >>> 0;
  return `${text.slice(0, 2000)}\n${text.length}\n${sum}\n${text.slice(-2000)}`;
}
