import { pieceBytes } from '../scan/kernel/contract.ts';
import type { Kernel } from '../scan/kernel/kernel.ts';

/** More than the records of a stretch come to when they are written; one that is larger is shown. */
const outBytes = 1 << 20;
/** The kernel copies 16 bytes at a time. */
const pieceSlack = 16;

/** What the kernel writes of records that it need not show. */
export interface Writing {
  /** Text that stands in what is written. */
  pieces: string[];
  /** A byte a record, or one for each that is asked for; null: there are none. */
  marks: Uint8Array | null;
  /** Takes what was written; it is lent during the call. */
  take(memory: Uint8Array, from: number, to: number): void;
}

/** Where the kernel writes, and who takes it. */
export interface Written {
  /** Takes what it needs of the kernel's memory from `at` on, and returns the first address after that. */
  place(at: number): number;
  /** Takes what was written before a record that is shown, as its event says. */
  takeUntil(at: number): void;
  /** Takes the rest, when a stretch has been scanned. */
  takeRest(): void;
}

/**
 * Has the kernel write.
 *
 *   pieces   address, length │ …      texts      marks      out
 */
export function createWritten(kernel: Kernel, { pieces, marks, take }: Writing): Written {
  let outAt = 0;
  let outEnd = 0;
  let takenTo = 0;
  let marksAt = 0;
  let piecesAt = 0;
  const takeUntil = (at: number): void => {
    if (at > takenTo) take(kernel.bytes(), takenTo, at);
    takenTo = at;
  };
  const start = (): void => {
    kernel.placeWriting(outAt, outEnd, marksAt, piecesAt);
    takenTo = outAt;
  };
  return {
    place(at) {
      const texts = pieces.map((text) => new TextEncoder().encode(text));
      const textsAt = at + texts.length * pieceBytes;
      const textBytes = texts.reduce((sum, { length }) => sum + length + pieceSlack, 0);
      piecesAt = at;
      marksAt = marks === null ? 0 : textsAt + textBytes;
      outAt = textsAt + textBytes + (marks?.length ?? 0);
      outEnd = kernel.reserve((outAt + outBytes + 7) & ~7);
      const table = new Uint32Array(kernel.memory.buffer, piecesAt, texts.length * 2);
      let textAt = textsAt;
      for (const [index, text] of texts.entries()) {
        table.set([textAt, text.length], index * 2);
        kernel.bytes().set(text, textAt);
        textAt += text.length + pieceSlack;
      }
      if (marks !== null) kernel.bytes().set(marks, marksAt);
      start();
      return outEnd;
    },
    takeUntil,
    takeRest() {
      takeUntil(kernel.read('writtenTo'));
      start();
    },
  };
}
