import { judge } from '../code/cell/judge.ts';
import { conformsAsWritten } from '../code/standard/weighted-sums.ts';
import { repair } from '../repair/repair.ts';
import { addKey, addShortened, createScope, type KeyList, keyKinds } from './key-list.ts';
import type { RegionStems } from './region-stems.ts';
import { foldSimilar } from './similar-characters.ts';
import { splitName } from './split-name.ts';

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

/** Entities that differ in one of these are numbered or laid out so: 第一小学, 第二小学; 东村, 西村. */
const counting =
  '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ一二三四五六七八九十百千甲乙丙丁戊东西南北中上下前后左右内外大小老新男女';
const isCountingUnit = new Uint8Array(1 << 16);
for (const character of counting) isCountingUnit[character.charCodeAt(0)] = 1;

/** Whether names that differ in this character are two entities'. */
export function isCounting(text: string, at: number): boolean {
  return isCountingUnit[text.charCodeAt(at)] === 1;
}

const nation = createScope();

/**
 * Lists the keys under which one record is looked up:
 *
 *   conforming   its organization code
 *                its authority, city and whole name: what of it is its place depends on the county of the code
 *                the same with the core of the name, characters that are taken for one another made equal
 *                that with one character left out, for long names
 *   erroneous    the organization codes of the codes it may have been
 *
 * The last two of a conforming one are listed by county, and by city when the name does not say of which county it is.
 */
export function listKeys(list: KeyList, row: number, cell: string, name: string, rules: KeyRules): void {
  const { partition, normalized } = conformsAsWritten(cell)
    ? { partition: 'conforming', normalized: cell }
    : judge(cell);
  if (partition === 'erroneous') {
    for (const candidate of findCandidates(normalized)) {
      addKey(list, row, keyKinds.organizationCode, nation, candidate.slice(8, 17));
    }
    return;
  }
  if (partition !== 'conforming') return;
  addKey(list, row, keyKinds.organizationCode, nation, normalized.slice(8, 17));
  if (name !== '') listNameKeys(list, row, normalized, name, rules);
}

function listNameKeys(list: KeyList, row: number, code: string, name: string, rules: KeyRules): void {
  const region = rules.stemsOf(code.slice(2, 8));
  const { core, form, isBranch, isLocal, normalized } = splitName(name, region);
  if (isBranch || core.length < brandLength) return;
  const [authority, city] = [code.charAt(0), code.slice(2, 6)];
  addKey(list, row, keyKinds.exactName, createScope(authority, city), normalized);
  const scopes = [];
  if (region.county !== '') {
    const scope = createScope(authority, city, form, region.county);
    scopes.push({ similar: keyKinds.similarInCounty, kind: keyKinds.shortenedInCounty, scope });
  }
  if (!isLocal) {
    const scope = createScope(authority, city, form);
    scopes.push({ similar: keyKinds.similarInCity, kind: keyKinds.shortenedInCity, scope });
  }
  const folded = foldSimilar(core);
  for (const { similar, scope } of scopes) addKey(list, row, similar, scope, folded);
  if (core.length < (rules.isThorough ? shortestThoroughCore : shortestCore)) return;
  const first = rules.isThorough ? 0 : brandLength;
  addShortened(list, row, scopes, core, (at) => at >= first && !isCounting(core, at));
}

const mostCandidates = 32;
const shortest = 17;
const longest = 19;

/** The codes that an erroneous value is one edit away from. */
export function findCandidates(normalized: string): string[] {
  if (normalized.length < shortest || normalized.length > longest) return [];
  return repair(normalized)
    .filter(({ edits }) => edits === 1)
    .slice(0, mostCandidates)
    .map(({ value }) => value);
}
