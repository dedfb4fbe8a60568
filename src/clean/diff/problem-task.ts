import { judge } from '../../code/cell/judge.ts';
import { maskIdentityNumbers } from '../../code/cell/mask.ts';
import { type PickResult, type PickTask, performPick } from '../../engine/reread/pick-task.ts';
import { packTexts, type TextColumn, unpackTexts } from '../../engine/reread/text-column.ts';
import type { TaskKind } from '../../engine/task.ts';

/** Records of a range that are problems. */
export interface ProblemTask extends Omit<PickTask, 'want'> {
  /** Of each row, whether it is one only for standing on several records: its code conforms. */
  duplicates: Uint8Array<ArrayBuffer>;
}

/** In the order of the rows: what `pickTasks` gives as text, resident ID numbers in codes masked, and the issue of each; empty: none. */
export interface ProblemResult extends Pick<PickResult, 'codes' | 'names' | 'lines'> {
  issues: TextColumn;
}

/** Problems read again and judged. */
export const problemTasks: TaskKind<ProblemTask, ProblemResult> = {
  name: 'problems',
  async perform(kernel, task, open) {
    const { codes, names, lines } = await performPick(kernel, { ...task, want: 'text' }, open);
    const isDuplicate = (index: number): boolean => task.duplicates[index] === 1;
    const texts = unpackTexts(codes);
    const issues = texts.map((code, index) => (isDuplicate(index) ? 'duplicate' : (judge(code).issue?.code ?? '')));
    const shown = texts.map((code, index) => (isDuplicate(index) ? code : maskIdentityNumbers(code)));
    return { codes: packTexts(shown), names, lines, issues: packTexts(issues) };
  },
};
