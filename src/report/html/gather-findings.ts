import type { Finding } from '../../check/findings/finding.ts';
import { keepRows } from './kept-rows.ts';
import { renderPacked } from './packed-finding.ts';

const CODE_LENGTH = 18;

/** Most findings in one page: it stays quick, and mails take it. */
export const MOST_FINDINGS = 100_000;

/** Findings on their way into a page. */
export interface FindingsGatherer {
  add(batch: Finding[]): void;
  /** All that were worth listing, kept or not. */
  total: number;
  /** How often position n + 1 was wrong, of 18; over all findings. */
  positions: number[];
  /** How many are kept. */
  keptCount(): number;
  /** Those, as JSON of a `PackedFinding` each, without markup, some at a time; erroneous ones first, then in file order. */
  pieces(): Iterable<string>;
}

/** The last to stay out and the first to leave. */
const severities = ['erroneous', 'other', 'conforming'] as const;

/**
 * Gathers what a page can hold. When there is more, erroneous records stay before unconverted and missing ones, these before mere
 * notes, and earlier ones before later ones.
 *
 * @param listsAllNotes whether records are listed for notes other than `authority-category` too
 */
export function gatherFindings(listsAllNotes: boolean, most = MOST_FINDINGS): FindingsGatherer {
  const kept = { erroneous: keepRows(), other: keepRows(), conforming: keepRows() };
  let count = 0;

  /** Makes room by giving up something less severe; false when there is nothing. */
  function makeRoom(severity: (typeof severities)[number]): boolean {
    if (count < most) return true;
    const lesser = severities.slice(severities.indexOf(severity) + 1).reverse();
    const isGiven = lesser.some((each) => kept[each].pop());
    if (isGiven) count--;
    return isGiven;
  }

  const gatherer: FindingsGatherer = {
    total: 0,
    positions: new Array<number>(18).fill(0),
    add(batch) {
      for (const finding of batch) {
        const { issue, notes, partition } = finding;
        if (issue === null && !listsAllNotes && !notes.includes('authority-category')) continue;
        gatherer.total++;
        for (const position of findWrongPositions(finding)) {
          gatherer.positions[position - 1] = (gatherer.positions[position - 1] ?? 0) + 1;
        }
        const severity = partition === 'erroneous' || partition === 'conforming' ? partition : 'other';
        if (!makeRoom(severity)) continue;
        kept[severity].push(renderPacked(finding));
        count++;
      }
    },
    keptCount: () => count,
    *pieces() {
      for (const severity of severities) yield* kept[severity].pieces();
    },
  };
  return gatherer;
}

/**
 * Positions (from 1) at which a finding's code is most likely wrong: where the suggestion differs from it, or, without one, where
 * a rule is broken. Empty when the whole value is at fault.
 */
export function findWrongPositions({ issue, normalized, suggestion }: Finding): number[] {
  const isComparable = suggestion?.length === CODE_LENGTH && normalized.length === CODE_LENGTH;
  if (!isComparable) return issue?.at === undefined || issue.at > CODE_LENGTH ? [] : [issue.at];
  const positions: number[] = [];
  for (let at = 0; at < CODE_LENGTH; at++) if (suggestion[at] !== normalized[at]) positions.push(at + 1);
  return positions;
}
