import { maskIdentityNumbers } from '../code/mask.ts';
import { normalizeName } from '../code/normalize.ts';
import { createDecode, readCell } from '../scan/cell.ts';
import { createFault } from '../scan/fault.ts';
import { unitLimit } from '../scan/kernel/layout.ts';
import { type UnitList, unitPartitions } from '../scan/units.ts';
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
  units: UnitCounts[];
  /**
   * The numbers here of the spellings of one range; ranges are entered in file order.
   *
   * @throws {UsccError} `input` with the fault `too-many-units`
   */
  enter(list: UnitList, encoding: string): Uint32Array;
}

const unknown = '?';
const spellingLimit = 4 * unitLimit;

/** An empty book. */
export function createUnitBook(): UnitBook {
  const units: UnitCounts[] = [];
  const numbers = new Map<string, number>();
  /** By encoding: the number of each spelling, its bytes as characters. */
  const known = new Map<string, Map<string, number>>();
  const latin = new TextDecoder('latin1');

  const find = (cell: string): number => {
    const { key, name } = readUnit(cell);
    let number = numbers.get(key);
    if (number === undefined) {
      number = units.length;
      if (number === unitLimit) throw createFault({ kind: 'too-many-units' });
      numbers.set(key, number);
      units.push(createUnitCounts(name));
    }
    return number;
  };

  return {
    units,
    enter({ bytes, ends }, encoding) {
      const spellings = known.get(encoding) ?? new Map<string, number>();
      known.set(encoding, spellings);
      const decode = createDecode(encoding);
      const all = latin.decode(bytes);
      return Uint32Array.from(ends, (end, index) => {
        const start = ends[index - 1] ?? 0;
        const seen = spellings.get(all.slice(start, end));
        if (seen !== undefined) return seen;
        const number = find(readCell(bytes, start, end, decode));
        if (spellings.size === spellingLimit) throw createFault({ kind: 'too-many-units' });
        // Decoded by itself, so that it does not keep the text of all of them.
        spellings.set(latin.decode(bytes.subarray(start, end)), number);
        return number;
      });
    },
  };
}

/** A cell of units: what it is compared by, and how it is shown. */
export function readUnit(cell: string): { key: string; name: string } {
  const masked = maskIdentityNumbers(cell);
  const key = normalizeName(masked);
  return key === '' || key === unknown ? { key: unknown, name: unknown } : { key, name: masked.trim() };
}

export function createUnitCounts(unit: string): UnitCounts {
  return { unit, conforming: 0, erroneous: 0, unconverted: 0, missing: 0, excess: 0, conformingExcess: 0 };
}

/** Adds the records of one range, `numbers` being what the book made of its spellings. */
export function addUnits({ units }: UnitBook, numbers: Uint32Array, { counts }: UnitList): void {
  for (const [index, number] of numbers.entries()) {
    const unit = units[number];
    if (unit === undefined) continue;
    for (const [at, partition] of unitPartitions.entries()) unit[partition] += counts[index * 4 + at] ?? 0;
  }
}
