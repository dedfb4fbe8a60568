import { type Deviation, listDeviations } from '../../code/cell/deviations.ts';

/**
 * How cells are written other than as their code, as far as causes tell it apart: in the order of the kernel's bits, see
 * assembly/forms.ts.
 */
export const writingFaults = ['lower-case', 'full-width', 'spaces', 'dashes', 'marks'] as const;

export type WritingFault = (typeof writingFaults)[number];

const formOf: Record<Deviation, WritingFault> = {
  'lower-case': 'lower-case',
  'full-width': 'full-width',
  'white-space': 'spaces',
  invisible: 'spaces',
  dashes: 'dashes',
  quotes: 'marks',
  brackets: 'marks',
  punctuation: 'marks',
};

/** The forms of a cell that is not its own normalized form, a bit each. */
export function findWritingFaults(cell: string): number {
  let forms = 0;
  for (const form of listDeviations(cell)) forms |= 1 << writingFaults.indexOf(formOf[form]);
  return forms;
}

/** Cells, and those of each form. */
export type WritingCounts = [cells: number, ...forms: number[]];

export function createWritingCounts(): WritingCounts {
  return [0, ...writingFaults.map(() => 0)];
}

/** Counts a cell of these forms. */
export function countWriting(counts: WritingCounts, forms: number): void {
  counts[0]++;
  for (let form = 0; form < writingFaults.length; form++)
    counts[form + 1] = (counts[form + 1] ?? 0) + ((forms >> form) & 1);
}

export function addWritingCounts(counts: WritingCounts, other: ArrayLike<number>): void {
  for (let index = 0; index < counts.length; index++) counts[index] = (counts[index] ?? 0) + (other[index] ?? 0);
}
