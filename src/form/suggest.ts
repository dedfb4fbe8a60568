import { decide } from '../code/cell/decide.ts';
import { normalize } from '../code/cell/normalize.ts';
import { isKnownPair } from '../code/standard/pairs.ts';
import type { Issue } from '../code/verdict.ts';
import { swapAt } from '../repair/edit-at.ts';
import { guessMisread } from '../repair/misread.ts';
import type { FormOptions } from './options.ts';
import { readPasted } from './read-pasted.ts';

const mostSuggestions = 3;
/** What is so much less likely than the best is left out: it would only confuse. */
const leastShare = 1 / 4;

/**
 * What a wrong value should probably have been, best first, and the issue with what then stands at its position. With `repair` of
 * the options every likely code; without it what can be read off.
 */
export function suggest(code: string, issue: Issue, { repair, regions }: FormOptions): [string[], Issue] {
  const suggestions =
    repair?.(code, { regions })
      .filter(({ score }, _, [best]) => best === undefined || score >= best.score * leastShare)
      .map(({ value }) => value) ?? readOff(code, issue);
  const expected = issue.expected ?? (issue.at && suggestions[0]?.charAt(issue.at - 1));
  return [suggestions.slice(0, mostSuggestions), expected ? { ...issue, expected } : issue];
}

/**
 * A code in a longer text, or with a second layer of quotes and the like around it; characters that are no part of a code read as what they look like; two neighbours swapped, or the check
 * character that the others call for.
 */
function readOff(code: string, issue: Issue): string[] {
  if (issue.code === 'check-digit') {
    const read = code.slice(0, 17) + issue.expected;
    // Two neighbours in the wrong order are likelier than a wrong check character, but for one that the issuer got wrong.
    const swapped = issue.diagnosis === 'complement' ? [] : [...code].map((_, index) => swapAt(code, index));
    return swapped.filter((each) => isKnownPair(each) && conforms(each)).concat(conforms(read) ? read : []);
  }
  const read =
    issue.code === 'length'
      ? (readPasted(code) ?? normalize(code))
      : code.replace(/[^0-9A-Z]|[IOSVZ]/g, (letter) => guessMisread(letter).charAt(0) || letter);
  return conforms(read) ? [read] : [];
}

function conforms(code: string): boolean {
  return decide(code, code).partition === 'conforming';
}
