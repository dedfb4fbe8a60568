/** What becomes of a record: it repeats another; it lost a conflict; it is moved with its conflict; it stays and is listed. */
export const fates = { repeated: 0, dropped: 1, moved: 2, listed: 3 } as const;
export type Fate = (typeof fates)[keyof typeof fates];

/** One record with a fate, and the record that stays in its place (`range`, `row`), or its conflict's number in `range`. */
export interface Mark {
  row: number;
  fate: Fate;
  otherRange: number;
  otherRow: number;
}

/**
 * Marks by range, sixteen bytes each:
 *
 *   range 0   row fate other other │ row fate other other │ …
 *   range 3   …
 */
export interface Marks {
  add(range: number, mark: Mark): void;
  /** The marks of a range by row; they are gone afterwards. */
  take(range: number): Mark[];
}

const fields = 4;

export function createMarks(): Marks {
  const lists = new Map<number, { numbers: Uint32Array<ArrayBuffer>; length: number }>();
  return {
    add(range, { row, fate, otherRange, otherRow }) {
      let list = lists.get(range);
      if (list === undefined) {
        list = { numbers: new Uint32Array(fields * 16), length: 0 };
        lists.set(range, list);
      }
      if (list.length === list.numbers.length) {
        const longer = new Uint32Array(list.length * 2);
        longer.set(list.numbers);
        list.numbers = longer;
      }
      const { numbers, length } = list;
      numbers[length] = row;
      numbers[length + 1] = fate;
      numbers[length + 2] = otherRange;
      numbers[length + 3] = otherRow;
      list.length += fields;
    },
    take(range) {
      const { numbers = new Uint32Array(), length = 0 } = lists.get(range) ?? {};
      lists.delete(range);
      const marks = Array.from({ length: length / fields }, (_, index): Mark => {
        const [row = 0, fate = 0, otherRange = 0, otherRow = 0] = numbers.subarray(
          index * fields,
          (index + 1) * fields,
        );
        return { row, fate: fate as Fate, otherRange, otherRow };
      });
      return marks.sort((a, b) => a.row - b.row);
    },
  };
}

/** Whether a record is one of a conflict that nothing was decided of. */
export function isConflict({ fate }: Mark): boolean {
  return fate === fates.moved || fate === fates.listed;
}
