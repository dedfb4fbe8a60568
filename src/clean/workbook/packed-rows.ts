import type { CellValue } from '../../write/workbook/row.ts';

/** Rows kept as bytes, so that a million of them take little more than what they say. */
export interface PackedRows extends Iterable<CellValue[]> {
  add(row: CellValue[]): void;
}

const blockBytes = 1 << 20;
const newline = 0x0a;

export function createPackedRows(): PackedRows {
  const encoder = new TextEncoder();
  const blocks: Uint8Array[] = [];
  let block = new Uint8Array(blockBytes);
  let length = 0;
  return {
    add(row) {
      const text = JSON.stringify(row);
      if (length + text.length * 3 + 1 > block.length) {
        if (length > 0) blocks.push(block.subarray(0, length));
        block = new Uint8Array(Math.max(blockBytes, text.length * 3 + 1));
        length = 0;
      }
      length += encoder.encodeInto(text, block.subarray(length)).written;
      block[length++] = newline;
    },
    *[Symbol.iterator]() {
      const decoder = new TextDecoder();
      for (const each of [...blocks, block.subarray(0, length)]) {
        for (const line of decoder.decode(each).split('\n')) if (line !== '') yield JSON.parse(line) as CellValue[];
      }
    },
  };
}
