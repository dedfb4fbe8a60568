/** Numbers conflicts from 1, in the order in which they are met. */
export interface ConflictNumbers {
  /** The number of a conflict, the next one if it was not met before. */
  enter(conflict: number): number;
  /** The number of one that was met. */
  find(conflict: number): number;
}

/** @param count of conflicts: they are known by 0 to `count` - 1 */
export function createConflictNumbers(count: number): ConflictNumbers {
  const numbers = new Uint32Array(count);
  let last = 0;
  const find = (conflict: number): number => numbers[conflict] ?? 0;
  return {
    find,
    enter(conflict) {
      if (find(conflict) === 0) numbers[conflict] = ++last;
      return find(conflict);
    },
  };
}
