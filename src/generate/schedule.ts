import type { RowRandom } from './random.ts';
import { streams } from './streams.ts';

/**
 * Which rows something happens to: exactly as many as the rates ask for, spread over the file, and known for any row
 * without a list. Each event lies at a random place of its own stratum.
 *
 *   rows    0 | 1 ············· | ················ | ················
 *   event       ····0···········   ·········1······   ·2··············
 *
 * Damages and repetitions take turns in the proportion of their counts, and among repetitions duplicates and suspects. Row 0
 * stays untouched when there are repetitions: each then has an earlier row to repeat.
 */
export class Schedule {
  readonly damages: number;
  readonly #repetitions: number;
  readonly #suspects: number;
  readonly #rows: number;
  readonly #first: number;
  readonly #random: RowRandom;

  constructor(rows: number, shares: { errors: number; duplicates: number; suspects: number }, random: RowRandom) {
    this.#suspects = countOf(rows, shares.suspects);
    this.#repetitions = Math.min(countOf(rows, shares.duplicates) + this.#suspects, Math.max(0, rows - 1));
    this.#first = this.#repetitions > 0 ? 1 : 0;
    this.damages = Math.min(countOf(rows, shares.errors), rows - this.#first - this.#repetitions);
    this.#rows = rows;
    this.#random = random;
  }

  get events(): number {
    return this.damages + this.#repetitions;
  }

  /** The row of one event, or the number of rows for the event after the last. */
  rowOf(event: number): number {
    if (event >= this.events) return this.#rows;
    const from = this.#stratum(event);
    const size = this.#stratum(event + 1) - from;
    return from + this.#random.start(event, streams.schedule).belowLarge(size);
  }

  isEvent(row: number): boolean {
    if (this.events === 0 || row < this.#first) return false;
    let event = Math.floor(((row - this.#first) * this.events) / (this.#rows - this.#first));
    while (event > 0 && this.#stratum(event) > row) event--;
    while (event + 1 < this.events && this.#stratum(event + 1) <= row) event++;
    return this.rowOf(event) === row;
  }

  /** What an event is, and how many of its own sort come before it. */
  sortOf(event: number): { sort: 'damage' | 'duplicate' | 'suspect'; ordinal: number } {
    const repetition = takeTurn(event, this.#repetitions, this.events);
    if (!repetition.isOne) return { sort: 'damage', ordinal: event - repetition.before };
    const suspect = takeTurn(repetition.before, this.#suspects, this.#repetitions);
    if (suspect.isOne) return { sort: 'suspect', ordinal: suspect.before };
    return { sort: 'duplicate', ordinal: repetition.before - suspect.before };
  }

  #stratum(event: number): number {
    return this.#first + Math.floor(((this.#rows - this.#first) * event) / this.events);
  }
}

function countOf(rows: number, rate: number): number {
  return rate > 0 ? Math.max(1, Math.round(rows * rate)) : 0;
}

/** Whether turn `index` of `all` belongs to the `some` that are spread evenly over them, and how many of those come before it. */
function takeTurn(index: number, some: number, all: number): { isOne: boolean; before: number } {
  const before = Math.floor((index * some) / all);
  return { isOne: Math.floor(((index + 1) * some) / all) > before, before };
}
