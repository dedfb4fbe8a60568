import { writeNumber } from '../workbook/number-text.ts';
import { findStringEnd, skipSpace } from './json-text.ts';
import { JsonError, type JsonValue } from './json-values.ts';

const number = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$/;

/** The cells of a row that is an array, or those of an object with its keys. */
export interface JsonRow {
  keys: string[] | null;
  cells: string[];
}

/**
 * Reads one row. Strings are what they say; numbers keep the digits they are written with, which JSON.parse would round beyond
 * 2^53; null is an empty cell; arrays and objects in it stay JSON.
 *
 * @throws {JsonError} when it is not JSON
 */
export function readJsonRow({ text, line }: JsonValue): JsonRow {
  const isObject = text.startsWith('{');
  const keys: string[] = [];
  const cells: string[] = [];
  const fail = (at: number): never => {
    throw new JsonError(line, { kind: 'unexpected-text', text: text.slice(at, at + 20) });
  };
  const close = isObject ? '}' : ']';
  let at = skipSpace(text, 1);
  if (text[at] === close) return { keys: isObject ? keys : null, cells };
  while (true) {
    if (isObject) {
      const end = text[at] === '"' ? findStringEnd(text, at) : -1;
      if (end < 0) fail(at);
      keys.push(readString(text, at, end, line));
      at = skipSpace(text, end + 1);
      if (text[at] !== ':') fail(at);
      at = skipSpace(text, at + 1);
    }
    const end = findValueEnd(text, at);
    cells.push(readValue(text, at, end, line));
    at = skipSpace(text, end);
    if (text[at] === close) return { keys: isObject ? keys : null, cells };
    if (text[at] !== ',') fail(at);
    at = skipSpace(text, at + 1);
  }
}

function readString(text: string, from: number, end: number, line: number): string {
  const inner = text.slice(from + 1, end);
  if (!inner.includes('\\') && !/[\x00-\x1f]/.test(inner)) return inner;
  return parse(text.slice(from, end + 1), line) as string;
}

function readValue(text: string, from: number, end: number, line: number): string {
  const first = text[from];
  if (first === '"') return readString(text, from, end - 1, line);
  const source = text.slice(from, end);
  if (source === 'null') return '';
  if (source === 'true' || source === 'false') return source;
  if (number.test(source)) return writeNumber(source);
  parse(source, line);
  return source;
}

function parse(source: string, line: number): unknown {
  try {
    return JSON.parse(source);
  } catch (error) {
    throw new JsonError(line, { kind: 'technical', reason: (error as Error).message });
  }
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
