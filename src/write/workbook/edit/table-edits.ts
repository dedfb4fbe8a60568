/** How an edited cell looks: put right, wrong, doubtful, what was added on the right, and the headings above that. */
export const looks = ['changed', 'bad', 'doubtful', 'added', 'heading'] as const;
export type Look = (typeof looks)[number];

/** One cell as it becomes. */
export interface CellEdit {
  /** From 0. */
  column: number;
  /** Null: what the cell holds stays. */
  text: string | null;
  look: Look;
}

/**
 * What becomes of one table. Rows are those of its sheet, or lines of its file, from 1; they may come in any order. A cell that is
 * edited twice takes both texts, on lines of their own, and the graver look.
 *
 *   rows     │ 104 │ 23 │ 981 │ …       numbers of a few bytes each, so that a million edits fit in memory
 *   columns  │   1 │  1 │   7 │ …
 *   looks    │   0 │  1 │   3 │ …
 *   texts    │ UTF-8, one after another, with their ends │
 */
export interface TableEdits {
  set(row: number, edit: CellEdit): void;
  remove(row: number): void;
  /** Columns added on the right: the first of them, from 0, and their widths in digits. */
  added: { first: number; widths: number[] } | null;
  /** Everything in order of rows; nothing can be added afterwards. */
  finish(): FinishedEdits;
}

export interface FinishedEdits {
  added: TableEdits['added'];
  /** Ascending. */
  removed: Uint32Array;
  /** The edits of a row, by column; rows must be asked for in ascending order. */
  of(row: number): CellEdit[];
}

const noText = 0xffff_ffff;

export function createTableEdits(): TableEdits {
  const encoder = new TextEncoder();
  let rows = new Uint32Array(1024);
  let columns = new Uint16Array(1024);
  let shown = new Uint8Array(1024);
  let starts = new Uint32Array(1024);
  let ends = new Uint32Array(1024);
  let texts = new Uint8Array(1 << 16);
  let textLength = 0;
  let count = 0;
  const removed: number[] = [];
  /** Reasons repeat themselves. */
  const known = new Map<string, { start: number; end: number }>();

  function keepText(text: string): { start: number; end: number } {
    const same = known.get(text);
    if (same !== undefined) return same;
    if (textLength + text.length * 3 > texts.length) texts = grow(texts, textLength + text.length * 3);
    const start = textLength;
    textLength += encoder.encodeInto(text, texts.subarray(start)).written;
    const place = { start, end: textLength };
    if (known.size < mostKnown) known.set(text, place);
    return place;
  }

  const edits: TableEdits = {
    added: null,
    set(row, { column, text, look }) {
      if (count === rows.length) {
        [rows, columns, shown] = [grow(rows, count + 1), grow(columns, count + 1), grow(shown, count + 1)];
        [starts, ends] = [grow(starts, count + 1), grow(ends, count + 1)];
      }
      const place = text === null ? { start: noText, end: noText } : keepText(text);
      rows[count] = row;
      columns[count] = column;
      shown[count] = looks.indexOf(look);
      starts[count] = place.start;
      ends[count++] = place.end;
    },
    remove: (row) => void removed.push(row),
    finish() {
      const order = sortRuns(count, (index) => (rows[index] ?? 0) * 65_536 + (columns[index] ?? 0));
      const decoder = new TextDecoder();
      let next = 0;
      return {
        added: edits.added,
        removed: Uint32Array.from(new Set(removed)).sort(),
        of(row) {
          const own: CellEdit[] = [];
          for (; next < count && (rows[order[next] ?? 0] ?? 0) <= row; next++) {
            const index = order[next] ?? 0;
            if (rows[index] !== row) continue;
            const start = starts[index] ?? noText;
            const text = start === noText ? null : decoder.decode(texts.subarray(start, ends[index]));
            const look = looks[shown[index] ?? 0] ?? 'changed';
            const last = own.at(-1);
            if (last === undefined || last.column !== columns[index]) {
              own.push({ column: columns[index] ?? 0, text, look });
            } else {
              if (text !== null && text !== last.text) last.text = last.text === null ? text : `${last.text}\n${text}`;
              if (look === 'bad') last.look = look;
            }
          }
          return own;
        },
      };
    },
  };
  return edits;
}

const mostKnown = 10_000;

function grow<List extends Uint8Array | Uint16Array | Uint32Array>(list: List, least: number): List {
  const Kind = list.constructor as new (length: number) => List;
  const longer = new Kind(Math.max(least, list.length * 2));
  longer.set(list);
  return longer;
}

/**
 * Numbers from 0 to before `count` in the order of their keys; those of one key stay in theirs. Edits come in a few long runs, each
 * in the order of rows, which are merged two by two.
 */
function sortRuns(count: number, key: (index: number) => number): Uint32Array {
  let order = Uint32Array.from({ length: count }, (_, index) => index);
  let merged = new Uint32Array(count);
  const starts = order.filter((index) => index > 0 && key(index) < key(index - 1));
  for (let ends = [...starts, count]; ends.length > 1; ) {
    const left: number[] = [];
    let from = 0;
    for (let run = 0; run < ends.length; run += 2) {
      const middle = ends[run] ?? count;
      const end = ends[run + 1] ?? middle;
      let [a, b] = [from, middle];
      for (let to = from; to < end; to++) {
        const takesLeft = b >= end || (a < middle && key(order[a] ?? 0) <= key(order[b] ?? 0));
        merged[to] = order[takesLeft ? a++ : b++] ?? 0;
      }
      left.push(end);
      from = end;
    }
    [order, merged] = [merged, order];
    ends = left;
  }
  return order;
}
