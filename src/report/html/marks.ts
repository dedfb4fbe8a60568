/** A segment of text, and whether it is where the difference lies. */
export interface Segment {
  text: string;
  isMarked: boolean;
}

/** Ends of the parts of a code but the last: authority, category, region, organization code, check character. */
const ENDS = [1, 2, 8, 17];

/**
 * How `text` differs from `other`: position by position when both are of one length, else all between what they begin and
 * end with alike.
 *
 * @example markDifferences('甲乙公司', '甲公司') // 甲[乙]公司
 */
export function markDifferences(text: string, other: string): Segment[] {
  const [own, their] = [[...text], [...other]];
  if (own.length === their.length)
    return joinSegments(own.map((character, at) => mark(character, character !== their[at])));
  const shorter = Math.min(own.length, their.length);
  let start = 0;
  while (start < shorter && own[start] === their[start]) start++;
  let end = 0;
  while (end < shorter - start && own[own.length - 1 - end] === their[their.length - 1 - end]) end++;
  return joinSegments(own.map((character, at) => mark(character, at >= start && at < own.length - end)));
}

/** Text with the character at one position (from 1) marked. */
export function markPosition(text: string, position: number): Segment[] {
  return joinSegments([...text].map((character, at) => mark(character, at + 1 === position)));
}

/** A code of 18 in its parts, as it is read aloud; other text as one. */
export function groupSegments(segments: Segment[]): Segment[][] {
  const text = segments.map((segment) => segment.text).join('');
  if (!/^[0-9A-Z]{18}$/.test(text)) return [segments];
  const groups: Segment[][] = [[]];
  let at = 0;
  for (const { text: part, isMarked } of segments) {
    for (const character of part) {
      if (ENDS.includes(at)) groups.push([]);
      groups.at(-1)?.push(mark(character, isMarked));
      at++;
    }
  }
  return groups.map(joinSegments);
}

function mark(text: string, isMarked: boolean): Segment {
  return { text, isMarked };
}

function joinSegments(segments: Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    if (last?.isMarked === segment.isMarked) last.text += segment.text;
    else joined.push({ ...segment });
  }
  return joined;
}
