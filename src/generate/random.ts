import { mixBits } from '../code/random.ts';

/**
 * Random numbers that depend on nothing but (seed, index, stream), so that row 7,000,000 can be drawn without drawing the
 * rows before it. 32-bit integer arithmetic only: the same numbers on every machine and engine.
 *
 *   (seed, index, stream) ─ mix ─▶ state ─ + golden ratio, mix ─▶ 32 bits ─ + … ─▶ 32 bits
 */
export class RowRandom {
  readonly #seed: number;
  #state = 0;

  constructor(seed: number) {
    this.#seed = mixBits(low32(seed) ^ mixBits(high32(seed) + 0x632be5ab));
  }

  /** Moves to the beginning of one row's numbers. `stream` separates uses that must not share numbers. */
  start(index: number, stream: number): this {
    this.#state = mixBits(this.#seed ^ mixBits(low32(index) ^ mixBits(high32(index) + Math.imul(stream, 0x85157af5))));
    return this;
  }

  /** 32 random bits, as an unsigned number. */
  next(): number {
    this.#state = (this.#state + 0x9e3779b9) | 0;
    return mixBits(this.#state) >>> 0;
  }

  /** A whole number from 0 to before `limit`; `limit` up to 2^21. */
  below(limit: number): number {
    return Math.floor((this.next() * limit) / 0x1_0000_0000);
  }

  /** A whole number from 0 to before `limit`; `limit` up to 2^53. */
  belowLarge(limit: number): number {
    const fraction = ((this.next() >>> 6) * 0x800_0000 + (this.next() >>> 5)) / 0x20_0000_0000_0000;
    return Math.floor(fraction * limit);
  }

  /** One of the items. */
  pick<T>(items: readonly [T, ...T[]]): T {
    return items[this.below(items.length)] ?? items[0];
  }
}

function low32(value: number): number {
  return value | 0;
}

function high32(value: number): number {
  return Math.floor(value / 0x1_0000_0000) | 0;
}
