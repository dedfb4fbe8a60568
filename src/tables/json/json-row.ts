import { writeNumber } from '../workbook/number-text.ts';
import { describeUnexpected, JsonError } from './json-error.ts';
import type { JsonValue } from './json-rows.ts';
import { findStringEnd, skipSpace } from './json-text.ts';
import { parseString } from './json-walk.ts';

const number = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$/;

/** The cells of a row that is an array, or those of an object with its keys: those of an object in it follow its own. */
export interface JsonRow {
  keys: string[] | null;
  cells: string[];
}

/** Stands between the keys that lead to a cell of an object in a row, and before the number of one that the row has again. */
export const keyJoint = '\u0000';
/** Objects deeper in a row stay JSON. */
const deepest = 8;

/**
 * Reads one row. Strings are what they say; numbers keep the digits they are written with, which JSON.parse would round beyond
 * 2^53; null is an empty cell; the members of objects in a row are cells of it; arrays in it stay JSON.
 *
 * @throws {JsonError} when it is not JSON
 */
export function readJsonRow({ text, line }: JsonValue): JsonRow {
  const isObject = text.startsWith('{');
  const row: { keys: string[]; cells: string[] } = { keys: [], cells: [] };
  readMembers(text, line, row, '', 1);
  return isObject ? { keys: tellApart(row.keys), cells: row.cells } : { keys: null, cells: row.cells };
}

function readMembers(
  text: string,
  line: number,
  row: { keys: string[]; cells: string[] },
  prefix: string,
  depth: number,
): void {
  const isObject = text.startsWith('{');
  const fail = (at: number): never => {
    throw new JsonError(line, describeUnexpected(text, at));
  };
  const close = isObject ? '}' : ']';
  let at = skipSpace(text, 1);
  if (text[at] === close) return;
  while (true) {
    let key = prefix;
    if (isObject) {
      const end = text[at] === '"' ? findStringEnd(text, at) : -1;
      if (end < 0) fail(at);
      key += readString(text, at, end, line);
      at = skipSpace(text, end + 1);
      if (text[at] !== ':') fail(at);
      at = skipSpace(text, at + 1);
    }
    const end = findValueEnd(text, at);
    if (isObject && text[at] === '{' && depth < deepest && text[end - 1] === '}') {
      readMembers(text.slice(at, end), line, row, key + keyJoint, depth + 1);
    } else {
      if (isObject) row.keys.push(key);
      row.cells.push(readValue(text, at, end, line));
    }
    at = skipSpace(text, end);
    if (text[at] === close) return;
    if (text[at] !== ',') fail(at);
    at = skipSpace(text, at + 1);
  }
}

/** A key that a row has twice names two columns: neither value is lost. */
function tellApart(keys: string[]): string[] {
  if (new Set(keys).size === keys.length) return keys;
  const counts = new Map<string, number>();
  return keys.map((key) => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count === 1 ? key : `${key}${keyJoint}${keyJoint}${count}`;
  });
}

/** Names of columns by the keys that lead to them: the last of these, where no other column has it, else all of them. */
export function nameColumns(paths: readonly string[]): string[] {
  const parts = paths.map((path) => (path.split(keyJoint + keyJoint)[0] ?? '').split(keyJoint));
  const counts = new Map<string, number>();
  for (const keys of parts) counts.set(keys.at(-1) ?? '', (counts.get(keys.at(-1) ?? '') ?? 0) + 1);
  return parts.map((keys) => (counts.get(keys.at(-1) ?? '') === 1 ? (keys.at(-1) ?? '') : keys.join('.')));
}

function readString(text: string, from: number, end: number, line: number): string {
  const inner = text.slice(from + 1, end);
  if (!inner.includes('\\') && !/[\x00-\x1f]/.test(inner)) return inner;
  return parseString(text.slice(from, end + 1), line);
}

function readValue(text: string, from: number, end: number, line: number): string {
  const first = text[from];
  if (first === '"') return readString(text, from, end - 1, line);
  const source = text.slice(from, end);
  if (source === 'null') return '';
  if (source === 'true' || source === 'false') return source;
  if (number.test(source)) return writeNumber(source);
  try {
    JSON.parse(source);
  } catch (error) {
    throw new JsonError(line, { kind: 'technical', reason: (error as Error).message });
  }
  return source;
}

function findValueEnd(text: string, from: number): number {
  const first = text[from];
  if (first === '"') return findStringEnd(text, from) + 1 || text.length;
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === '"') {
      at = findStringEnd(text, at);
      if (at < 0) return text.length;
    } else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') {
      if (depth === 0) return at;
      if (--depth === 0) return at + 1;
    } else if (depth === 0 && (character === ',' || text.charCodeAt(at) <= 0x20)) return at;
  }
  return text.length;
}
