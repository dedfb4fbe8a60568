import { conformsAsWritten } from '../code/quick.ts';
import { judge } from '../registry/judge.ts';
import { findCandidates } from './candidates.ts';
import { addKey, type KeyList, keyKinds } from './key-list.ts';
import { splitName } from './name-parts.ts';
import type { RegionStems } from './region-stems.ts';
import { foldSimilar } from './similar-characters.ts';

/** What keys of names depend on beside the record. */
export interface KeyRules {
  /** Names that differ in any one character are looked for, however short: only where few records are compared. */
  isThorough: boolean;
  stemsOf(region: string): RegionStems;
}

/** Shorter cores differ in one character by chance. */
export const shortestCore = 6;
const shortestThoroughCore = 3;
/** The distinctive part of a name comes first; another one there is another entity. */
export const brandLength = 2;

/**
 * Lists the keys under which one record is looked up:
 *
 *   conforming   its organization code
 *                its authority, city and whole name: what of it is its place depends on the district of the code
 *                the same with the core of the name, characters that are taken for one another made equal
 *                that with one character left out, for long names
 *   erroneous    the organization codes of the codes it may have been
 */
export function listKeys(list: KeyList, row: number, cell: string, name: string, rules: KeyRules): void {
  const { partition, normalized } = conformsAsWritten(cell)
    ? { partition: 'conforming', normalized: cell }
    : judge(cell);
  if (partition === 'erroneous') {
    for (const candidate of findCandidates(normalized)) {
      addKey(list, row, keyKinds.organizationCode, '', candidate.slice(8, 17));
    }
    return;
  }
  if (partition !== 'conforming') return;
  addKey(list, row, keyKinds.organizationCode, '', normalized.slice(8, 17));
  if (name !== '') listNameKeys(list, row, normalized, name, rules);
}

function listNameKeys(list: KeyList, row: number, code: string, name: string, rules: KeyRules): void {
  const { core, form, isBranch, normalized } = splitName(name, rules.stemsOf(code.slice(2, 8)));
  if (isBranch || core.length < brandLength) return;
  const office = `${code.charAt(0)}${code.slice(2, 6)}`;
  addKey(list, row, keyKinds.exactName, `${office}|`, normalized);
  const scope = `${office}${form}|`;
  addKey(list, row, keyKinds.similarName, scope, foldSimilar(core));
  if (core.length < (rules.isThorough ? shortestThoroughCore : shortestCore)) return;
  addKey(list, row, keyKinds.shortenedName, scope, core);
  for (let at = rules.isThorough ? 0 : brandLength; at < core.length; at++) {
    addKey(list, row, keyKinds.shortenedName, scope, core, at);
  }
}
