import type { Dialect, KnownLines } from '../../plan/dialect.ts';
import { footStarters } from '../../plan/lines/foot-lines.ts';
import { startersBytes } from '../kernel/contract.ts';

/** The first pair of bytes of which the first is not ASCII. */
const notAscii = 0x8000;
/** What folding takes off the front of a header. */
const droppedInFront = "'`\u3000\ufeff\u00a0\u200b“‘";
/** It was made of bytes that are no character: whatever a line begins with may have been. */
const noCharacter = '\ufffd';

/** What cells of lines begin with that may be no records, by the first two bytes. */
export interface Starters {
  /** A bit for each pair, as the kernel reads them. */
  table: Uint8Array;
  /** Pairs that the header of the codes, and the first cells of lines like it, begin with; null: any pair may. */
  headerPairs: ReadonlySet<number> | null;
}

/** Files of one system have the same headers. */
const recalled = new Map<string, Starters>();
const mostRecalled = 100;

export function recallStarters(known: KnownLines, encoding: Dialect['encoding']): Starters {
  const key = [encoding, known.codeColumn, ...known.header, ...known.others].join('\u0001');
  let starters = recalled.get(key);
  if (starters === undefined) {
    starters = { table: createTable(known, encoding), headerPairs: findHeaderPairs(known, encoding) };
    if (recalled.size > mostRecalled) recalled.clear();
    recalled.set(key, starters);
  }
  return starters;
}

function createTable({ header, others }: KnownLines, encoding: Dialect['encoding']): Uint8Array {
  const table = new Uint8Array(startersBytes);
  const lines = others.flatMap((line) => line.split('\u0001'));
  const firstCharacters = new Set([...footStarters, ...[...header, ...lines].map((cell) => [...cell][0] ?? '')]);
  if (firstCharacters.has(noCharacter)) table.fill(0xff, notAscii >> 3);
  for (const pair of listPairs(firstCharacters, encoding)) setBit(table, pair);
  return table;
}

function findHeaderPairs(
  { header, others, codeColumn }: KnownLines,
  encoding: Dialect['encoding'],
): Set<number> | null {
  const firstCells = others.map((line) => line.split('\u0001').find((cell) => cell !== '') ?? '');
  const firstCharacters = [header[codeColumn] ?? '', ...firstCells].map((cell) => [...cell][0] ?? '');
  return firstCharacters.includes(noCharacter)
    ? null
    : new Set(listPairs([...firstCharacters, ...droppedInFront], encoding));
}

function setBit(table: Uint8Array, pair: number): void {
  if (pair >= 0) table[pair >> 3] = (table[pair >> 3] ?? 0) | (1 << (pair & 7));
}

/** The first two bytes of each of some characters, however a header writes it. */
function listPairs(characters: Iterable<string>, encoding: Dialect['encoding']): number[] {
  return [...characters].flatMap(listSpellings).map((form) => encodePair(form, encoding));
}

/** A character as headers are written, which are compared folded: in both cases, and full-width. */
function listSpellings(character: string): string[] {
  const code = character.charCodeAt(0);
  const wide = character.length === 1 && code > 0x20 && code < 0x7f ? [String.fromCharCode(code + 0xfee0)] : [];
  return [character, character.toUpperCase(), ...wide];
}

const encoder = new TextEncoder();
const gb18030Pairs = new Map<string, number>();
/** Every character of two bytes, in the order of these. */
let pairText: string | undefined;

/** The first two bytes of a character as one number; of an ASCII one only the first counts. -1: it is not to be had. */
function encodePair(character: string, encoding: Dialect['encoding']): number {
  if (character === '') return -1;
  const [first = 0, second = 0] = encoder.encode(character);
  if (first < 0x80) return first << 8;
  if (encoding === 'utf-8') return (first << 8) | second;
  const pair = gb18030Pairs.get(character) ?? findGb18030Pair(character);
  gb18030Pairs.set(character, pair);
  return pair;
}

/** Second bytes that each first one has: 0x40 to 0xfe, but for 0x7f. */
const trailCount = 190;
const trailsBeforeGap = 0x3f;

function findGb18030Pair(character: string): number {
  pairText ??= decodePairs();
  const at = pairText.indexOf(character);
  if (at < 0) return findLongGb18030Pair(character);
  const trail = at % trailCount;
  return ((0x81 + Math.floor(at / trailCount)) << 8) | (0x40 + trail + (trail >= trailsBeforeGap ? 1 : 0));
}

/** The first half of a character that takes four bytes. */
function findLongGb18030Pair(character: string): number {
  for (let first = 0x81; first <= 0x84; first++) {
    for (let second = 0x30; second <= 0x39; second++) {
      const bytes: number[] = [];
      for (let third = 0x81; third <= 0xfe; third++) {
        for (let fourth = 0x30; fourth <= 0x39; fourth++) bytes.push(first, second, third, fourth);
      }
      const text = new TextDecoder('gb18030', { ignoreBOM: true }).decode(Uint8Array.from(bytes));
      if (text.includes(character)) return (first << 8) | second;
    }
  }
  return -1;
}

function decodePairs(): string {
  const bytes: number[] = [];
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) if (second !== 0x7f) bytes.push(first, second);
  }
  return new TextDecoder('gb18030').decode(Uint8Array.from(bytes));
}
