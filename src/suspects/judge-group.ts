import { normalizeName } from '../code/normalize.ts';
import { judge } from '../registry/judge.ts';
import { findCandidates } from './candidates.ts';
import { areFoldedAlike, compareEntityNames, compareNames, type PlacedName } from './compare-names.ts';
import { type KeyKind, keyKinds } from './key-list.ts';
import { splitName } from './name-parts.ts';
import type { RegionStems } from './region-stems.ts';
import { mostCodes, type Suspect, type SuspectRecord } from './suspect.ts';

/** What a group comes to. */
export interface GroupVerdict {
  suspects: Suspect[];
  commonNames: number;
}

/** More names than this under one key tell nothing. */
const mostNames = 12;

/**
 * Compares the records that share a key, in the order of the files. Records that repeat code and name of an earlier one are
 * duplicates, which the check counts; here the first stands for them.
 */
export function judgeGroup(
  kind: KeyKind,
  members: readonly SuspectRecord[],
  stemsOf: (region: string) => RegionStems,
): GroupVerdict {
  const records = dropRepeated(members);
  if (kind === keyKinds.organizationCode) return { suspects: judgeOrganizationCode(records), commonNames: 0 };
  return kind === keyKinds.exactName ? judgeSameNames(records) : judgeNames(kind, records, stemsOf);
}

function dropRepeated(members: readonly SuspectRecord[]): SuspectRecord[] {
  const seen = new Set<string>();
  return members.filter(({ code, name }) => {
    const key = `${code} ${normalizeName(name)}`;
    return !seen.has(key) && seen.add(key);
  });
}

function judgeOrganizationCode(records: readonly SuspectRecord[]): Suspect[] {
  const conforming = records.filter(({ code }) => judge(code).partition === 'conforming');
  const suspects: Suspect[] = [];
  if (new Set(conforming.map(({ code }) => code)).size > 1) {
    const names = conforming.map(({ name }) => normalizeName(name));
    const likeness = names.slice(1).map((name) => compareEntityNames(names[0] ?? '', name));
    const evidence = likeness.every((each) => each === 'same-name')
      ? 'same-name'
      : likeness.every((each) => each === 'same-name' || each === 'similar-name')
        ? 'similar-name'
        : 'other-name';
    const confidence = { 'same-name': 0.95, 'similar-name': 0.9, 'other-name': 0.7 }[evidence];
    suspects.push({ kind: 'organization-code', evidence, confidence, records: conforming });
  }
  for (const erroneous of records)
    if (!conforming.includes(erroneous)) suspects.push(...findNearCodes(erroneous, conforming));
  return suspects;
}

function findNearCodes(erroneous: SuspectRecord, conforming: readonly SuspectRecord[]): Suspect[] {
  const candidates = findCandidates(erroneous.code);
  return conforming.flatMap((record): Suspect[] => {
    if (!candidates.includes(record.code)) return [];
    const evidence = compareEntityNames(normalizeName(erroneous.name), normalizeName(record.name));
    if (evidence !== 'same-name' && evidence !== 'similar-name') return [];
    const confidence = evidence === 'same-name' ? 0.95 : 0.8;
    return [{ kind: 'near-code', evidence, confidence, records: inOrder([erroneous, record]) }];
  });
}

/** The records of one city that carry one name: one for each code. */
interface Carriers extends PlacedName {
  records: SuspectRecord[];
}

function judgeNames(
  kind: KeyKind,
  records: readonly SuspectRecord[],
  stemsOf: (region: string) => RegionStems,
): GroupVerdict {
  const byName = new Map<string, Carriers>();
  for (const record of records) {
    const region = record.code.slice(2, 8);
    const parts = splitName(record.name, stemsOf(region));
    const carriers = byName.get(parts.normalized);
    if (carriers === undefined) byName.set(parts.normalized, { parts, region, records: [record] });
    else carriers.records.push(record);
  }
  const verdict: GroupVerdict = { suspects: [], commonNames: 0 };
  const names = [...byName.values()].filter(({ records: { length } }) => length <= mostCodes);
  if (names.length > mostNames) verdict.commonNames++;
  else verdict.suspects.push(...comparePairs(kind, names));
  return verdict;
}

/** Records whose names are equal, but for two that share a key by chance. */
function judgeSameNames(records: readonly SuspectRecord[]): GroupVerdict {
  const byName = new Map<string, SuspectRecord[]>();
  for (const record of records) {
    const name = normalizeName(record.name);
    byName.set(name, [...(byName.get(name) ?? []), record]);
  }
  const groups = [...byName.values()];
  const rare = groups.filter(({ length }) => length <= mostCodes);
  return { suspects: rare.flatMap(judgeSameName), commonNames: groups.length - rare.length };
}

/** One name under several codes; when they share an organization code too, that says it already. */
function judgeSameName(records: SuspectRecord[]): Suspect[] {
  const organizationCodes = new Set(records.map(({ code }) => code.slice(8, 17)));
  if (organizationCodes.size < 2) return [];
  const isOneRegion = new Set(records.map(({ code }) => code.slice(2, 8))).size === 1;
  return [{ kind: 'name', evidence: 'same-name', confidence: isOneRegion ? 0.9 : 0.7, records }];
}

function comparePairs(kind: KeyKind, names: readonly Carriers[]): Suspect[] {
  const suspects: Suspect[] = [];
  for (const [index, left] of names.entries()) {
    for (const right of names.slice(index + 1)) {
      if (kind === keyKinds.shortenedName && areFoldedAlike(left.parts, right.parts)) continue;
      if (sharesOrganizationCode(left, right)) continue;
      const likeness = compareNames(left, right);
      if (likeness === null) continue;
      suspects.push({ kind: 'near-name', ...likeness, records: inOrder([...left.records, ...right.records]) });
    }
  }
  return suspects;
}

/** A name written in two ways under one code is the duplicate's conflict. */
function sharesOrganizationCode(left: Carriers, right: Carriers): boolean {
  return left.records.some(({ code }) => right.records.some((other) => other.code.slice(8, 17) === code.slice(8, 17)));
}

function inOrder(records: SuspectRecord[]): SuspectRecord[] {
  return records.sort((a, b) => a.file - b.file || a.row - b.row);
}
