import {
  alphabet,
  codeValueAt,
  codeWeights,
  organizationAlphabet,
  organizationValueAt,
  organizationWeights,
} from '../../../code/standard/alphabet.ts';
import { pairs } from '../../../code/standard/authority-category.ts';
import { provincePrefixes } from '../../../code/standard/provinces.ts';
import { noEntry, pairCount, pairsAt, positionsAt, provincesAt, valuesAt } from './contract.ts';

/** The 34 province prefixes of GB/T 2260 in the order of their numbers, and 10 for the national bureau's 100000. */
export const provinces: readonly string[] = [...provincePrefixes, '10'];

const invalid = 1n << 58n;

/** Writes what the kernel needs of the standard into its memory: the rules themselves stand in src/code alone. */
export function writeTables(memory: WebAssembly.Memory): void {
  const bytes = new Uint8Array(memory.buffer);
  const positions = new BigUint64Array(memory.buffer, positionsAt, 18 * 256).fill(invalid);
  for (const character of alphabet) {
    for (let position = 0; position < 18; position++) {
      positions[(position << 8) | character.charCodeAt(0)] = positionEntry(position, character);
    }
  }
  bytes.fill(noEntry, pairsAt, pairsAt + 4096);
  if (pairs.length > pairCount) throw new Error('more pairs than a key has room for');
  for (const [number, pair] of pairs.entries()) {
    bytes[pairsAt + ((pair.authority.charCodeAt(0) & 63) << 6) + (pair.category.charCodeAt(0) & 63)] = number;
  }
  bytes.fill(noEntry, provincesAt, provincesAt + 256);
  for (const [number, province] of provinces.entries()) bytes[provincesAt + Number(province)] = number;
  bytes.fill(noEntry, valuesAt, valuesAt + 256);
  for (const character of organizationAlphabet) {
    bytes[valuesAt + character.charCodeAt(0)] = organizationValueAt(character, 0);
  }
}

/** What one character at one position adds to the sums of assembly/values/code.ts. */
function positionEntry(position: number, character: string): bigint {
  const isDigit = character >= '0' && character <= '9';
  if (position >= 2 && position < 8 && !isDigit) return invalid;
  if (position === 16 && !isDigit && character !== 'X') return invalid;
  const value = codeValueAt(character, 0);
  let entry = BigInt((value * (codeWeights[position] ?? 0)) % 31) << 40n;
  if (position >= 8 && position < 16) {
    const weighted = organizationValueAt(character, 0) * (organizationWeights[position - 8] ?? 0);
    entry |= BigInt(weighted % 11) << 50n;
    entry |= BigInt(value) << BigInt(5 * (position - 8));
  }
  if (position === 16) entry |= BigInt(character === 'X' ? 10 : Number(character)) << 50n;
  return entry;
}

/** Position 1 of the pair the kernel gives a number. */
export function authorityOfPair(number: number): string {
  return pairs[number]?.authority ?? '?';
}

/** Positions 3–8 by the number the kernel gives them. */
export function regionOf(number: number): string {
  return (provinces[Math.floor(number / 10_000)] ?? '') + String(number % 10_000).padStart(4, '0');
}

/** The other way. */
export function numberOfRegion(region: string): number {
  return provinces.indexOf(region.slice(0, 2)) * 10_000 + Number(region.slice(2));
}
