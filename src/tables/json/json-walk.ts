import { describeUnexpected, JsonError } from './json-error.ts';
import { findStringEnd } from './json-text.ts';

// A text is walked piece by piece; what stands between its rows is never kept:
//
//   {"code":200,"data":[{"a":1},{"a":2}],"total":2}
//   │open  scalar      │open │          │  scalar  close
//                            └ row(text, line): open() said so; handed on whole, unparsed

/** An object or array that is being walked. */
export interface JsonFrame<T> {
  isArray: boolean;
  /** Key of the value that is read, in an object. */
  key: string;
  /** What `open` gave for it. */
  data: T;
}

/** Told of what stands in a text. A parent of null: the value stands for itself, alone or one after the other (NDJSON). */
export interface JsonVisitor<T> {
  /** An object or array starts: what is to be known of it, or `row`, when it is to be handed on whole. */
  open(parent: JsonFrame<T> | null, isArray: boolean, line: number): T | 'row';
  row(text: string, line: number): void;
  /** A scalar, as it is written. */
  scalar(parent: JsonFrame<T> | null, source: string, line: number): void;
}

export interface JsonWalk {
  /** @throws {JsonError} when the text so far is not JSON */
  push(text: string): void;
  /** @throws {JsonError} when the text ends within a value */
  end(): void;
}

const longestValue = 64 << 20;
const deepest = 1000;
const numberOrWord = /^(true|false|null|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?)$/;
const afterScalar = /[,\]}\s:"[{]/g;

/** Walks JSON text, or JSON texts one after the other, with or without commas between them. */
export function walkJson<T>(visitor: JsonVisitor<T>): JsonWalk {
  const frames: JsonFrame<T>[] = [];
  let expected: 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'next' = 'value';
  let rest = '';
  let line = 1;
  /** How far the row at the start of `rest` has been looked at, so that a long one is not looked at again and again. */
  let resume: { offset: number; depth: number; inString: boolean } | null = null;

  const fail = (at: number): never => {
    throw new JsonError(line, describeUnexpected(rest, at));
  };
  const finishValue = (): void => {
    expected = frames.length === 0 ? 'value' : 'next';
  };

  function close(at: number, isArray: boolean): void {
    const frame = frames.at(-1);
    const mayEnd = expected === 'next' || expected === (isArray ? 'first-value' : 'first-key');
    if (frame === undefined || frame.isArray !== isArray || !mayEnd) fail(at);
    frames.pop();
    finishValue();
  }

  /** Reads the row at `at`: where it ends, -1 when not yet. */
  function readRow(at: number): number {
    resume ??= { offset: 0, depth: 0, inString: false };
    const end = findEnd(rest, at, resume, line);
    if (end < 0) return -1;
    const text = rest.slice(at, end);
    visitor.row(text, line);
    line += countBreaks(text);
    resume = null;
    finishValue();
    return end;
  }

  function open(at: number, isArray: boolean): number {
    if (expected !== 'value' && expected !== 'first-value') fail(at);
    const data = visitor.open(frames.at(-1) ?? null, isArray, line);
    if (data === 'row') return readRow(at);
    if (frames.push({ isArray, key: '', data }) > deepest) throw new JsonError(line, { kind: 'nested-too-deep' });
    expected = isArray ? 'first-value' : 'first-key';
    return at + 1;
  }

  function readString(at: number): number {
    const end = findStringEnd(rest, at);
    if (end < 0) return -1;
    const source = rest.slice(at, end + 1);
    const frame = frames.at(-1);
    if (expected === 'key' || expected === 'first-key') {
      if (frame !== undefined) frame.key = source.includes('\\') ? parseString(source, line) : source.slice(1, -1);
      expected = 'colon';
    } else if (expected === 'value' || expected === 'first-value') {
      visitor.scalar(frame ?? null, source, line);
      finishValue();
    } else fail(at);
    return end + 1;
  }

  function readScalar(at: number, isEnd: boolean): number {
    afterScalar.lastIndex = at;
    const end = afterScalar.exec(rest)?.index ?? rest.length;
    if (end === rest.length && !isEnd && end - at < longestValue) return -1;
    const source = rest.slice(at, end).replace(/[\0\x1a]+$/, '');
    if ((expected !== 'value' && expected !== 'first-value') || !numberOrWord.test(source)) fail(at);
    visitor.scalar(frames.at(-1) ?? null, source, line);
    finishValue();
    return end;
  }

  function step(at: number, isEnd: boolean): number {
    const character = rest[at];
    if (character === '{' || character === '[') return open(at, character === '[');
    if (character === '}' || character === ']') {
      close(at, character === ']');
      return at + 1;
    }
    if (character === '"') return readString(at);
    if (character === ',') {
      if (expected === 'next') expected = frames.at(-1)?.isArray === true ? 'value' : 'key';
      else if (frames.length > 0) fail(at);
      return at + 1;
    }
    if (character !== ':') return readScalar(at, isEnd);
    if (expected !== 'colon') fail(at);
    expected = 'value';
    return at + 1;
  }

  function read(isEnd: boolean): void {
    let at = 0;
    while (at < rest.length) {
      const code = rest.charCodeAt(at);
      if (code <= 0x20) {
        if (code === 0x0a) line++;
        at++;
        continue;
      }
      const next = resume === null ? step(at, isEnd) : readRow(at);
      if (next < 0) break;
      at = next;
    }
    rest = rest.slice(at);
    if (rest.length > longestValue) throw new JsonError(line, { kind: 'row-too-long' });
  }

  return {
    push(text) {
      rest += text;
      read(false);
    },
    end() {
      read(true);
      if (rest !== '' || frames.length > 0) throw new JsonError(line, { kind: 'ends-early' });
    },
  };
}

/** What the text of a string says. */
export function parseString(source: string, line: number): string {
  try {
    return JSON.parse(source) as string;
  } catch (error) {
    throw new JsonError(line, { kind: 'technical', reason: (error as Error).message });
  }
}

/** Where the value that starts at `from` ends; -1 when it does not yet. */
function findEnd(
  text: string,
  from: number,
  resume: { offset: number; depth: number; inString: boolean },
  line: number,
): number {
  let at = from + resume.offset;
  let { depth, inString } = resume;
  for (; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (inString) {
      if (character === 0x5c) {
        if (at + 1 >= text.length) break;
        at++;
      } else if (character === 0x22) inString = false;
    } else if (character === 0x22) inString = true;
    else if (character === 0x7b || character === 0x5b) {
      if (++depth > deepest) throw new JsonError(line, { kind: 'nested-too-deep' });
    } else if ((character === 0x7d || character === 0x5d) && --depth === 0) return at + 1;
  }
  resume.offset = at - from;
  resume.depth = depth;
  resume.inString = inString;
  return -1;
}

function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
