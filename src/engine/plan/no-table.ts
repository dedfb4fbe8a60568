import { UsccError } from '../../code/error.ts';
import type { Refusal } from '../../messages/refusal/index.ts';

/** Thrown of an input that holds nothing to check, or is no table but one of our own workbooks: one of several may be such. */
export class NoTableError extends UsccError {
  readonly lacks: 'rows' | 'codes' | 'data';

  constructor(lacks: NoTableError['lacks'], refusal: Refusal) {
    super('input', refusal);
    this.lacks = lacks;
  }
}
