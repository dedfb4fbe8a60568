import type { Damage } from '../../messages/damage/index.ts';
import { BrokenError } from '../broken.ts';
import type { JsonShape } from './json-shape.ts';

/** Thrown of text that is not JSON, or not rows. */
export class JsonError extends BrokenError {
  readonly line: number;

  constructor(line: number, damage: Damage) {
    super(damage);
    this.line = line;
  }
}

/** One row: an object or an array, as it is written. */
export interface JsonValue {
  text: string;
  /** Line of the text on which it starts, from 1. */
  line: number;
}

const longestValue = 64 << 20;
const deepest = 1000;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const LF = 0x0a;

/**
 * Cuts JSON text into its rows, each handed on as soon as it is complete. Nothing is parsed yet: numbers keep their digits.
 *
 * @throws {JsonError} when a row is neither an object nor an array, or the text ends within one
 */
export async function* splitJson(texts: AsyncIterable<string>, shape: JsonShape): AsyncGenerator<JsonValue[]> {
  let rest = '';
  let line = 1;
  let skipped = false;
  let isEnded = false;
  /** How far the value at the start of `rest` has been looked at, so that a long one is not looked at again and again. */
  let resume = { offset: 0, depth: 0, inString: false };
  for await (const piece of texts) {
    rest += piece;
    if (!skipped) {
      if (rest.length < shape.startAt) continue;
      line += countBreaks(rest, 0, shape.startAt);
      rest = rest.slice(shape.startAt);
      skipped = true;
    }
    const values: JsonValue[] = [];
    let at = 0;
    while (at < rest.length && !isEnded) {
      const code = rest.charCodeAt(at);
      if (code <= 0x20 || code === COMMA) {
        if (code === LF) line++;
        at++;
      } else if (code === CLOSE_BRACKET && shape.kind === 'array') isEnded = true;
      else if (code !== OPEN_BRACE && code !== OPEN_BRACKET) {
        throw new JsonError(line, { kind: 'no-row', text: rest.slice(at, at + 20) });
      } else {
        const end = findEnd(rest, at, resume, line);
        if (end < 0) break;
        const text = rest.slice(at, end);
        values.push({ text, line });
        line += countBreaks(text, 0, text.length);
        at = end;
        resume = { offset: 0, depth: 0, inString: false };
      }
    }
    rest = isEnded ? '' : rest.slice(at);
    if (rest.length > longestValue) throw new JsonError(line, { kind: 'row-too-long' });
    if (values.length > 0) yield values;
    if (isEnded) return;
  }
  if (rest.trim() !== '' || shape.kind === 'array') throw new JsonError(line, { kind: 'ends-early' });
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
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === BACKSLASH) {
        if (at + 1 >= text.length) break;
        at++;
      } else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) inString = true;
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      if (++depth > deepest) throw new JsonError(line, { kind: 'nested-too-deep' });
    } else if ((code === CLOSE_BRACE || code === CLOSE_BRACKET) && --depth === 0) return at + 1;
  }
  resume.offset = at - from;
  resume.depth = depth;
  resume.inString = inString;
  return -1;
}

function countBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
