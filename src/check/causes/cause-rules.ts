import type { AreaCounts } from '../area-ledger.ts';
import type { CauseCode, Report } from '../report.ts';
import type { Tally } from '../tally.ts';
import { writingFaults } from './writing-faults.ts';

/** What is known of all records, or of those of one file, unit, region or authority: a scope. */
export interface Evidence extends Pick<Tally, 'counts' | 'issues' | 'notes' | 'traits'> {
  records: number;
  /** What its codes show, those that are not clean. */
  codes: AreaCounts;
  /** Only of all records together. */
  duplicates?: Report['duplicates'];
}

/** Records that show a cause, of those that could. */
export interface Measure {
  count: number;
  total: number;
  /** Which one, where a cause has kinds: a character, a length, a way of writing, an issue (that of most, for older numbers). */
  detail?: string;
}

/** How one cause is told. */
export interface CauseRule {
  code: CauseCode;
  /** @param detail of which kind, where a cause has kinds; by default the most frequent */
  measure(evidence: Evidence, detail?: string): Measure;
  /** Which causes come first: 1 its records are problems, 2 they still need a code, 3 they are only noted. */
  rank: 1 | 2 | 3;
  /** Whether codes that show it have a region that means something. */
  isRegional: boolean;
}

/** When something is said to be a cause, and when a scope is said to stand out. */
export const THRESHOLDS = {
  /** Fewest records that show it. */
  records: 5,
  /** They must be one in so many, at least, of the records that could. */
  oneIn: 2,
  /** A scope is named when one in so many of them stand there … */
  scopeOneIn: 4,
  /** … and they are so many times as frequent there as among all records. */
  scopeTimes: 2,
  /**
   * A unit or county is named for a cause that is none over all only when chance, at the rate of all the others, would give so
   * many to any of them at most this often: with thousands of them something is half of five errors somewhere.
   */
  chance: 1e-4,
  /** Most scopes of one cause that are named apart, when it is no cause over all. */
  scopes: 3,
} as const;

/**
 * What is counted for each cause, and out of what:
 *
 * | cause | records | of |
 * |---|---|---|
 * | `complement` | check character is the remainder itself | wrong check characters |
 * | `rounded` | digits that a spreadsheet rounded or wrote as 9.1E+17 | those, and wrong check characters |
 * | `organization-check` | wrong organization code, yet a right check character: it was issued so | wrong check characters of both kinds |
 * | `stranger` | one and the same character that no code has (O for 0) | characters that no code has |
 * | `cut` | one and the same wrong length | wrong lengths |
 * | `identity-number` | resident ID numbers | erroneous records |
 * | `repeated` | excess records under the same name | excess records of duplicates |
 * | `legacy` | older numbers | the same |
 * | `missing` | no code | all records |
 * | `format` | written in one way that is not a code's (small letters, spaces), or in several | all records |
 */
export const CAUSE_RULES: readonly CauseRule[] = [
  {
    code: 'complement',
    rank: 1,
    isRegional: true,
    measure: ({ codes }) => ({ count: codes.complement, total: codes.checkDigit }),
  },
  {
    code: 'rounded',
    rank: 1,
    isRegional: false,
    measure({ codes, issues }) {
      const notation = issues['spreadsheet-notation'] ?? 0;
      return { count: codes.rounded + notation, total: codes.checkDigit + notation };
    },
  },
  {
    code: 'organization-check',
    rank: 1,
    isRegional: true,
    measure: ({ codes }) => ({
      count: codes.organization,
      total: codes.organization + codes.checkDigit,
    }),
  },
  {
    code: 'stranger',
    rank: 1,
    isRegional: false,
    measure: ({ traits, issues }, detail) => ({
      ...findMost(traits.foreignCharacters, detail),
      total: issues.charset ?? 0,
    }),
  },
  {
    code: 'cut',
    rank: 1,
    isRegional: false,
    measure: ({ traits, issues }, detail) => ({ ...findMost(traits.lengths, detail), total: issues.length ?? 0 }),
  },
  {
    code: 'identity-number',
    rank: 1,
    isRegional: false,
    measure: ({ issues, counts }) => ({ count: issues['identity-number'] ?? 0, total: counts.erroneous }),
  },
  {
    code: 'repeated',
    rank: 1,
    isRegional: false,
    measure: ({ duplicates }) => ({ count: duplicates?.repeated?.excess ?? 0, total: duplicates?.excess ?? 0 }),
  },
  {
    code: 'legacy',
    rank: 2,
    isRegional: false,
    // All of them: tables by unit do not tell the kinds apart. The detail is the kind that most are of.
    measure({ issues, counts: { unconverted } }) {
      const kinds = ['registration-number', 'taxpayer-number', 'organization-code'] as const;
      const most = findMost(new Map(kinds.map((kind) => [kind, issues[kind] ?? 0])));
      const detail = most.count * 2 > unconverted ? most.detail : '';
      return { count: unconverted, total: unconverted, detail };
    },
  },
  {
    code: 'missing',
    rank: 2,
    isRegional: false,
    measure: ({ counts, records }) => ({ count: counts.missing, total: records }),
  },
  {
    code: 'format',
    rank: 3,
    isRegional: false,
    // Of one way of writing, when it is a cause by itself and no other is.
    measure({ notes, traits, records }, detail) {
      const counts = new Map(writingFaults.map((form, index) => [form, traits.forms[index + 1] ?? 0]));
      const frequent = writingFaults.filter((form) => (counts.get(form) ?? 0) * THRESHOLDS.oneIn >= records);
      const one = detail ?? (frequent.length === 1 ? frequent[0] : '');
      if (one === undefined || one === '') return { count: notes.format ?? 0, total: records, detail: '' };
      return { ...findMost(counts, one), total: records };
    },
  },
];

/** The most frequent, or the one asked for; of equals the one that sorts first, whatever order they were met in. */
function findMost(counts: Map<string | number, number>, asked?: string): { count: number; detail: string } {
  let most = { count: 0, detail: asked ?? '' };
  for (const [key, count] of counts) {
    const detail = String(key);
    if (asked !== undefined && asked !== detail) continue;
    if (count > most.count || (count === most.count && detail < most.detail)) most = { count, detail };
  }
  return most;
}
