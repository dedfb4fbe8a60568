import { type Deviation, listDeviations } from '../../code/cell/deviations.ts';

/**
 * How cells are written other than as their code, as far as causes tell it apart: in the order of the kernel's bits
 * (`lowerCaseBit` and those after it in `contract.ts`).
 */
export const writingFaults = ['lower-case', 'full-width', 'spaces', 'dashes', 'marks'] as const;

export type WritingFault = (typeof writingFaults)[number];

const faultOf: Record<Deviation, WritingFault> = {
  'lower-case': 'lower-case',
  'full-width': 'full-width',
  'white-space': 'spaces',
  invisible: 'spaces',
  dashes: 'dashes',
  quotes: 'marks',
  brackets: 'marks',
  punctuation: 'marks',
};

/** The faults of a cell that is not its own normalized value, a bit each. */
export function findWritingFaults(cell: string): number {
  let bits = 0;
  for (const deviation of listDeviations(cell)) bits |= 1 << writingFaults.indexOf(faultOf[deviation]);
  return bits;
}

/** Cells with a fault, and those with each. */
export type WritingCounts = [cells: number, ...faults: number[]];

export function createWritingCounts(): WritingCounts {
  return [0, ...writingFaults.map(() => 0)];
}

/** Counts a cell, or several, with these faults, a bit each. */
export function countWriting(counts: WritingCounts, bits: number, cells = 1): void {
  counts[0] += cells;
  for (let fault = 0; fault < writingFaults.length; fault++)
    counts[fault + 1] = (counts[fault + 1] ?? 0) + ((bits >> fault) & 1) * cells;
}

export function addWritingCounts(counts: { [index: number]: number; length: number }, other: ArrayLike<number>): void {
  for (let index = 0; index < counts.length; index++) counts[index] = (counts[index] ?? 0) + (other[index] ?? 0);
}
