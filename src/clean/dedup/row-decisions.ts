import type { SpillFile } from '../../engine/group/key-store.ts';
import { rowLimit } from '../../engine/plan/ranges.ts';

/** What becomes of a record: it repeats another; it lost a conflict; it is moved with its conflict; it stays and is listed. */
export const actions = { repeated: 0, dropped: 1, moved: 2, listed: 3 } as const;
export type RowAction = (typeof actions)[keyof typeof actions];

/** One record with a action, and the record that stays in its place (`range`, `row`), or its conflict's number in `range`. */
export interface RowDecision {
  row: number;
  action: RowAction;
  otherRange: number;
  otherRow: number;
}

/**
 * Marks by range, twelve bytes each: in memory up to a budget; when it is used up, all that are there go to a file.
 *
 *   range 0   row + action, other range, other row │ …      spilled: at 0, at 98304 …
 *   range 3   …                                           spilled: at 65536 …
 */
export interface RowDecisions {
  add(range: number, decision: RowDecision): void;
  /** The decisions of a range by row, in parts that are soon gone again, one at least. Afterwards there are none. */
  take(range: number): Iterable<RowDecision[]>;
}

interface DecisionList {
  numbers: Uint32Array<ArrayBuffer>;
  length: number;
  spilled: { at: number; length: number }[];
}

/** What a decision takes. */
export const decisionBytes = 12;
const fields = decisionBytes / 4;
const firstDecisions = 16;
const chunkDecisions = 1 << 13;

/** Marks that take `budgetBytes` of memory at most; all of it where there is nowhere to spill. */
export function createRowDecisions(budgetBytes: number, createSpill: (() => SpillFile) | undefined): RowDecisions {
  const lists = new Map<number, DecisionList>();
  let heldBytes = 0;
  let spill: SpillFile | null = null;
  const makeRoom = (list: DecisionList): void => {
    const grown = Math.max(fields * firstDecisions, list.length * 2);
    heldBytes += (grown - list.numbers.length) * 4;
    const longer = new Uint32Array(grown);
    longer.set(list.numbers);
    list.numbers = longer;
  };
  const spillAll = (create: () => SpillFile): void => {
    spill ??= create();
    for (const list of lists.values()) {
      const { numbers, length } = list;
      if (length === 0) continue;
      list.spilled.push({ at: spill.append(new Uint8Array(numbers.buffer, 0, length * 4)), length });
      list.numbers = new Uint32Array();
      list.length = 0;
    }
    heldBytes = 0;
  };
  return {
    add(range, { row, action, otherRange, otherRow }) {
      const list = lists.get(range) ?? { numbers: new Uint32Array(), length: 0, spilled: [] };
      lists.set(range, list);
      if (list.length === list.numbers.length) {
        if (createSpill !== undefined && heldBytes >= budgetBytes) spillAll(createSpill);
        makeRoom(list);
      }
      const { numbers, length } = list;
      numbers[length] = row + action * rowLimit;
      numbers[length + 1] = otherRange;
      numbers[length + 2] = otherRow;
      list.length += fields;
    },
    *take(range) {
      const list = lists.get(range);
      lists.delete(range);
      const numbers = list === undefined ? new Uint32Array() : joinNumbers(list, spill);
      // A row (below 2^24) and a place fit one exact number.
      const order = Float64Array.from(
        { length: numbers.length / fields },
        (_, index) => ((numbers[index * fields] ?? 0) % rowLimit) * rowLimit + index,
      ).sort();
      for (let first = 0; first === 0 || first < order.length; first += chunkDecisions) {
        yield Array.from(order.subarray(first, first + chunkDecisions), (key) => readDecision(numbers, key % rowLimit));
      }
    },
  };
}

/** The decisions in memory, and behind them those in the file. */
function joinNumbers({ numbers, length, spilled }: DecisionList, spill: SpillFile | null): Uint32Array {
  const all = new Uint32Array(spilled.reduce((sum, part) => sum + part.length, length));
  all.set(numbers.subarray(0, length));
  let filled = length;
  for (const { at, length } of spilled) {
    spill?.read(at, new Uint8Array(all.buffer, filled * 4, length * 4));
    filled += length;
  }
  return all;
}

function readDecision(numbers: Uint32Array, index: number): RowDecision {
  const first = numbers[index * fields] ?? 0;
  return {
    row: first % rowLimit,
    action: Math.floor(first / rowLimit) as RowAction,
    otherRange: numbers[index * fields + 1] ?? 0,
    otherRow: numbers[index * fields + 2] ?? 0,
  };
}

/** Whether a record is one of a conflict that nothing was decided of. */
export function isConflict({ action }: RowDecision): boolean {
  return action === actions.moved || action === actions.listed;
}
