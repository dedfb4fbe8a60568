import { maskIdentityNumbers } from '../code/mask.ts';
import { normalizeName } from '../code/normalize.ts';
import { createDecode, type Decode, readCell } from '../scan/cell.ts';
import { createKernel } from '../scan/kernel/kernel.ts';
import { freeAt, unitLimit } from '../scan/kernel/layout.ts';
import { createUnitNumbers, fillUp, type UnitList } from '../scan/units.ts';
import type { PartitionCounts } from './report.ts';

/** What records of one unit come to. */
export interface UnitCounts extends PartitionCounts {
  /** As its first record writes it; `?` where the cell is empty. */
  unit: string;
  /** Records of duplicates, the first record of each left out. */
  excess: number;
  /** Of them, those that conform. */
  conformingExcess: number;
}

/** Every unit met so far, numbered in order of first appearance. */
export interface UnitBook {
  /** As the first record of each writes it; `?` where the cell is empty. */
  names: string[];
  /**
   * The numbers here of the spellings of one range; ranges are entered in file order.
   *
   * @throws {UsccError} `input` with the fault `too-many-units`
   */
  enter(list: UnitList, encoding: string): Uint32Array;
  /** Counts the records of one range, `numbers` being what `enter` made of its spellings. */
  addRecords(numbers: Uint32Array, list: UnitList): void;
  /** Counts a record of a duplicate beyond the first. */
  addExcess(number: number, conforms: boolean): void;
  list(): UnitCounts[];
}

/** conforming, erroneous, unconverted, missing, excess, conforming excess. */
const countWords = 6;
const unknown = '?';
const unmet = -1;

/** An empty book. */
export function createUnitBook(): UnitBook {
  const names: string[] = [];
  let counts = new Float64Array(countWords * 64);
  const byKey = new Map<string, number>();
  const spellings = createUnitNumbers(createKernel(), freeAt);
  /** By encoding: how its cells are read, and the unit of each spelling. */
  const known = new Map<string, { decode: Decode; unitOf: Int32Array }>();

  const find = (cell: string): number => {
    const { key, name } = readUnit(cell);
    let number = byKey.get(key);
    if (number === undefined) {
      number = names.length;
      byKey.set(key, number);
      names.push(name);
    }
    return number;
  };

  return {
    names,
    enter(list, encoding) {
      const { text, lengths } = list;
      const numbers = spellings.enter(list);
      const reading = known.get(encoding) ?? startReading(encoding);
      known.set(encoding, reading);
      const { decode, unitOf } = reading;
      let start = 0;
      for (let index = 0; index < lengths.length; index++) {
        const length = lengths[index] ?? 0;
        const spelling = numbers[index] ?? 0;
        if (unitOf[spelling] === unmet) unitOf[spelling] = find(readCell(text, start, start + length, decode));
        numbers[index] = unitOf[spelling] ?? 0;
        start += fillUp(length);
      }
      counts = fit(counts, names.length);
      return numbers;
    },
    addRecords(numbers, list) {
      for (let index = 0; index < numbers.length; index++) {
        const at = (numbers[index] ?? 0) * countWords;
        for (let partition = 0; partition < 4; partition++) {
          counts[at + partition] = (counts[at + partition] ?? 0) + (list.counts[index * 4 + partition] ?? 0);
        }
      }
    },
    addExcess(number, conforms) {
      const at = number * countWords + 4;
      counts[at] = (counts[at] ?? 0) + 1;
      if (conforms) counts[at + 1] = (counts[at + 1] ?? 0) + 1;
    },
    list: () =>
      names.map((unit, number) => {
        const [conforming = 0, erroneous = 0, unconverted = 0, missing = 0, excess = 0, conformingExcess = 0] =
          counts.subarray(number * countWords, (number + 1) * countWords);
        return { unit, conforming, erroneous, unconverted, missing, excess, conformingExcess };
      }),
  };
}

/** Counts with room for so many units. */
function fit(counts: Float64Array<ArrayBuffer>, unitCount: number): Float64Array<ArrayBuffer> {
  if (unitCount * countWords <= counts.length) return counts;
  const larger = new Float64Array(unitCount * countWords * 2);
  larger.set(counts);
  return larger;
}

function startReading(encoding: string): { decode: Decode; unitOf: Int32Array } {
  return { decode: createDecode(encoding), unitOf: new Int32Array(unitLimit).fill(unmet) };
}

/** A cell of units: what it is compared by, and how it is shown. */
export function readUnit(cell: string): { key: string; name: string } {
  const masked = maskIdentityNumbers(cell);
  const key = normalizeName(masked);
  return key === '' || key === unknown ? { key: unknown, name: unknown } : { key, name: masked.trim() };
}
