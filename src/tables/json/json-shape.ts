import { type JsonCandidate, type JsonSurvey, listCandidates } from './json-candidates.ts';
import { anyKey, isNamed, type JsonPath, leadsThrough, showPath } from './json-path.ts';

/** Where the rows of a JSON text stand. */
export interface JsonShape {
  path: JsonPath;
  /** What a row is. */
  kind: 'objects' | 'arrays';
}

/** Why no rows were found. */
export type NoRows = { paths: string[] } | 'none' | 'more';

/**
 * Finds the rows: the array of objects that looks most like a table, at any depth, or values one after the other (NDJSON). An object
 * that holds scalars beside such an array is its envelope; where each element of an array holds one, they are read together.
 *
 * @param head the beginning of the text, or all of it
 * @param isEnough whether no more of the text is looked at, come what may
 * @param named the path of the array, where the caller names it: `data.list`
 * @throws {JsonError} when nothing was found in a text that is not JSON
 * @returns `more` when the rows may stand further on, the paths when several are equally likely
 */
export function findJsonShape(head: string, isWhole: boolean, named?: string, isEnough = isWhole): JsonShape | NoRows {
  const survey = listCandidates(head, isWhole);
  const shape = survey.broken === null ? find(survey, isEnough || isWhole, named) : find(survey, true, named);
  if (survey.broken !== null && (typeof shape === 'string' || 'paths' in shape)) throw survey.broken;
  return shape;
}

function find(survey: JsonSurvey, isAll: boolean, named?: string): JsonShape | NoRows {
  if (named !== undefined) {
    const wanted = survey.candidates.filter(
      ({ path, kind, place }) => isNamed(path, named) && (kind === 'objects' || place !== 'single'),
    );
    const empty = survey.empty.find((path) => isNamed([...path, null], named));
    const best = wanted.find(({ place }) => place === 'elements') ?? wanted[0];
    if (best !== undefined) return best;
    if (empty !== undefined) return { path: [...empty, null], kind: 'objects' };
    return isAll ? 'none' : 'more';
  }
  return chooseCandidate(survey, isAll);
}

function chooseCandidate({ candidates, empty }: JsonSurvey, isAll: boolean): JsonShape | NoRows {
  const elements = candidates.filter(({ place }) => place === 'elements');
  const singles = candidates.filter(({ place, kind }) => place === 'single' && kind === 'objects');
  const withCodes = chooseAmong(elements.filter(({ hasCodes }) => hasCodes));
  if (withCodes !== null) return withCodes;
  if (!isAll) return 'more';
  const likely =
    chooseMembers(singles.filter(({ hasCodes }) => hasCodes)) ??
    chooseAmong(singles.filter(({ hasCodes, hasCodeKey }) => hasCodes && hasCodeKey)) ??
    chooseAmong(elements.filter(({ hasCodeKey }) => hasCodeKey)) ??
    chooseAmong(singles.filter(({ hasCodes, hasCodeKey }) => hasCodes || hasCodeKey));
  if (likely !== null) return likely;
  const most = Math.max(...elements.map(({ count }) => count));
  const largest = chooseAmong(elements.filter(({ count }) => count === most));
  if (largest !== null) return largest;
  const [first] = empty;
  if (first !== undefined) return { path: [...first, null], kind: 'objects' };
  return 'none';
}

/** Of arrays within one another, the one whose keys say that it holds codes, when only one's do; several alike cannot be told apart. */
function chooseAmong(candidates: JsonCandidate[]): JsonShape | { paths: string[] } | null {
  const [first, ...others] = candidates;
  if (first === undefined) return null;
  const place = showPath(first.path);
  if (others.every(({ path }) => showPath(path) === place)) return first;
  const isOneLine = others.every(({ path }) => leadsThrough(path, first.path));
  const named = candidates.filter(({ hasCodeKey }) => hasCodeKey);
  if (isOneLine && named.length === 1 && named[0] !== undefined) return named[0];
  return { paths: [...new Set(candidates.map(({ path }) => showPath(path)))] };
}

/** The object whose members are the records, where these are alike: `{"0":{…},"1":{…}}`. */
function chooseMembers(candidates: JsonCandidate[]): JsonShape | null {
  const [first, ...others] = candidates;
  if (first === undefined || others.length === 0 || first.path.length === 0) return null;
  const parent = first.path.slice(0, -1);
  const isAlike = ({ path, keys }: JsonCandidate): boolean => {
    const shared = [...keys].filter((key) => first.keys.has(key)).length;
    return (
      path.length === first.path.length &&
      leadsThrough(path, parent) &&
      shared * 2 >= Math.max(keys.size, first.keys.size)
    );
  };
  return others.every(isAlike) ? { path: [...parent, anyKey], kind: 'objects' } : null;
}
