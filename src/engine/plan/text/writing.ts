import { refuse } from '../../../messages/refusal/index.ts';
import { type ByteSource, fillBytes } from '../../../tables/byte-source.ts';
import {
  type EncodingGuess,
  findBinary,
  guessEncoding,
  isWide,
  measureByteOrderMark,
} from '../../../tables/encoding.ts';
import type { Input } from '../../../tables/input.ts';
import { isMixed } from '../../../tables/mixed-encodings.ts';
import type { ScanOptions } from '../../options.ts';
import type { Kernel } from '../../scan/kernel/kernel.ts';
import { NoTableError } from '../no-table.ts';
import { headBytes } from './beginning.ts';
import { isUtf8 } from './head.ts';

/** Rooms for the beginnings of files that nobody looks at: many small files take no new memory each. */
const spareRooms: Uint8Array<ArrayBuffer>[] = [];

/**
 * Reads the first bytes of a source, for as long as they are looked at.
 *
 * @param bytes how many, at most as many as are read otherwise
 * @throws {NoTableError} when there are none
 */
export async function readFirst<Result>(
  { source, table, path }: Input,
  look: (first: Uint8Array) => Promise<Result>,
  bytes = headBytes,
): Promise<Result> {
  if (source.size === 0 && table?.engine === undefined)
    throw new NoTableError('rows', { kind: 'is-empty', file: path });
  return withRoom(async (room) => {
    const size = Math.min(bytes, source.size);
    return look(room.subarray(0, await fillBytes(source, 0, room.subarray(0, size))));
  });
}

async function withRoom<Result>(use: (room: Uint8Array) => Promise<Result>): Promise<Result> {
  const room = spareRooms.pop() ?? new Uint8Array(headBytes);
  try {
    return await use(room);
  } finally {
    spareRooms.push(room);
  }
}

/** How the characters of a file are written. */
export interface Writing extends EncodingGuess {
  /** Nobody named the encoding. */
  isGuessed: boolean;
  /** Each line in an encoding of its own. */
  isMixed: boolean;
}

/**
 * How much of a file is looked at: all that may tell; where UTF-8 that turns out to be none is noticed later, its beginning; or of that
 * nothing but the encoding, where what is not text is noticed later too.
 */
export type Look = 'all' | 'beginning' | 'encoding';

/**
 * Finds out how the characters of a file are written.
 *
 * @throws {UsccError} `input` when it is not text
 */
export async function findWriting(
  kernel: Kernel,
  original: Input,
  first: Uint8Array,
  options: ScanOptions,
  look: Look = 'all',
): Promise<Writing> {
  const { path: file, source, table } = original;
  if (table !== undefined) {
    return { encoding: 'utf-8', markBytes: 0, isOpen: false, isGuessed: false, isMixed: false };
  }
  const named = options.encoding === undefined || options.encoding === 'auto' ? null : options.encoding;
  let isKnown = false;
  const guess: EncodingGuess =
    named === null
      ? guessEncoding(first, first.length >= source.size, (bytes) => {
          isKnown = isUtf8(kernel, bytes);
          return isKnown;
        })
      : { encoding: named, markBytes: measureByteOrderMark(first, named), isOpen: false };
  const isGuessed = named === null && guess.markBytes === 0;
  if (isWide(guess.encoding)) return { ...guess, isGuessed, isMixed: false };
  if (look === 'encoding' && guess.encoding === 'utf-8') return { ...guess, isGuessed, isMixed: false };
  const binary = findBinary(first);
  if (binary !== undefined) throw refuse('input', { kind: 'is-binary', file, format: binary });
  if (look === 'beginning' && guess.encoding === 'utf-8') return { ...guess, isGuessed, isMixed: false };
  const isOneText = isKnown && (await staysUtf8(kernel, source, first.length));
  const isMixture =
    named === null && !isOneText && (await isMixed(source, first, isKnown, (bytes) => isUtf8(kernel, bytes)));
  return { ...guess, isOpen: guess.isOpen && !isMixture, isGuessed, isMixed: isMixture };
}

/** Whether a source whose end is near goes on as UTF-8: asking the kernel costs less than looking at samples. */
async function staysUtf8(kernel: Kernel, source: ByteSource, at: number): Promise<boolean> {
  const size = source.size - at;
  if (size <= 0 || size > headBytes) return false;
  return withRoom(async (room) => {
    const rest = room.subarray(0, await fillBytes(source, at, room.subarray(0, size)));
    // It may begin within a character.
    const start = rest.findIndex((byte) => (byte & 0xc0) !== 0x80);
    return start >= 0 && isUtf8(kernel, rest.subarray(start));
  });
}
