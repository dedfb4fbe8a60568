import type { Issue, NoteCode, Partition } from '../code/verdict.ts';
import type { Finding } from './finding.ts';
import { packTexts, type TextColumn, textAt } from './text-column.ts';

/**
 * The findings of one range on their way out of a thread. Rows and lines count from 0 at its start.
 *
 *   words   row  line  unit  issue + 1 (0: none)  marks      five a finding
 *   texts   code  normalized  suggestion  authority  region  name   six a finding; '' where a mark says null or the same
 *
 *   marks   bit 8          7          6       5 4 3 2   1 0
 *          ┌──────────────┬──────────┬───────┬─────────┬───────────┐
 *          │ code is      │ has a    │ has a │ notes   │ partition │
 *          │ normalized   │ suggest. │ name  │         │           │
 */
export interface FindingBlock {
  words: Uint32Array<ArrayBuffer>;
  /** Each issue that differs, once. */
  issues: Issue[];
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
const noteCodes: readonly NoteCode[] = ['format', 'authority-category', 'region-unlisted', 'region-abolished'];
const wordCount = 5;
const textCount = 6;
const hasName = 1 << 6;
const hasSuggestion = 1 << 7;
const isNormalized = 1 << 8;

export function createFindingPacker(): FindingPacker {
  const words: number[] = [];
  const texts: string[] = [];
  const issues: Issue[] = [];
  const issueNumbers = new Map<string, number>();

  const numberIssue = (issue: Issue | null): number => {
    if (issue === null) return 0;
    const key = `${issue.code} ${issue.at} ${issue.actual} ${issue.expected} ${issue.diagnosis}`;
    const known = issueNumbers.get(key);
    if (known !== undefined) return known;
    const number = issues.push(issue);
    issueNumbers.set(key, number);
    return number;
  };

  return {
    count: () => words.length / wordCount,
    add({ row, line, unit, partition, issue, notes, code, normalized, suggestion, authority, region, name }) {
      let marks = partitions.indexOf(partition);
      for (const note of notes) marks |= 4 << noteCodes.indexOf(note);
      if (name !== null) marks |= hasName;
      if (suggestion !== null) marks |= hasSuggestion;
      if (code === normalized) marks |= isNormalized;
      words.push(row, line, unit, numberIssue(issue), marks);
      texts.push(code, code === normalized ? '' : normalized, suggestion ?? '', authority, region, name ?? '');
    },
    take: () => ({ words: Uint32Array.from(words), issues, texts: packTexts(texts) }),
  };
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

function unpackFinding({ words, issues, texts }: FindingBlock, index: number, origin: FindingOrigin): Finding {
  const at = index * wordCount;
  const marks = words[at + 4] ?? 0;
  const text = (which: number): string => textAt(texts, index * textCount + which);
  const code = text(0);
  return {
    file: origin.file,
    row: origin.rowBase + (words[at] ?? 0) + 1,
    line: origin.lineBase + (words[at + 1] ?? 0) + 1,
    partition: partitions[marks & 3] ?? 'erroneous',
    issue: issues[(words[at + 3] ?? 0) - 1] ?? null,
    notes: (marks & 0x3c) === 0 ? [] : noteCodes.filter((_, note) => (marks & (4 << note)) !== 0),
    code,
    normalized: marks & isNormalized ? code : text(1),
    suggestion: marks & hasSuggestion ? text(2) : null,
    authority: text(3),
    region: text(4),
    name: marks & hasName ? text(5) : null,
    unit: origin.nameUnit(words[at + 2] ?? 0),
  };
}
