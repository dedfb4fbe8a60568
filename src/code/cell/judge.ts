import { codeLength, isCodeLike } from '../standard/alphabet.ts';
import { findPair } from '../standard/authority-category.ts';
import { conformsAsWritten } from '../standard/weighted-sums.ts';
import type { Issue, IssueCode, Partition } from '../verdict.ts';
import { decide } from './decide.ts';
import { clean, dropDashes } from './normalize.ts';

/** What counting needs to know of one cell. Values are as written: nothing is masked yet. */
export interface Judgement {
  normalized: string;
  partition: Partition;
  issue: Issue | null;
  isFormatted: boolean;
  /** Whether position 1 and 2 are a pair no list has (rows 6–9 only). */
  isOddPair: boolean;
  /** Position 1 and positions 3–8 where rows 4–9 decided, else null. */
  authority: string | null;
  region: string | null;
  /** Whether its region may be noted (rows 6–9). */
  isNoted: boolean;
  /** Whether duplicates are looked for among such cells (rows 4–13). */
  isComparable: boolean;
}

const incomparable: readonly IssueCode[] = ['missing', 'spreadsheet-notation', 'charset', 'length'];
const unnoted: readonly IssueCode[] = ['identity-number', 'region-format'];

/** The decision table, and what of the value goes into the counts. */
export function judge(cell: string): Judgement {
  const cleaned = clean(cell);
  const normalized = dropDashes(cleaned);
  const { partition, issues } = decide(cleaned, normalized);
  const issue = issues[0] ?? null;
  const isCode = isCodeLike(normalized) && partition !== 'missing';
  const isNoted = isCode && !(issue !== null && unnoted.includes(issue.code));
  return {
    normalized,
    partition,
    issue,
    isFormatted: cleaned !== cell || normalized !== cell,
    isOddPair: isNoted && findPair(normalized) === null,
    authority: isCode ? normalized.charAt(0) : null,
    region: isCode ? normalized.slice(2, 8) : null,
    isNoted,
    isComparable: issue === null || !incomparable.includes(issue.code),
  };
}

/** What most need to know of a cell. */
export type QuickJudgement = Pick<Judgement, 'normalized' | 'partition' | 'issue' | 'isFormatted'>;

const emptyCell: QuickJudgement = {
  normalized: '',
  partition: 'missing',
  issue: { code: 'missing' },
  isFormatted: false,
};

/** What {@link judge} says; the decision table need not be asked of an empty cell, nor of a code in small letters. */
export function judgeQuickly(cell: string): QuickJudgement {
  if (cell === '') return emptyCell;
  const normalized = cell.length === codeLength ? cell.toUpperCase() : '';
  if (!conformsAsWritten(normalized)) return judge(cell);
  return { normalized, partition: 'conforming', issue: null, isFormatted: normalized !== cell };
}
