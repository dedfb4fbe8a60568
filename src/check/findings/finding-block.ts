import type { Diagnosis, Issue, Partition } from '../../code/verdict.ts';
import { packTexts, type TextColumn, textAt } from '../../engine/reread/text-column.ts';
import type { Finding } from './finding.ts';
import { diagnosisCodes, issueCodes, noteCodes } from './finding-codes.ts';

/**
 * The findings of one range on their way out of a thread. Rows and lines count from 0 at its start.
 *
 *   words   row  line  unit  bits  issue  actual + 1  expected + 1     seven a finding; characters as code points, 0: none
 *   texts   code  normalized  suggestion  authority  region  name   six a finding; '' where a mark says null or the same
 *
 *   bits   bit 8          7          6       5 4 3 2   1 0
 *          ┌──────────────┬──────────┬───────┬─────────┬───────────┐
 *          │ code is      │ has a    │ has a │ notes   │ partition │
 *          │ normalized   │ suggest. │ name  │         │           │
 */
export interface FindingBlock {
  words: Uint32Array<ArrayBuffer>;
  texts: TextColumn;
}

/** A finding in its range: the file, and the name of the unit, are known only outside. */
export type RangeFinding = Omit<Finding, 'file' | 'unit'> & { unit: number };

/** Collects the findings of one range. */
export interface FindingPacker {
  count(): number;
  add(finding: RangeFinding): void;
  take(): FindingBlock;
}

const partitions: readonly Partition[] = ['conforming', 'erroneous', 'unconverted', 'missing'];
const diagnoses: readonly (Diagnosis | undefined)[] = [undefined, ...diagnosisCodes];
/** One for all ranges without a finding. */
const nothing: FindingBlock = { words: new Uint32Array(), texts: packTexts([]) };
const wordCount = 7;
const textCount = 6;
const hasName = 1 << 6;
const hasSuggestion = 1 << 7;
const isNormalized = 1 << 8;

export function createFindingPacker(): FindingPacker {
  const words: number[] = [];
  const texts: string[] = [];
  return {
    count: () => words.length / wordCount,
    add({ row, line, unit, partition, issue, notes, code, normalized, suggestion, authority, region, name }) {
      let bits = partitions.indexOf(partition);
      for (const note of notes) bits |= 4 << noteCodes.indexOf(note);
      if (name !== null) bits |= hasName;
      if (suggestion !== null) bits |= hasSuggestion;
      if (code === normalized) bits |= isNormalized;
      words.push(row, line, unit, bits, packIssue(issue), packCharacter(issue?.actual), packCharacter(issue?.expected));
      texts.push(code, code === normalized ? '' : normalized, suggestion ?? '', authority, region, name ?? '');
    },
    take: () => (words.length === 0 ? nothing : { words: Uint32Array.from(words), texts: packTexts(texts) }),
  };
}

/** Its code + 1 (0: no issue), where it is, and its likely cause, eight bits each. */
function packIssue(issue: Issue | null): number {
  if (issue === null) return 0;
  return (issueCodes.indexOf(issue.code) + 1) | ((issue.at ?? 0) << 8) | (diagnoses.indexOf(issue.diagnosis) << 16);
}

function packCharacter(character: string | undefined): number {
  return (character?.codePointAt(0) ?? -1) + 1;
}

function unpackIssue(word: number, actual: number, expected: number): Issue | null {
  const code = issueCodes[(word & 255) - 1];
  if (code === undefined) return null;
  const issue: Issue = { code };
  const at = (word >> 8) & 255;
  if (at > 0) issue.at = at;
  if (actual > 0) issue.actual = String.fromCodePoint(actual - 1);
  if (expected > 0) issue.expected = String.fromCodePoint(expected - 1);
  const diagnosis = diagnoses[word >> 16];
  if (diagnosis !== undefined) issue.diagnosis = diagnosis;
  return issue;
}

/** Where a range lies, and what its units are called. */
export interface FindingOrigin {
  file: number;
  /** Records and line breaks of the file before it. */
  rowBase: number;
  lineBase: number;
  nameUnit(unit: number): string | null;
}

export function countFindings({ words }: FindingBlock): number {
  return words.length / wordCount;
}

/** Findings `first` to before `last` of a block. */
export function unpackFindings(block: FindingBlock, first: number, last: number, origin: FindingOrigin): Finding[] {
  const findings: Finding[] = [];
  for (let index = first; index < last; index++) findings.push(unpackFinding(block, index, origin));
  return findings;
}

function unpackFinding({ words, texts }: FindingBlock, index: number, origin: FindingOrigin): Finding {
  const at = index * wordCount;
  const bits = words[at + 3] ?? 0;
  const text = (which: number): string => textAt(texts, index * textCount + which);
  const code = text(0);
  return {
    file: origin.file,
    row: origin.rowBase + (words[at] ?? 0) + 1,
    line: origin.lineBase + (words[at + 1] ?? 0) + 1,
    partition: partitions[bits & 3] ?? 'erroneous',
    issue: unpackIssue(words[at + 4] ?? 0, words[at + 5] ?? 0, words[at + 6] ?? 0),
    notes: (bits & 0x3c) === 0 ? [] : noteCodes.filter((_, note) => (bits & (4 << note)) !== 0),
    code,
    normalized: bits & isNormalized ? code : text(1),
    suggestion: bits & hasSuggestion ? text(2) : null,
    authority: text(3),
    region: text(4),
    name: bits & hasName ? text(5) : null,
    unit: origin.nameUnit(words[at + 2] ?? 0),
  };
}
