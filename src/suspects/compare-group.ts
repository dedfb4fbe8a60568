import { judge } from '../code/cell/judge.ts';
import { normalizeName } from '../code/cell/normalize.ts';
import { areFoldedAlike, compareEntityNames, compareNames, type RegisteredName } from './compare-names.ts';
import { type KeyKind, keyKinds } from './key-list.ts';
import { findCandidates } from './record-keys.ts';
import type { RegionStems } from './region-stems.ts';
import { splitName } from './split-name.ts';
import { mostAlikeNames, mostCodes, mostOrganizationRecords, type Suspect, type SuspectRecord } from './suspect.ts';

/** What a group comes to. */
export interface GroupComparison {
  suspects: Suspect[];
  /** Names under too many codes. */
  commonNames: number;
  /** There are more records or names than are compared. */
  isCrowded: boolean;
}

/**
 * Compares the records that share a key, in the order of the files; no more of them are asked for than are compared. Records that
 * repeat code and name of an earlier one are duplicates, which the check counts; here the first stands for them.
 */
export function compareGroup(
  kind: KeyKind,
  members: Iterable<SuspectRecord>,
  stemsOf: (region: string) => RegionStems,
): GroupComparison {
  if (kind === keyKinds.organizationCode) return compareOrganizationCode(members);
  return kind === keyKinds.exactName ? compareSameNames(members) : compareSimilarNames(kind, members, stemsOf);
}

function compareOrganizationCode(members: Iterable<SuspectRecord>): GroupComparison {
  const seen = new Set<string>();
  const records: SuspectRecord[] = [];
  for (const record of members) {
    const key = `${record.code} ${normalizeName(record.name)}`;
    if (seen.has(key)) continue;
    if (seen.size === mostOrganizationRecords) {
      return { suspects: compareCodes(records), commonNames: 0, isCrowded: true };
    }
    seen.add(key);
    records.push(record);
  }
  return { suspects: compareCodes(records), commonNames: 0, isCrowded: false };
}

function compareCodes(records: readonly SuspectRecord[]): Suspect[] {
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

/** Records whose names are equal, but for two that share a key by chance. */
function compareSameNames(members: Iterable<SuspectRecord>): GroupComparison {
  const byName = new Map<string, SuspectRecord[]>();
  for (const record of members) {
    const name = normalizeName(record.name);
    const records = byName.get(name);
    if (records === undefined) byName.set(name, [record]);
    else addCode(records, record);
    if (byName.size === 1 && records !== undefined && records.length > mostCodes) break;
  }
  const groups = [...byName.values()];
  const rare = groups.filter(({ length }) => length <= mostCodes);
  return { suspects: rare.flatMap(compareSameName), commonNames: groups.length - rare.length, isCrowded: false };
}

/** Adds the first record of each code, and of codes no more than tell that they are too many. */
function addCode(records: SuspectRecord[], record: SuspectRecord): void {
  if (records.length <= mostCodes && !records.some(({ code }) => code === record.code)) records.push(record);
}

/** One name under several codes; when they share an organization code too, that says it already. */
function compareSameName(records: SuspectRecord[]): Suspect[] {
  const organizationCodes = new Set(records.map(({ code }) => code.slice(8, 17)));
  if (organizationCodes.size < 2) return [];
  const isOneRegion = new Set(records.map(({ code }) => code.slice(2, 8))).size === 1;
  return [{ kind: 'name', evidence: 'same-name', confidence: isOneRegion ? 0.9 : 0.7, records }];
}

/** The records of one place that carry one name: one for each code. */
interface Carriers extends RegisteredName {
  records: SuspectRecord[];
}

function compareSimilarNames(
  kind: KeyKind,
  members: Iterable<SuspectRecord>,
  stemsOf: (region: string) => RegionStems,
): GroupComparison {
  const byName = new Map<string, Carriers>();
  for (const record of members) {
    const name = normalizeName(record.name);
    const carriers = byName.get(name);
    if (carriers !== undefined) {
      addCode(carriers.records, record);
      continue;
    }
    if (byName.size === mostAlikeNames) return { suspects: [], commonNames: 0, isCrowded: !isOfCity(kind, byName) };
    const region = record.code.slice(2, 8);
    const stems = stemsOf(region);
    byName.set(name, { parts: splitName(record.name, stems), region, county: stems.county, records: [record] });
  }
  const names = [...byName.values()].filter(({ records: { length } }) => length <= mostCodes);
  return { suspects: comparePairs(kind, names), commonNames: 0, isCrowded: false };
}

/** Names of no county share a key of their city too, whose group is the one to count. */
function isOfCity(kind: KeyKind, byName: ReadonlyMap<string, Carriers>): boolean {
  return isCountyKind(kind) && [...byName.values()].every(({ parts }) => !parts.isLocal);
}

function isCountyKind(kind: KeyKind): boolean {
  return kind === keyKinds.similarInCounty || kind === keyKinds.shortenedInCounty;
}

function comparePairs(kind: KeyKind, names: readonly Carriers[]): Suspect[] {
  const suspects: Suspect[] = [];
  for (const [index, left] of names.entries()) {
    for (const right of names.slice(index + 1)) {
      if (isSharedElsewhere(kind, left, right) || sharesOrganizationCode(left, right)) continue;
      const likeness = compareNames(left, right);
      if (likeness === null) continue;
      suspects.push({ kind: 'near-name', ...likeness, records: inOrder([...left.records, ...right.records]) });
    }
  }
  return suspects;
}

/** Whether two names that share a key of this kind share one of another kind too, under which they are compared. */
function isSharedElsewhere(kind: KeyKind, { parts: left }: Carriers, { parts: right }: Carriers): boolean {
  if (isCountyKind(kind) && !left.isLocal && !right.isLocal) return true;
  const isShortened = kind === keyKinds.shortenedInCounty || kind === keyKinds.shortenedInCity;
  return isShortened && areFoldedAlike(left, right);
}

/** A name written in two ways under one code is the duplicate's conflict. */
function sharesOrganizationCode(left: Carriers, right: Carriers): boolean {
  return left.records.some(({ code }) => right.records.some((other) => other.code.slice(8, 17) === code.slice(8, 17)));
}

function inOrder(records: SuspectRecord[]): SuspectRecord[] {
  return records.sort((a, b) => a.file - b.file || a.row - b.row);
}
