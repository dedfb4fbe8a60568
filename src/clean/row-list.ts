import type { FilePlan } from '../engine/plan/plan.ts';
import { makeEncoder } from '../generate/encoder.ts';
import type { ByteList } from './byte-list.ts';

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
export function createRowList(plan: FilePlan, hasMark: boolean, lineBreak: string): RowList {
  const encodeText = makeEncoder(plan.encoding);
  const encoder = new TextEncoder();
  const encode = (text: string): Uint8Array => encodeText(encoder.encode(text));
  const isUtf8 = plan.encoding === 'utf-8';
  const end = encode(lineBreak);
  const write = (value: string): string =>
    value.includes(plan.delimiter) || /["\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  const join = (values: (string | number)[]): string =>
    values.map((value) => write(String(value))).join(plan.delimiter);
  return {
    lineBreak: end,
    header(columns) {
      const text = plan.header === null ? '' : join([...columns, ...plan.header]) + lineBreak;
      return encode((hasMark ? '\ufeff' : '') + text);
    },
    add(list, values, record) {
      const text = join(values) + plan.delimiter;
      if (isUtf8) list.addText(text);
      else list.add(encode(text));
      list.add(record);
      list.add(end);
    },
  };
}
