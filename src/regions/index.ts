import type { RegionFacts, RegionStatus } from '../code/verdict.ts';
import { type Region, unpackRegions } from './unpack.ts';

export type { RegionFacts, RegionStatus } from '../code/verdict.ts';

let unpacked: Map<string, Region> | null = null;

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
  const codes: string[] = [];
  for (const [code, region] of readRegions()) if (region.inUse) codes.push(code);
  return codes;
}

function findStatus(code: string): RegionStatus {
  const region = readRegions().get(code);
  if (region !== undefined) return region.inUse ? 'in-use' : 'abolished';
  return code === nationalCode || findParentOfDistricts(code) !== null ? 'in-use' : 'unlisted';
}

function findName(code: string): string | null {
  const region = readRegions().get(code);
  if (code === nationalCode) return '国家级';
  const parent = findParentOfDistricts(code);
  if (region === undefined) return parent === null ? null : `${findName(parent)}市辖区`;
  if (code.endsWith('0000')) return region.name;
  const province = readRegions().get(`${code.slice(0, 2)}0000`)?.name ?? '';
  if (code.endsWith('00')) return province + region.name;
  return province + (region.formerPrefecture ?? findPrefectureName(code)) + region.name;
}

/** Empty for the districts of a municipality and the counties that stand directly under a province. */
function findPrefectureName(code: string): string {
  return code.startsWith('00', 2) ? '' : (readRegions().get(`${code.slice(0, 4)}00`)?.name ?? '');
}

/** `370900` for `370901`, when 370900 is a listed prefecture. */
function findParentOfDistricts(code: string): string | null {
  if (code.length !== 6 || !code.endsWith('01') || code.startsWith('00', 2)) return null;
  const parent = `${code.slice(0, 4)}00`;
  return readRegions().has(parent) ? parent : null;
}

function readRegions(): Map<string, Region> {
  unpacked ??= unpackRegions();
  return unpacked;
}

const nationalCode = '100000';
