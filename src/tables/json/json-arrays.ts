import { isValid } from '../../code/validate.ts';
import { findStringEnd, skipSpace } from './json-text.ts';

/** An array of a JSON text that may be its records. */
export interface JsonArray {
  /** The keys that lead to it: `data.list`; empty for the text itself. */
  path: string;
  /** Where its first element starts, in characters. */
  startAt: number;
  /** Of its elements in the beginning of the text: how many, of what, and whether a code is among their values. */
  count: number;
  kind: 'objects' | 'arrays' | 'scalars' | 'empty';
  hasCodes: boolean;
}

interface Level {
  isArray: boolean;
  /** The key whose value is being read. */
  key: string;
  array: JsonArray | null;
}

const longestCode = 64;

/**
 * The arrays of a text that no other array holds, at any depth of objects. A text cut off at its end is read as far as it goes.
 *
 * @param head the beginning of the text, or all of it
 */
export function listJsonArrays(head: string): JsonArray[] {
  const found: JsonArray[] = [];
  const levels: Level[] = [];
  let within: JsonArray | null = null;
  let expectsKey = false;
  for (let at = skipSpace(head, head.charCodeAt(0) === 0xfeff ? 1 : 0); at < head.length; at++) {
    const character = head[at];
    const level = levels.at(-1);
    if (character === '"') {
      const end = findStringEnd(head, at);
      if (end < 0) break;
      const text = head.slice(at + 1, end);
      if (expectsKey && level !== undefined && !level.isArray) level.key = text;
      else if (within !== null && text.length <= longestCode && isValid(text)) within.hasCodes = true;
      if (level?.isArray === true && level.array !== null && level.array.kind === 'empty') level.array.kind = 'scalars';
      expectsKey = false;
      at = end;
    } else if (character === '{' || character === '[') {
      const isArray = character === '[';
      const outer = level?.array ?? null;
      if (level?.isArray === true && outer !== null) {
        outer.count++;
        if (outer.kind === 'empty' || outer.kind === 'scalars') outer.kind = isArray ? 'arrays' : 'objects';
      }
      let array: JsonArray | null = null;
      if (isArray && within === null) {
        const path = levels.flatMap(({ key }) => (key === '' ? [] : [key])).join('.');
        array = { path, startAt: at + 1, count: 0, kind: 'empty', hasCodes: false };
        found.push(array);
        within = array;
      }
      levels.push({ isArray, key: '', array });
      expectsKey = !isArray;
    } else if (character === '}' || character === ']') {
      const closed = levels.pop();
      if (closed?.array !== null && closed?.array === within) within = null;
      expectsKey = false;
      if (levels.length === 0) break;
    } else if (character === ',') expectsKey = level?.isArray === false;
    else if (character === ':') expectsKey = false;
    else if (level?.array?.kind === 'empty' && head.charCodeAt(at) > 0x20) level.array.kind = 'scalars';
  }
  return found;
}
