import { conflictingBit, namelessBit } from './compare-stage.ts';

/** What a duplicate is by the names of its records. */
export type DuplicateKind = 'conflicting' | 'repeated' | 'unnamed';

/** Two different names make it conflicting, whatever else it holds; else a record without a name leaves it open. */
export function kindOfDuplicate(bits: number): DuplicateKind {
  if ((bits & conflictingBit) !== 0) return 'conflicting';
  return (bits & namelessBit) !== 0 ? 'unnamed' : 'repeated';
}
