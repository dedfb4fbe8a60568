import type { Damage } from '../../messages/damage/index.ts';
import { BrokenError } from '../broken.ts';

/** Thrown of text that is not JSON, or not rows. */
export class JsonError extends BrokenError {
  readonly line: number;

  constructor(line: number, damage: Damage) {
    super(damage);
    this.line = line;
  }
}
