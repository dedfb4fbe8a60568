import type { Damage } from '../messages/damage/index.ts';

/** Thrown of bytes that are not what they claim to be; whoever reads a file says which it was. */
export class BrokenError extends Error {
  override name = 'BrokenError';
  readonly damage: Damage;

  constructor(damage: Damage) {
    super(damage.kind);
    this.damage = damage;
  }
}

/** Thrown of what is whole but not read. */
export class RefusedError extends Error {
  override name = 'RefusedError';
  readonly why: 'password' | 'doctype' | 'size';

  constructor(why: 'password' | 'doctype' | 'size') {
    super(why);
    this.why = why;
  }
}
