import { byteOrderMarks, makeEncoder } from '../write/encoder.ts';
import { Cell } from './cell.ts';
import { CodeMaker } from './code-maker.ts';
import { damage } from './damage/index.ts';
import { makeLegacy } from './damage/legacy.ts';
import type { Subject } from './damage/subject.ts';
import { dressCell } from './dress.ts';
import { divisionCode, Entities, type Entity, emptyEntity, takeIdentity, takeName } from './entity.ts';
import { type GenerateOptions, type ResolvedOptions, resolveOptions } from './options.ts';
import { Permutation } from './permutation.ts';
import { RowRandom } from './random.ts';
import { RowWriter, rowBytes } from './row-writer.ts';
import { Schedule } from './schedule.ts';
import { drawLook, type Look, looks } from './shape.ts';
import { streams } from './streams.ts';
import { suspectKinds } from './suspects.ts';
import { nameWords } from './words.ts';

/**
 * Writes a registry export that never was: made-up entities with real regions, right codes, and as many damaged and
 * duplicate ones as asked for. Every row follows from the seed and its number alone, so memory does not grow with rows.
 *
 *   row number ─▶ entity ─▶ code ─┬──────────────┬─ dress ─▶ row in UTF-8 ─▶ chunk ─▶ encoding
 *                                 └─ damage, other row's code
 *
 * @returns chunks that end between records
 * @throws {UsccError} `usage`
 * @example for (const chunk of generateRegistry({ rows: 1000, errors: 0.01 })) write(chunk)
 */
export function generateRegistry(options: GenerateOptions = {}): Generator<Uint8Array, void, undefined> {
  return write(new RegistryMaker(resolveOptions(options)));
}

function* write(maker: RegistryMaker): Generator<Uint8Array, void, undefined> {
  const { rows, encoding, chunkBytes } = maker.options;
  const encode = makeEncoder(encoding);
  const capacity = Math.max(chunkBytes, 1) + rowBytes;
  const mark = Uint8Array.from(byteOrderMarks[encoding]);
  if (mark.length > 0) yield mark;
  const writer = new RowWriter(new Uint8Array(capacity), maker.options.columns);
  writer.header(maker.look);
  for (let row = 0; row < rows; row++) {
    maker.write(row, writer);
    if (writer.at < chunkBytes) continue;
    yield encode(writer.bytes.subarray(0, writer.at));
    writer.bytes = new Uint8Array(capacity);
    writer.at = 0;
  }
  if (writer.at > 0) yield encode(writer.bytes.subarray(0, writer.at));
}

class RegistryMaker {
  readonly options: ResolvedOptions;
  readonly look: Look;
  /** Rows before they are repeated. */
  readonly #distinct: number;
  readonly #schedule: Schedule;
  readonly #entities: Entities;
  readonly #codes: CodeMaker;
  readonly #serials: Permutation;
  readonly #random: RowRandom;
  readonly #styles: RowRandom;
  readonly #entity: Entity = emptyEntity();
  readonly #other: Entity = emptyEntity();
  readonly #cell = new Cell();
  #event = 0;
  #eventRow = 0;

  constructor(options: ResolvedOptions) {
    const { rows, seed, shape } = options;
    this.options = options;
    this.look = looks[shape];
    this.#distinct = shape === 'twice' ? Math.ceil(rows / 2) : rows;
    this.#schedule = new Schedule(this.#distinct, options, new RowRandom(seed));
    this.#entities = new Entities(seed);
    this.#codes = new CodeMaker(seed);
    this.#serials = new Permutation(10_000, seed, streams.serial);
    this.#random = new RowRandom(seed);
    this.#styles = new RowRandom(seed);
    this.#eventRow = this.#schedule.rowOf(0);
  }

  /** Writes one row; rows must come in order. */
  write(row: number, writer: RowWriter): void {
    const index = row < this.#distinct ? row : row - this.#distinct;
    if (index === 0 && row > 0) this.#moveTo(0);
    const cell = this.#cell;
    this.#entities.describe(index, this.#entity);
    let truth: { kind: string; before: string } | null = null;
    if (index !== this.#eventRow) this.#writeValue(this.#entity);
    else {
      const { sort, ordinal } = this.#schedule.sortOf(this.#event);
      if (sort === 'damage') truth = this.#damage(ordinal);
      else truth = sort === 'duplicate' ? this.#repeat(index, ordinal) : this.#plant(index, ordinal);
      this.#moveTo(this.#event + 1);
    }
    const look = this.#dress(row, truth !== null, writer);
    if (truth !== null) this.options.onTruth?.({ row: row + 1, ...truth, after: cell.text() });
    writer.row(this.#entity, cell, look);
  }

  #moveTo(event: number): void {
    this.#event = event;
    this.#eventRow = this.#schedule.rowOf(event);
  }

  #dress(row: number, gentle: boolean, writer: RowWriter): Look {
    let { look } = this;
    if (this.options.shape === 'mixed') {
      // The name must not change with the row that carries it.
      const strayQuotes = this.#entity.word % 8 === 0;
      look = { ...drawLook(this.#styles.start(row, streams.style), gentle), strayQuotes };
      const blank = this.#styles.below(64);
      if (blank === 0) writer.newline(look);
      if (blank === 1) writer.emptyRow(look);
    }
    dressCell(this.#cell, look.dress);
    return look;
  }

  /** The value of a row to which nothing happens: its code, or a legacy identifier. */
  #writeValue(entity: Entity): void {
    this.#writeCode(entity);
    if (this.options.shape !== 'legacy') return;
    const random = this.#random.start(entity.index, streams.damage);
    if (random.below(8) > 0) this.#cell.set(makeLegacy(this.#subject(entity, 0, random)));
  }

  #writeCode(entity: Entity): void {
    this.#codes.write(entity, this.#cell.bytes);
    this.#cell.length = 18;
  }

  #damage(ordinal: number): { kind: string; before: string } {
    this.#writeCode(this.#entity);
    const before = this.#cell.text();
    const random = this.#random.start(this.#entity.index, streams.damage);
    const { kind, value } = damage(this.#subject(this.#entity, ordinal, random));
    this.#cell.set(value);
    return { kind, before };
  }

  /** Repeats an earlier row, under its name or under another. */
  #repeat(index: number, ordinal: number): { kind: string; before: string } {
    const conflicting = this.#findSource(index, ordinal % 2);
    this.#writeValue(this.#other);
    takeIdentity(this.#entity, this.#other);
    takeName(this.#entity, this.#other);
    if (conflicting) {
      const step = 1 + this.#random.start(index, streams.rename).below(nameWords.length - 1);
      this.#entity.word = (this.#entity.word + step) % nameWords.length;
    }
    return { kind: conflicting ? 'duplicate-conflicting' : 'duplicate-repeated', before: this.#cell.text() };
  }

  /**
   * Describes an untouched earlier row in `#other` and says whether its duplicates carry other names. That is settled by
   * the row itself, so that a code on three records is never both. Distances are spread evenly over their lengths in bits.
   */
  #findSource(index: number, parity: number): boolean {
    const random = this.#random.start(index, streams.duplicate);
    const bits = bitsOf(index);
    for (let attempt = 0; attempt < 64; attempt++) {
      const distance = 1 + random.belowLarge(2 ** (1 + random.below(bits)));
      const source = distance > index ? index - 1 - random.belowLarge(index) : index - distance;
      if (this.#schedule.isEvent(source)) continue;
      this.#entities.describe(source, this.#other);
      if (this.#other.parity === parity) return parity === 1;
    }
    this.#entities.describe(0, this.#other);
    return this.#other.parity === 1;
  }

  /** Enters an earlier row's entity once more, as what should be suspected of being it. */
  #plant(index: number, ordinal: number): { kind: string; before: string } {
    const random = this.#random.start(index, streams.suspect);
    for (let turn = 0; ; turn++) {
      const { kind, suits, change } = suspectKinds[(ordinal + turn) % suspectKinds.length] ?? suspectKinds[0];
      for (let attempt = 0; attempt < 256; attempt++) {
        const source = attempt === 255 ? 0 : random.belowLarge(index);
        if (this.#schedule.isEvent(source)) continue;
        this.#entities.describe(source, this.#other);
        if (!suits(this.#other)) continue;
        this.#writeCode(this.#other);
        const before = this.#cell.text();
        const value = change(this.#entity, this.#other, before, random);
        if (value === null) this.#writeCode(this.#entity);
        else this.#cell.set(value);
        return { kind, before };
      }
    }
  }

  #subject(entity: Entity, ordinal: number, random: RowRandom): Subject {
    const code = this.#cell.text();
    this.#serials.map(entity.index % 100_000_000);
    const serial = String(this.#serials.high * 10_000 + this.#serials.low).padStart(8, '0');
    return { code, organizationCode: code.slice(8, 17), region: divisionCode(entity), serial, ordinal, random };
  }
}

/** Binary digits of a whole number. */
function bitsOf(value: number): number {
  let bits = 0;
  for (let rest = value; rest >= 1; rest = Math.floor(rest / 2)) bits++;
  return bits;
}
