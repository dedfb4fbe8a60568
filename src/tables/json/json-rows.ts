import { isValid } from '../../code/validate.ts';
import { JsonError } from './json-error.ts';
import { anyKey, type JsonPath, showPath } from './json-path.ts';
import type { JsonShape } from './json-shape.ts';
import { type JsonFrame, walkJson } from './json-walk.ts';

/** One row: an object or an array, as it is written. */
export interface JsonValue {
  text: string;
  /** Line of the text on which it starts, from 1. */
  line: number;
}

/** What was passed over beside the rows. */
export interface PassedOver {
  /** Scalars that stand where rows do, which are none. */
  scalars: { count: number; line: number };
  /** Other arrays in which codes were met: the first ten. */
  otherPaths: Set<string>;
  /** Keys of an object whose members are the rows: how many, and the first of them. */
  keys: { count: number; names: string[] };
}

export function createPassedOver(): PassedOver {
  return { scalars: { count: 0, line: 0 }, otherPaths: new Set(), keys: { count: 0, names: [] } };
}

interface Place {
  path: JsonPath;
  /** Whether it lies on the way to the rows. */
  isOnTheWay: boolean;
  /** Whether it stands where one of the other kind leads to the rows: many programs write `[]` or `{}` for nothing. */
  mustBeEmpty: boolean;
}

const mostPaths = 10;
const codeSource = /^"[0-9A-Za-z]{18}"$/;

/**
 * Cuts JSON text into its rows, each handed on as soon as it is complete. Nothing in them is parsed: numbers keep their digits.
 *
 * @throws {JsonError} when it is not JSON, or something else than such rows stands where they do
 */
export async function* splitJson(
  texts: AsyncIterable<string>,
  shape: JsonShape,
  passedOver: PassedOver = createPassedOver(),
): AsyncGenerator<JsonValue[]> {
  const { path: wanted } = shape;
  let values: JsonValue[] = [];

  function open(parent: JsonFrame<Place> | null, isArray: boolean, line: number): Place | 'row' {
    const outer = parent?.data ?? null;
    const step = parent?.isArray === true ? null : (parent?.key ?? '');
    const path = outer === null ? [] : [...outer.path, step];
    if (outer?.mustBeEmpty === true) throw new JsonError(line, { kind: 'mixed-rows' });
    const next = outer === null ? null : wanted[outer.path.length];
    const isMember = next === anyKey && parent?.isArray === false && !isArray;
    if (outer !== null && !(outer.isOnTheWay && (next === step || isMember))) {
      return { path, isOnTheWay: false, mustBeEmpty: false };
    }
    if (isMember && passedOver.keys.names.length < mostPaths) passedOver.keys.names.push(step ?? '');
    if (isMember) passedOver.keys.count++;
    const isRow = path.length === wanted.length;
    const isOfKind = isArray === (isRow ? shape.kind === 'arrays' : wanted[path.length] === null);
    if (isRow && !isOfKind) throw new JsonError(line, { kind: 'mixed-rows' });
    return isRow ? 'row' : { path, isOnTheWay: isOfKind, mustBeEmpty: !isOfKind };
  }

  function scalar(parent: JsonFrame<Place> | null, source: string, line: number): void {
    const outer = parent?.data;
    if (outer?.mustBeEmpty === true) throw new JsonError(line, { kind: 'mixed-rows' });
    const isElement = parent === null || (outer?.isOnTheWay === true && parent.isArray);
    if (isElement && (outer?.path.length ?? -1) + 1 === wanted.length) {
      const { scalars } = passedOver;
      if (scalars.count++ === 0) scalars.line = line;
    }
    if (outer?.isOnTheWay === false && outer.path.includes(null) && codeSource.test(source)) {
      const isNews = passedOver.otherPaths.size < mostPaths && isValid(source.slice(1, -1));
      if (isNews) passedOver.otherPaths.add(showPath(outer.path));
    }
  }

  const row = (text: string, line: number): void => {
    values.push({ text, line });
  };
  const walk = walkJson<Place>({ open, scalar, row });
  for await (const text of texts) {
    walk.push(text);
    if (values.length > 0) yield values;
    values = [];
  }
  walk.end();
  if (values.length > 0) yield values;
}
