import type { Issue } from '../code/verdict.ts';
import type { LicenceRole } from '../engine/plan/headers/licence-headers.ts';
import { packTexts, type TextColumn, textAt } from '../engine/reread/text-column.ts';
import type { Category, LicenceRule } from './rules.ts';

/** One thing to correct or to look at in one cell. Resident ID numbers in its texts are masked. */
export interface LicenceFinding {
  /** Index into the report's `files`. */
  file: number;
  /** Record number, from 1. */
  row: number;
  /** Physical line on which the record starts, from 1. */
  line: number;
  severity: 'error' | 'note';
  rule: LicenceRule;
  role: LicenceRole;
  /** Header of the column. */
  column: string;
  value: string;
  /** Of `not-conforming`: what of the code does not hold. */
  issue: Issue | null;
  /** What should stand there; null when it is not known. */
  suggestion: string | null;
  category: Category;
  /** The person concerned, as written; ID numbers masked. */
  name: string;
  /** The body that licensed or punished; empty where the table does not say. */
  body: string;
}

/** A finding in its range; file and column are known only outside. */
export type RangeFinding = Omit<LicenceFinding, 'file' | 'column' | 'severity'>;

/**
 * The findings of one range on their way out of a thread. Rows and lines count from 0 at its start.
 *
 *   words   row  line                                     two a finding
 *   texts   rule  role  category  value  suggestion  name  body  issue as JSON     eight; '' where there is none
 */
export interface LicenceFindingBlock {
  words: Uint32Array<ArrayBuffer>;
  texts: TextColumn;
}

const textCount = 8;

/** Collects the findings of one range. */
export interface LicencePacker {
  count(): number;
  add(finding: RangeFinding): void;
  take(): LicenceFindingBlock;
}

export function createLicencePacker(): LicencePacker {
  const words: number[] = [];
  const texts: string[] = [];
  return {
    count: () => words.length / 2,
    add({ row, line, rule, role, category, value, suggestion, name, body, issue }) {
      words.push(row, line);
      texts.push(
        rule,
        role,
        category,
        value,
        suggestion ?? '',
        name,
        body,
        issue === null ? '' : JSON.stringify(issue),
      );
    },
    take: () => ({ words: Uint32Array.from(words), texts: packTexts(texts) }),
  };
}

/** How many findings a block holds. */
export function countLicenceFindings({ words }: LicenceFindingBlock): number {
  return words.length / 2;
}

/** Findings `first` up to `last` of a block. */
export function unpackLicenceFindings(
  { words, texts }: LicenceFindingBlock,
  first: number,
  last: number,
): RangeFinding[] {
  return Array.from({ length: last - first }, (_, offset) => {
    const index = first + offset;
    const text = (at: number): string => textAt(texts, index * textCount + at);
    const issue = text(7);
    return {
      row: words[index * 2] ?? 0,
      line: words[index * 2 + 1] ?? 0,
      rule: text(0) as LicenceRule,
      role: text(1) as LicenceRole,
      category: text(2) as Category,
      value: text(3),
      suggestion: text(4) === '' ? null : text(4),
      name: text(5),
      body: text(6),
      issue: issue === '' ? null : (JSON.parse(issue) as Issue),
    };
  });
}
