import type { FilePlan } from '../engine/plan/plan.ts';
import { readBytes } from '../tables/byte-source.ts';
import { quoteCell } from '../tables/delimited/quote-cell.ts';
import { type Encoding, measureByteOrderMark } from '../tables/encoding.ts';
import { formatRows } from '../write/delimited.ts';
import { makeEncoder } from '../write/encoder.ts';
import { type ByteList, createByteList } from './byte-list.ts';

/** Columns in front of removed rows; scripts rely on them. */
const REMOVED_COLUMNS = ['file', 'row', 'line', 'why', 'kept_file', 'kept_row'];
/** Columns in front of rows of conflicts. */
const CONFLICT_COLUMNS = ['group', 'file', 'row', 'line'];

/** How a list beside the table is written: as the table is. Each piece that is handed over holds whole rows. */
export interface ListDialect {
  encoding: Encoding;
  delimiter: string;
  hasHeader: boolean;
}

/** What takes the bytes of each; they are only lent. */
export interface TableHandlers {
  /** Takes the table without what was removed, in order. */
  onKept?(bytes: Uint8Array): void | Promise<void>;
  /** Takes the removed rows: `file,row,line,why,kept_file,kept_row` and the row as it was. */
  onRemoved?(bytes: Uint8Array, dialect: ListDialect): void | Promise<void>;
  /** Takes the rows of conflicting duplicates: `group,file,row,line` and the row as it was. */
  onConflicts?(bytes: Uint8Array, dialect: ListDialect): void | Promise<void>;
}

interface RecordLocation {
  file: number;
  row: number;
  line: number;
}

/** The table that is kept and the lists beside it, all written as the first file is. */
export interface TableOutput {
  keep(bytes: Uint8Array): Promise<void>;
  /** Ends the line that was kept last, if nothing has. */
  breakLine(): Promise<void>;
  /** Lists a row as removed: `record` is its bytes without a line break. */
  remove(where: RecordLocation, why: string, kept: { file: number; row: number }, record: Uint8Array): void;
  /** Lists a row of a conflict. */
  list(group: number, where: RecordLocation, record: Uint8Array): void;
  /** Hands over what was listed since the last time. */
  flush(): Promise<void>;
}

const headBytes = 64 << 10;

/** @param plans of all files, the first of which says how everything is written */
export async function openTableOutput(
  plans: FilePlan[],
  { onKept, onRemoved, onConflicts }: TableHandlers,
): Promise<TableOutput> {
  const plan = plans[0] as FilePlan;
  const input = plan.original;
  const pathOf = (file: number): string => plans[file]?.path ?? '';
  const head = await readBytes(input.source, 0, headBytes);
  const hasMark = input.table !== undefined || measureByteOrderMark(head, plan.encoding) > 0;
  const text = new TextDecoder(plan.encoding).decode(head);
  const rows = createRowList(plan, hasMark, /\r\n|\n|\r/.exec(text)?.[0] ?? '\n');
  const isWide = plan.encoding.startsWith('utf-16');
  const removed = createByteList();
  const conflicts = createByteList();
  let last = new Uint8Array();
  const { encoding, delimiter } = plan;
  const dialect: ListDialect = { encoding, delimiter, hasHeader: plan.header !== null };
  await onRemoved?.(rows.header(REMOVED_COLUMNS), dialect);
  await onConflicts?.(rows.header(CONFLICT_COLUMNS), dialect);
  const keep = async (bytes: Uint8Array): Promise<void> => {
    if (bytes.length === 0) return;
    last = bytes.slice(-2);
    await onKept?.(bytes);
  };
  return {
    keep,
    async breakLine() {
      const end = new TextDecoder(isWide ? plan.encoding : 'latin1').decode(last);
      if (last.length > 0 && !/[\r\n]$/.test(end)) await keep(rows.lineBreak);
    },
    remove({ file, row, line }, why, kept, record) {
      if (onRemoved === undefined) return;
      rows.add(removed, [pathOf(file), row, line, why, pathOf(kept.file), kept.row], record);
    },
    list(group, { file, row, line }, record) {
      if (onConflicts !== undefined) rows.add(conflicts, [group, pathOf(file), row, line], record);
    },
    async flush() {
      const [gone, listed] = [removed.take(), conflicts.take()];
      if (gone.length > 0) await onRemoved?.(gone, dialect);
      if (listed.length > 0) await onConflicts?.(listed, dialect);
    },
  };
}

/**
 * Rows of a table, each behind columns that say something of it:
 *
 *   a.csv,17,18,repeated,a.csv,3,  91350100M000100Y43,甲公司,2020-01-01
 *   └──────────── ours ─────────┘  └──────── the row as it was ───────┘
 *
 * Written as the table is: encoding, delimiter, line breaks.
 */
export interface RowList {
  lineBreak: Uint8Array;
  /** The mark and the header, if the table has one. */
  header(columns: string[]): Uint8Array;
  /** Adds one row to a list; `record` is its bytes without a line break. */
  add(list: ByteList, values: (string | number)[], record: Uint8Array): void;
}

/** @param lineBreak of the table */
function createRowList(plan: FilePlan, hasMark: boolean, lineBreak: string): RowList {
  const encodeText = makeEncoder(plan.encoding);
  const encoder = new TextEncoder();
  const encode = (text: string): Uint8Array => encodeText(encoder.encode(text));
  const isUtf8 = plan.encoding === 'utf-8';
  const end = encode(lineBreak);
  return {
    lineBreak: end,
    header(columns) {
      const text = plan.header === null ? '' : formatRows([[...columns, ...plan.header]], plan.delimiter, lineBreak);
      return encode((hasMark ? '\ufeff' : '') + text);
    },
    add(list, values, record) {
      const text = values.map((value) => quoteCell(String(value), plan.delimiter) + plan.delimiter).join('');
      if (isUtf8) list.addText(text);
      else list.add(encode(text));
      list.add(record);
      list.add(end);
    },
  };
}
