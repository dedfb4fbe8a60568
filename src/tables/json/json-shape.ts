import { type JsonArray, listJsonArrays } from './json-arrays.ts';
import { findStringEnd, skipSpace } from './json-text.ts';

/** Where the rows of a JSON text stand. */
export interface JsonShape {
  /** `lines`: one value after the other; `array`: the elements of one array. */
  kind: 'lines' | 'array';
  /** Where they start, in characters: behind the bracket of the array. */
  startAt: number;
}

/** Why no rows were found. */
export type NoRows = { paths: string[] } | 'none' | 'more';

/**
 * Finds the rows: values one after the other (NDJSON), or the elements of the array of objects that looks most like a table, at any
 * depth; an object that holds scalars beside such an array is its envelope.
 *
 * @param head the beginning of the text, or all of it
 * @param wanted the path of the array, where the caller names it: `data.list`
 * @returns `more` when the array may stand further on, the paths when several are equally likely
 */
export function findJsonShape(head: string, isWhole: boolean, wanted?: string): JsonShape | NoRows {
  const first = skipSpace(head, head.charCodeAt(0) === 0xfeff ? 1 : 0);
  const arrays = listJsonArrays(head);
  if (wanted !== undefined) {
    const path = wanted.replace(/^\$\.?/, '').replace(/\[\*?\]$/, '');
    const named = arrays.find((array) => array.path === path);
    if (named !== undefined) return named.kind === 'scalars' ? 'none' : arrayShape(named);
    return isWhole ? 'none' : 'more';
  }
  if (isFollowed(head, first)) return { kind: 'lines', startAt: first };
  const chosen = chooseArray(arrays);
  if (chosen !== null) return 'paths' in chosen ? chosen : arrayShape(chosen);
  if (!isWhole && head[first] === '{') return 'more';
  const empty = arrays.find(({ kind }) => kind === 'empty');
  if (empty !== undefined) return arrayShape(empty);
  return head[first] === '{' ? { kind: 'lines', startAt: first } : 'none';
}

function arrayShape({ startAt }: JsonArray): JsonShape {
  return { kind: 'array', startAt };
}

/** The one that holds codes, else the one with most elements; several alike cannot be told apart. */
function chooseArray(arrays: JsonArray[]): JsonArray | { paths: string[] } | null {
  const tables = arrays.filter(({ kind }) => kind === 'objects' || kind === 'arrays');
  const withCodes = tables.filter(({ hasCodes }) => hasCodes);
  const likely = withCodes.length > 0 ? withCodes : tables;
  const most = Math.max(0, ...likely.map(({ count }) => count));
  const best = withCodes.length > 0 ? withCodes : likely.filter(({ count }) => count === most);
  if (best.length > 1) return { paths: best.map(({ path }) => path) };
  return best[0] ?? null;
}

/** Whether another value follows the first: then each is a row. */
function isFollowed(head: string, first: number): boolean {
  let depth = 0;
  for (let at = first; at < head.length; at++) {
    const character = head[at];
    if (character === '"') {
      at = findStringEnd(head, at);
      if (at < 0) return false;
    } else if (character === '{' || character === '[') depth++;
    else if ((character === '}' || character === ']') && --depth === 0) {
      const next = skipSpace(head, at + 1);
      return head[next] === '{' || head[next] === '[' || (head[next] === ',' && next + 1 < head.length);
    }
  }
  return false;
}
