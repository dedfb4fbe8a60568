import { couldBeCode } from '../../code/cell/could-be-code.ts';
import { isValid } from '../../code/validate.ts';
import { findCodeHeaders } from '../headers/code-headers.ts';
import { JsonError } from './json-error.ts';
import type { JsonPath } from './json-path.ts';
import { type JsonFrame, parseString, walkJson } from './json-walk.ts';

/** What in a JSON text may be its records. */
export interface JsonCandidate {
  path: JsonPath;
  kind: 'objects' | 'arrays';
  /** `elements` of an array, or texts one after the other; `single`: one object within none; `within`: part of an element. */
  place: 'elements' | 'single' | 'within';
  /** How many there are in the beginning of the text. */
  count: number;
  /** Whether values could be codes, and keys say that they are. */
  hasCodes: boolean;
  hasCodeKey: boolean;
  /** Keys of its scalars: the first of them. */
  keys: Set<string>;
}

/** What the beginning of a text holds. */
export interface JsonSurvey {
  candidates: JsonCandidate[];
  /** Arrays without elements. */
  empty: JsonPath[];
  /** Where it stops being JSON. */
  broken: JsonError | null;
}

interface Place {
  path: JsonPath;
  isArray: boolean;
  isEmpty: boolean;
  /** Whether an array or a text of several values is around it. */
  isRepeated: boolean;
  /** What its scalars speak for; an array of scalars among others is a row. */
  candidates: JsonCandidate[];
}

/** The key that names codes of errors as often: not by itself a sign of records. */
const bareCode = 'code';
const shortestBare = 15;
const longestCode = 64;
const mostKeys = 64;

/**
 * Lists all that may be records, at any depth.
 *
 * @param head the beginning of the text, read as far as it goes, or all of it
 */
export function listCandidates(head: string, isWhole: boolean): JsonSurvey {
  const found = new Map<string, JsonCandidate>();
  const places: Place[] = [];
  let valueCount = 0;

  function find(path: JsonPath, kind: JsonCandidate['kind'], place: JsonCandidate['place']): JsonCandidate {
    const key = `${kind}${JSON.stringify(path)}`;
    const known = found.get(key);
    const candidate = known ?? { path, kind, place, count: 0, hasCodes: false, hasCodeKey: false, keys: new Set() };
    if (known === undefined) found.set(key, candidate);
    candidate.count++;
    return candidate;
  }

  function open(parent: JsonFrame<Place> | null, isArray: boolean): Place {
    const outer = parent?.data ?? null;
    const path = outer === null ? [] : [...outer.path, outer.isArray ? null : (parent?.key ?? '')];
    const isElement = outer === null || outer.isArray;
    const isRepeated = outer !== null && (outer.isRepeated || outer.isArray);
    if (outer === null) valueCount++;
    else outer.isEmpty = false;
    const candidates: JsonCandidate[] = [];
    if (!isArray) {
      candidates.push(find(path, 'objects', isElement && isRepeated ? 'elements' : isRepeated ? 'within' : 'single'));
      // Objects in a record are columns of it.
      if (!isElement) candidates.push(...(outer?.candidates ?? []).filter(({ place }) => place !== 'single'));
    }
    const place = { path, isArray, isEmpty: true, isRepeated, candidates };
    if (isArray) places.push(place);
    return place;
  }

  function scalar(parent: JsonFrame<Place> | null, source: string, line: number): void {
    if (parent === null) {
      valueCount++;
      return;
    }
    const { data, key } = parent;
    if (data.isArray && data.isEmpty && typeof data.path.at(-1) !== 'string') {
      data.candidates.push(find(data.path, 'arrays', data.isRepeated ? 'elements' : 'single'));
    }
    data.isEmpty = false;
    if (data.candidates.length === 0) return;
    const text = source.startsWith('"') ? (source.length > longestCode ? '' : parseString(source, line)) : source;
    const isKey = findCodeHeaders([data.isArray ? text : key]).length > 0;
    const isBare = key.toLowerCase() === bareCode;
    const isCode =
      isValid(text) || (isKey && !data.isArray && couldBeCode(text) && (!isBare || text.length >= shortestBare));
    for (const each of data.candidates) {
      if (each.place === 'single' && each.keys.size < mostKeys) each.keys.add(key);
      each.hasCodes ||= isCode;
      each.hasCodeKey ||= isKey && (data.isArray || isCode || !isBare);
    }
  }

  const walk = walkJson<Place>({ open, scalar, row: () => undefined });
  let broken: JsonError | null = null;
  try {
    walk.push(head.replace(/^\ufeff/, ''));
    if (isWhole) walk.end();
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    broken = error;
  }
  const candidates = [...found.values()];
  if (valueCount > 1) joinTexts(candidates);
  return { candidates, empty: places.filter(({ isEmpty }) => isEmpty).map(({ path }) => path), broken };
}

/** Texts one after the other are elements, and what lies in them is part of these. */
function joinTexts(candidates: JsonCandidate[]): void {
  const texts = candidates.filter(({ path }) => path.length === 0);
  for (const each of candidates) {
    if (each.place !== 'single') continue;
    each.place = each.path.length === 0 ? 'elements' : 'within';
    for (const text of texts) {
      if (text.kind !== 'objects') continue;
      text.hasCodes ||= each.hasCodes && each.kind === 'objects';
      text.hasCodeKey ||= each.hasCodeKey && each.kind === 'objects';
    }
  }
}
