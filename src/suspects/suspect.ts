/**
 * What makes records suspect of being one entity under several codes:
 *
 *   organization-code   conforming codes that share positions 9–17, which are unique nationally
 *   name                one name under several codes of one authority and city
 *   near-code           an erroneous code one edit from a conforming one, under a similar name
 *   near-name           names of one authority and city that differ in what is easily written in two ways
 */
export type SuspectKind = 'organization-code' | 'name' | 'near-code' | 'near-name';

export const suspectKinds: readonly SuspectKind[] = ['organization-code', 'name', 'near-code', 'near-name'];

/** What the names of the records have in common, or tells them apart. */
export type Evidence =
  | 'same-name'
  | 'similar-name'
  | 'other-name'
  | 'brackets'
  | 'form'
  | 'place'
  | 'similar-character'
  | 'one-character';

/** One record of a suspected duplicate. Resident ID numbers are masked in `name`. */
export interface SuspectRecord {
  file: number;
  row: number;
  line: number;
  /** Normalized. */
  code: string;
  name: string;
}

/** Records that may be one entity. Never counted as duplicates: a person has to compare the certificates. */
export interface Suspect {
  kind: SuspectKind;
  evidence: Evidence;
  /** 0–1: an estimate, for sorting. */
  confidence: number;
  /** At least two, in the order of the files. */
  records: SuspectRecord[];
}

/** How many suspects there are of each kind, and what was left out because there is too much of it. */
export interface SuspectCounts {
  kinds: Record<SuspectKind, number>;
  /** Chains of shops and the like: names under more than {@link mostCodes} codes of one authority and city. */
  commonNames: number;
  /**
   * Groups that were not compared in full: more than {@link mostOrganizationRecords} records of one organization code (the first are
   * compared), more than {@link mostAlikeNames} names that share a key (left out), or more than {@link mostMembers} records that do (the
   * first are compared).
   */
  crowdedGroups: number;
}

/** A name under more codes than this is a chain's, or nothing that tells entities apart. */
export const mostCodes = 3;
/** Of more different records of one organization code the first are compared. */
export const mostOrganizationRecords = 20;
/** More names than this under one key tell nothing. */
export const mostAlikeNames = 12;
/** Of more records under one key the first are read. */
export const mostMembers = 1000;
