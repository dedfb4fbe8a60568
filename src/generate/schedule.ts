import type { RowRandom } from './random.ts';
import { streams } from './streams.ts';

/**
 * Which rows something happens to: exactly as many as the rates ask for, spread over the file, and known for any row
 * without a list. Each event lies at a random place of its own stratum.
 *
 *   rows    0 | 1 ············· | ················ | ················
 *   event       ····0···········   ·········1······   ·2··············
 *
 * Damages and duplicates take turns in the proportion of their counts. Row 0 stays untouched when there are duplicates:
 * every duplicate then has an earlier row to repeat.
 */
export class Schedule {
  readonly damages: number;
  readonly duplicates: number;
  readonly #rows: number;
  readonly #first: number;
  readonly #random: RowRandom;

  constructor(rows: number, errors: number, duplicates: number, random: RowRandom) {
    this.duplicates = Math.min(countOf(rows, duplicates), Math.max(0, rows - 1));
    this.#first = this.duplicates > 0 ? 1 : 0;
    this.damages = Math.min(countOf(rows, errors), rows - this.#first - this.duplicates);
    this.#rows = rows;
    this.#random = random;
  }

  get events(): number {
    return this.damages + this.duplicates;
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

  /** Whether an event is a duplicate, and how many of its own sort come before it. */
  sortOf(event: number): { duplicate: boolean; ordinal: number } {
    const before = Math.floor((event * this.duplicates) / this.events);
    const duplicate = Math.floor(((event + 1) * this.duplicates) / this.events) > before;
    return { duplicate, ordinal: duplicate ? before : event - before };
  }

  #stratum(event: number): number {
    return this.#first + Math.floor(((this.#rows - this.#first) * event) / this.events);
  }
}

function countOf(rows: number, rate: number): number {
  return rate > 0 ? Math.max(1, Math.round(rows * rate)) : 0;
}
