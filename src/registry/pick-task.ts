import { maskIdentityNumbers } from '../code/mask.ts';
import { normalize, normalizeName } from '../code/normalize.ts';
import { createDecode, readCell } from '../scan/cell.ts';
import type { Dialect } from '../scan/dialect.ts';
import type { Kernel } from '../scan/kernel/kernel.ts';
import {
  freeAt,
  hashFlag,
  hashTextFlag,
  otherEncodingFlag,
  pickedEvent,
  pickFlag,
  textAt,
} from '../scan/kernel/layout.ts';
import { type Range, type ScanEvent, scanRange } from '../scan/scan-range.ts';
import type { ByteSource, SourceReference } from '../scan/source.ts';

const longestText = 5000;

/** Some records of a range to read again. */
export interface PickTask {
  kind: 'pick';
  source: SourceReference;
  dialect: Dialect;
  /** Its first record's start is known. */
  range: Range;
  /** Records of the range. */
  records: number;
  /** Record numbers, from 0 at the range's start, each once. */
  rows: Uint32Array<ArrayBuffer>;
  /** `numbers`: names and normalized codes as 64-bit numbers; `text`: as text, with lines. */
  want: 'numbers' | 'text';
}

/** What was asked for, in the order of the task's rows. */
export interface PickResult {
  /** Four words a row: number of the normalized name (0: empty), number of the normalized code. */
  numbers: Uint32Array<ArrayBuffer>;
  lines: Uint32Array<ArrayBuffer>;
  /** Normalized codes and names as written; resident ID numbers masked. */
  codes: string[];
  names: string[];
}

/** Reads again the records that turned out to be of interest. */
export async function performPick(kernel: Kernel, source: ByteSource, task: PickTask): Promise<PickResult> {
  const { dialect, rows, want } = task;
  const wantedAt = freeAt;
  const numbersAt = wantedAt + (((task.records + 2) * 4 + 7) & ~7);
  const inputAt = kernel.reserve(numbersAt + rows.length * 16);
  const wanted = new Uint32Array(kernel.memory.buffer, wantedAt, task.records + 1).fill(0);
  for (const [slot, row] of rows.entries()) wanted[row] = slot + 1;
  configure(kernel, task, wantedAt, numbersAt);
  const decode = createDecode(dialect.encoding);
  const lines = new Uint32Array(want === 'text' ? rows.length : 0);
  const codes: string[] = new Array(lines.length).fill('');
  const names: string[] = new Array(lines.length).fill('');
  const visit = (event: ScanEvent): void => {
    if (event.kind !== pickedEvent) return;
    const index = event.slot - 1;
    const code = normalize(readCell(kernel.bytes(), event.codeStart, event.codeEnd, decode));
    const name = readCell(kernel.bytes(), event.nameStart, event.nameEnd, decode);
    if (want === 'numbers') {
      writeNumber(kernel, normalizeName(name), numbersAt + index * 16);
      writeNumber(kernel, code, numbersAt + index * 16 + 8);
      return;
    }
    lines[index] = event.line;
    codes[index] = code;
    names[index] = maskIdentityNumbers(name);
  };
  await scanRange({ kernel, source, dialect, range: task.range, inputAt, visitor: { visit } });
  const numbers = new Uint32Array(kernel.memory.buffer, numbersAt, want === 'numbers' ? rows.length * 4 : 0).slice();
  return { numbers, lines, codes, names };
}

function configure(kernel: Kernel, { dialect, want }: PickTask, wantedAt: number, numbersAt: number): void {
  const hashing = hashFlag | hashTextFlag | (dialect.encoding === 'utf-8' ? 0 : otherEncodingFlag);
  kernel.configure(
    dialect.delimiter,
    dialect.codeColumn,
    dialect.nameColumn,
    dialect.columnCount,
    pickFlag | (want === 'numbers' ? hashing : 0),
    wantedAt,
    numbersAt,
  );
  kernel.clearEvents();
}

function writeNumber(kernel: Kernel, text: string, at: number): void {
  new BigUint64Array(kernel.memory.buffer, at, 1)[0] = 0n;
  if (text !== '') kernel.hashInto(textAt, kernel.writeText(shorten(text)), at);
}

/** Text that fits the kernel's memory: what is too long keeps both ends, its length, and a sum of all of it. */
function shorten(text: string): string {
  if (text.length <= longestText) return text;
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum = (Math.imul(sum, 0x01000193) ^ text.charCodeAt(at)) >>> 0;
  return `${text.slice(0, 2000)}\n${text.length}\n${sum}\n${text.slice(-2000)}`;
}
