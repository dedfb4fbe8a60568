import { RowRandom } from './random.ts';

/**
 * A seeded one-to-one mapping of 0 … base²−1 onto itself: a Feistel network over two digits of the given base. It makes
 * numbers that look random and never repeat, without remembering which were given out.
 *
 *   (high, low) ─▶ (low, high + F₁[low]) ─▶ … four rounds, F a table of random numbers
 */
export class Permutation {
  readonly base: number;
  readonly #rounds: readonly [Uint16Array, Uint16Array, Uint16Array, Uint16Array];
  /** The two digits of the number mapped last. */
  high = 0;
  low = 0;

  /** @param base up to 65,536 */
  constructor(base: number, seed: number, stream: number) {
    this.base = base;
    const random = new RowRandom(seed).start(base, stream);
    const round = () => Uint16Array.from({ length: base }, () => random.below(base));
    this.#rounds = [round(), round(), round(), round()];
  }

  /** Maps `value`, 0 to before base², into `high` and `low`. */
  map(value: number): void {
    const base = this.base;
    let high = Math.floor(value / base);
    let low = value - high * base;
    for (const table of this.#rounds) {
      let sum = high + (table[low] ?? 0);
      if (sum >= base) sum -= base;
      high = low;
      low = sum;
    }
    this.high = high;
    this.low = low;
  }
}
