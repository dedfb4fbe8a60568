import { maskCell } from '../code/cell/mask.ts';
import { normalizeName } from '../code/cell/normalize.ts';
import { createDecode, type Decode, readCell } from '../engine/scan/cell.ts';
import { freeAt, unitLimit } from '../engine/scan/kernel/contract.ts';
import { createKernel } from '../engine/scan/kernel/kernel.ts';
import { createUnitNumbers, fillUp, type UnitList } from '../engine/scan/units.ts';
import { traitCount } from './causes/unit-traits.ts';
import { addWritingCounts, type WritingCounts, writingFaults } from './causes/writing-faults.ts';
import type { PartitionCounts } from './report.ts';

/** What records of one unit come to. */
export interface UnitCounts extends PartitionCounts {
  /** Natural persons without a code. */
  notApplicable: number;
  /** As its first record writes it; `?` where the cell is empty. */
  unit: string;
  /** Records of duplicates, the first record of each left out. */
  excess: number;
  /** Of them, those that conform. */
  conformingExcess: number;
  /** Its cells that are not written as their code, and in which ways. */
  writing: WritingCounts;
  /** What its problem records show, see `listUnitTraits`. */
  traits: Float64Array;
}

/** Every unit met so far, numbered in order of first appearance. */
export interface UnitRegister {
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
  /** Counts records of one unit whose codes are clean. */
  addConforming(cell: string, count: number): void;
  /** Counts cells of one unit that are not written as their code, and in which ways. */
  addWriting(cell: string, writing: readonly number[]): void;
  /** Counts what problem records of one range show, see `ScanResult.unitTraits`. */
  addTraits(numbers: Uint32Array, traits: Uint32Array): void;
  /** Takes records of one range, by unit, out of the missing ones: natural persons have no code. */
  excuse(numbers: Uint32Array, units: Uint32Array): void;
  /** Counts a record of a duplicate beyond the first. */
  addExcess(number: number, conforms: boolean): void;
  list(): UnitCounts[];
}

const faultWords = 1 + writingFaults.length;
/** conforming, erroneous, unconverted, missing, excess, conforming excess, not applicable; then forms. */
const faultsAt = 7;
const countWords = faultsAt + faultWords;
const unknown = '?';
const unmet = -1;

/** An empty register. */
export function createUnitRegister(): UnitRegister {
  const names: string[] = [];
  let counts = new Float64Array(countWords * 64);
  let traits = new Float64Array(0);
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
      counts = fit(counts, names.length * countWords);
      return numbers;
    },
    addRecords(numbers, list) {
      for (let index = 0; index < numbers.length; index++) {
        const at = (numbers[index] ?? 0) * countWords;
        for (let partition = 0; partition < 4; partition++) {
          counts[at + partition] = (counts[at + partition] ?? 0) + (list.counts[index * 4 + partition] ?? 0);
        }
        if (list.writing.length === 0) continue;
        for (let form = 0; form < faultWords; form++) {
          counts[at + faultsAt + form] =
            (counts[at + faultsAt + form] ?? 0) + (list.writing[index * faultWords + form] ?? 0);
        }
      }
    },
    addConforming(cell, count) {
      if (count === 0) return;
      const at = find(cell) * countWords;
      counts = fit(counts, names.length * countWords);
      counts[at] = (counts[at] ?? 0) + count;
    },
    addWriting(cell, writing) {
      if (writing[0] === 0) return;
      const at = find(cell) * countWords + faultsAt;
      counts = fit(counts, names.length * countWords);
      addWritingCounts(counts.subarray(at, at + faultWords), writing);
    },
    addTraits(numbers, traitNumbers) {
      if (traitNumbers.length === 0) return;
      traits = fit(traits, names.length * traitCount);
      for (const traitNumber of traitNumbers) {
        const unit = Math.floor(traitNumber / traitCount);
        const at = (numbers[unit] ?? 0) * traitCount + (traitNumber - unit * traitCount);
        traits[at] = (traits[at] ?? 0) + 1;
      }
    },
    excuse(numbers, units) {
      for (const unit of units) {
        const at = (numbers[unit] ?? 0) * countWords;
        counts[at + 3] = (counts[at + 3] ?? 0) - 1;
        counts[at + 6] = (counts[at + 6] ?? 0) + 1;
      }
    },
    addExcess(number, conforms) {
      const at = number * countWords + 4;
      counts[at] = (counts[at] ?? 0) + 1;
      if (conforms) counts[at + 1] = (counts[at + 1] ?? 0) + 1;
    },
    list: () =>
      names.map((unit, number) => {
        const own = counts.subarray(number * countWords, (number + 1) * countWords);
        const [conforming = 0, erroneous = 0, unconverted = 0, missing = 0] = own;
        const [excess = 0, conformingExcess = 0, notApplicable = 0] = own.subarray(4);
        const writing = [...own.subarray(faultsAt)] as WritingCounts;
        const shown = traits.subarray(number * traitCount, (number + 1) * traitCount);
        const partitions = { conforming, erroneous, unconverted, missing, notApplicable };
        return { unit, ...partitions, excess, conformingExcess, writing, traits: shown };
      }),
  };
}

/** Counts with room for so many. */
function fit(counts: Float64Array<ArrayBuffer>, length: number): Float64Array<ArrayBuffer> {
  if (length <= counts.length) return counts;
  const larger = new Float64Array(length * 2);
  larger.set(counts);
  return larger;
}

function startReading(encoding: string): { decode: Decode; unitOf: Int32Array } {
  return { decode: createDecode(encoding), unitOf: new Int32Array(unitLimit).fill(unmet) };
}

/** A cell of units: what it is compared by, and how it is shown. */
export function readUnit(cell: string): { key: string; name: string } {
  const masked = maskCell(cell);
  const key = normalizeName(masked);
  return key === '' || key === unknown ? { key: unknown, name: unknown } : { key, name: masked.trim() };
}
