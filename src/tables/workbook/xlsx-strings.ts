import { BrokenError } from '../broken.ts';
import { addXmlText, clearCell, createCellBytes, undoEscapes } from '../delimited/cell-bytes.ts';
import { createCsvBytes, writeCell } from '../delimited/csv-bytes.ts';
import { packName, scanXml, type XmlVisitor } from './xml-bytes.ts';

/**
 * The shared strings of a workbook, each as the CSV cell it becomes, in blocks:
 *
 *   addresses   u32 × count   block << 22 | offset
 *   block    │ length u32 │ bytes │ length u32 │ bytes │ …      4 MiB, more for a single string beyond
 *
 * So a string takes its bytes and eight more, and reading a cell makes no object.
 */
export interface SharedStrings {
  /** Block and offset of a string: its length stands there, four bytes, and then the string. */
  find(index: number): { block: Uint8Array; at: number };
}

const blockBits = 22;
const blockBytes = 1 << blockBits;
const mostBlocks = 2 ** (32 - blockBits);
const item = packName('si');
const text = packName('t');
const phonetic = packName('rPh');

/** No strings at all. */
export const noStrings: SharedStrings = {
  find: (index) => {
    throw new BrokenError({ kind: 'no-shared-string', index });
  },
};

/** Reads the part that holds them. */
export async function readSharedStrings(pieces: AsyncIterable<Uint8Array>): Promise<SharedStrings> {
  const blocks: Uint8Array[] = [];
  let addresses = new Uint32Array(1024);
  let count = 0;
  let offset = blockBytes;
  const cell = createCellBytes();
  const csv = createCsvBytes();
  let isText = false;
  let isPhonetic = false;

  function addString(): void {
    if (cell.mayBeEscaped) undoEscapes(cell);
    writeCell(csv, cell);
    const { length } = csv;
    if (offset + length + 4 > (blocks.at(-1)?.length ?? 0)) {
      if (blocks.length >= mostBlocks) throw new BrokenError({ kind: 'too-many-strings' });
      blocks.push(new Uint8Array(Math.max(blockBytes, length + 4)));
      offset = 0;
    }
    if (count === addresses.length) {
      const more = new Uint32Array(count * 2);
      more.set(addresses);
      addresses = more;
    }
    addresses[count++] = (((blocks.length - 1) << blockBits) | offset) >>> 0;
    const block = blocks.at(-1) as Uint8Array;
    block[offset] = length & 0xff;
    block[offset + 1] = (length >>> 8) & 0xff;
    block[offset + 2] = (length >>> 16) & 0xff;
    block[offset + 3] = length >>> 24;
    block.set(csv.bytes.subarray(0, length), offset + 4);
    offset += length + 4;
    csv.length = 0;
    clearCell(cell);
  }

  const visitor: XmlVisitor = {
    open(name) {
      if (name === text) isText = !isPhonetic;
      else if (name === phonetic) isPhonetic = true;
    },
    close(name) {
      if (name === text) isText = false;
      else if (name === phonetic) isPhonetic = false;
      else if (name === item) addString();
    },
    text(bytes, from, to, isLiteral) {
      if (isText) addXmlText(cell, bytes, from, to, isLiteral);
    },
  };
  for await (const _ of scanXml(pieces, visitor, () => undefined));
  return {
    find(index) {
      if (!(index < count)) throw new BrokenError({ kind: 'no-shared-string', index });
      const address = addresses[index] as number;
      return { block: blocks[address >>> blockBits] as Uint8Array, at: address & (blockBytes - 1) };
    },
  };
}
