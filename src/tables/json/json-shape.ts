/** Where the rows of a JSON text stand. */
export interface JsonShape {
  /** `lines`: one value after the other; `array`: the elements of one array. */
  kind: 'lines' | 'array';
  /** Where they start, in characters: behind the bracket of the array. */
  startAt: number;
}

/**
 * Finds the rows: values one after the other (NDJSON), the elements of an array, or those of an array in an object, as
 * database tools write it: `{"RECORDS":[{…},…]}`.
 *
 * @param head the beginning of the text, or all of it
 */
export function findJsonShape(head: string): JsonShape {
  const first = skipSpace(head, head.charCodeAt(0) === 0xfeff ? 1 : 0);
  if (head[first] === '[') {
    const inner = head[skipSpace(head, first + 1)];
    return inner === '{' || inner === '[' || inner === ']'
      ? { kind: 'array', startAt: first + 1 }
      : { kind: 'lines', startAt: first };
  }
  const { end, arrayAt } = surveyObject(head, first);
  const isAlone = end < 0 || skipSpace(head, end) >= head.length;
  return isAlone && arrayAt >= 0 ? { kind: 'array', startAt: arrayAt } : { kind: 'lines', startAt: first };
}

/** Where an object ends (-1: beyond the head), and where its first array of objects or arrays starts. */
function surveyObject(head: string, from: number): { end: number; arrayAt: number } {
  let depth = 0;
  let arrayAt = -1;
  for (let at = from; at < head.length; at++) {
    const character = head[at];
    if (character === '"') {
      at = findStringEnd(head, at);
      if (at < 0) return { end: -1, arrayAt };
    } else if (character === '{' || character === '[') {
      depth++;
      const inner = head[skipSpace(head, at + 1)];
      if (arrayAt < 0 && depth === 2 && character === '[' && (inner === '{' || inner === '[')) arrayAt = at + 1;
    } else if ((character === '}' || character === ']') && --depth === 0) return { end: at + 1, arrayAt };
  }
  return { end: -1, arrayAt };
}

/** Where the quote stands that ends the string which starts at `from`; -1 when it is not there. */
export function findStringEnd(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === 0x5c) slashes++;
    if (slashes % 2 === 0) return at;
  }
  return -1;
}

export function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at++;
  return at;
}
