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

const excerptLength = 20;
/** A region's code and less of an ID number. */
const mostDigits = 6;

/** The damage that text is where none is expected. It may begin within a number, of which no more is shown than what tells nothing. */
export function describeUnexpected(text: string, at: number): Damage {
  const excerpt = text.slice(at, at + excerptLength);
  const digits = excerpt.match(/\p{N}/gu) ?? [];
  return { kind: 'unexpected-text', text: digits.length > mostDigits ? excerpt.replace(/\p{N}/gu, '*') : excerpt };
}
