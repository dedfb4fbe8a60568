import type { RegionFacts, RegionStatus } from '../code/verdict.ts';
import { type CodeTable, type NameTable, readName, unpackCodes, unpackNames } from './unpack.ts';

export type { RegionFacts, RegionStatus } from '../code/verdict.ts';

const nationalCode = '100000';
const digitCount = 6;
let codeTable: CodeTable | null = null;
let nameTable: NameTable | null = null;

/**
 * Administrative divisions of county level and up, 1981–2024 (GB/T 2260 and its yearly changes; areacodes project, CC0 1.0).
 *
 * A code is in use, or abolished (it was listed once), or unlisted: development zones and the like. `100000` stands for the
 * national bureaus. `370901` (市辖区) is in use when 370900 was ever listed, unless the table has an entry of its own for it.
 * Read on first use, which takes a few milliseconds.
 *
 * @example regions.name('370911') // '山东省泰安市岱岳区'
 * @example validate(code, { regions }).parts?.region.name
 */
export const regions: RegionFacts = Object.freeze({ status: findStatus, name: findName });

/** The six-digit codes in use, in ascending order. */
export function regionCodes(): string[] {
  const { indexes, inUseCount } = readCodes();
  return [...indexes.keys()].slice(0, inUseCount).map(String);
}

function findStatus(code: string): RegionStatus {
  const index = findIndex(code);
  if (index !== undefined) return index < readCodes().inUseCount ? 'in-use' : 'abolished';
  return code === nationalCode || standsForDistricts(code) ? 'in-use' : 'unlisted';
}

function findName(code: string): string | null {
  if (code === nationalCode) return '国家级';
  const name = findOwnName(code);
  if (name === null) return standsForDistricts(code) ? `${findName(prefectureOf(code))}市辖区` : null;
  if (code.endsWith('0000')) return name;
  const province = findOwnName(`${code.slice(0, 2)}0000`) ?? '';
  if (code.endsWith('00')) return province + name;
  return province + (readNames().formerPrefectures.get(Number(code)) ?? findPrefectureName(code)) + name;
}

/** Empty for the districts of a municipality and the counties that stand directly under a province. */
function findPrefectureName(code: string): string {
  return code.startsWith('00', 2) ? '' : (findOwnName(prefectureOf(code)) ?? '');
}

/** True for `370901`, since 370900 is a listed prefecture. */
function standsForDistricts(code: string): boolean {
  if (code.length !== digitCount || !code.endsWith('01') || code.startsWith('00', 2)) return false;
  return findIndex(prefectureOf(code)) !== undefined;
}

function prefectureOf(code: string): string {
  return `${code.slice(0, 4)}00`;
}

function findOwnName(code: string): string | null {
  const index = findIndex(code);
  return index === undefined ? null : readName(readNames(), index);
}

function findIndex(code: string): number | undefined {
  if (code.length !== digitCount) return undefined;
  let number = 0;
  for (let at = 0; at < digitCount; at++) {
    const digit = code.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return undefined;
    number = number * 10 + digit;
  }
  return readCodes().indexes.get(number);
}

function readCodes(): CodeTable {
  codeTable ??= unpackCodes();
  return codeTable;
}

function readNames(): NameTable {
  nameTable ??= unpackNames();
  return nameTable;
}
