import type { IssueCode } from '../../code/verdict.ts';
import type { RowRandom } from '../random.ts';

/** What a damage works on. */
export interface Subject {
  /** The right code of the row. */
  code: string;
  /** Positions 9–17 of it. */
  organizationCode: string;
  /** A region in use, six digits; not always the one of the code. */
  region: string;
  /** Eight digits that no other row has. */
  serial: string;
  /** How many damages came before this one. */
  ordinal: number;
  random: RowRandom;
}

/** Makes one wrong value, or null when this code does not lend itself to it. */
export type Damage = (subject: Subject) => string | null;

/** The ways to reach one row of the decision table. Every way gives `kind` whenever it does not give null. */
export interface DamageKind {
  kind: IssueCode;
  ways: readonly [Damage, ...Damage[]];
}
