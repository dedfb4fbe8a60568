import { listWrittenForms, type WrittenForm } from '../../code/written-form.ts';

/**
 * How cells are written other than as their code, as far as causes tell it apart: in the order of the kernel's bits, see
 * assembly/forms.ts.
 */
export const cellForms = ['lower-case', 'full-width', 'spaces', 'dashes', 'marks'] as const;

export type CellForm = (typeof cellForms)[number];

const formOf: Record<WrittenForm, CellForm> = {
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
export function findForms(cell: string): number {
  let forms = 0;
  for (const form of listWrittenForms(cell)) forms |= 1 << cellForms.indexOf(formOf[form]);
  return forms;
}

/** Cells, and those of each form. */
export type FormCounts = [cells: number, ...forms: number[]];

export function createFormCounts(): FormCounts {
  return [0, ...cellForms.map(() => 0)];
}

/** Counts a cell of these forms. */
export function countForms(counts: FormCounts, forms: number): void {
  counts[0]++;
  for (let form = 0; form < cellForms.length; form++)
    counts[form + 1] = (counts[form + 1] ?? 0) + ((forms >> form) & 1);
}

export function addFormCounts(counts: FormCounts, other: ArrayLike<number>): void {
  for (let index = 0; index < counts.length; index++) counts[index] = (counts[index] ?? 0) + (other[index] ?? 0);
}
