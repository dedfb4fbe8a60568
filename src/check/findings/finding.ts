import type { Issue, NoteCode, Partition } from '../../code/verdict.ts';

/** One record that needs attention. Resident ID numbers in `code`, `normalized` and `name` are masked. */
export interface Finding {
  /** Index into the report's `files`. */
  file: number;
  /** Record number, from 1. */
  row: number;
  /** Physical line on which the record starts, from 1. */
  line: number;
  partition: Partition;
  issue: Issue | null;
  notes: NoteCode[];
  code: string;
  normalized: string;
  /** The most likely right code, or null when none is known. */
  suggestion: string | null;
  authority: string;
  region: string;
  name: string | null;
  /** The unit responsible, or null when no column of units is read. */
  unit: string | null;
  /** What names the record in an engine's table, where a key column is read; there, `row` and `line` mean nothing. */
  key?: string;
}

/** One record of a duplicate; records of one group follow one another. */
export interface DuplicateRecord {
  /** Number of the duplicate, from 1, in order of first appearance. */
  group: number;
  kind: 'conflicting' | 'repeated' | null;
  /** The normalized code. */
  code: string;
  file: number;
  row: number;
  line: number;
  name: string | null;
  /** The unit responsible, or null when no column of units is read. */
  unit: string | null;
  /** What names the record in an engine's table, where a key column is read; there, `row` and `line` mean nothing. */
  key?: string;
}
