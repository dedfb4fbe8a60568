import type { Choices } from './choices.ts';
import {
  badNumbers,
  badTexts,
  chooseTable,
  damageBytes,
  type FuzzedReader,
  type ReaderCase,
  writePlain,
} from './table.ts';

type Value = string | number | boolean | null | Value[] | { pairs: [string, Value][] } | { raw: string };

interface JsonStyle {
  gap: string;
  /** How often a character is written as an escape: every so many. */
  escapeEvery: number;
}

function writeText(text: string, { escapeEvery }: JsonStyle): string {
  const units = Array.from({ length: text.length }, (_, at) => {
    const unit = text.charCodeAt(at);
    // A pair is written in one way, or it is two characters of which neither is one.
    const isPlain = (unit & 0xf800) !== 0xd800 && (escapeEvery === 0 || at % escapeEvery !== 0);
    return isPlain ? JSON.stringify(text.charAt(at)).slice(1, -1) : `\\u${unit.toString(16).padStart(4, '0')}`;
  });
  return `"${units.join('')}"`;
}

function writeValue(value: Value, style: JsonStyle): string {
  const { gap } = style;
  if (typeof value === 'string') return writeText(value, style);
  if (value === null || typeof value !== 'object') return String(value);
  if (Array.isArray(value))
    return `[${gap}${value.map((each) => writeValue(each, style)).join(`${gap},${gap}`)}${gap}]`;
  if ('raw' in value) return value.raw;
  const pairs = value.pairs.map(([key, each]) => `${writeText(key, style)}${gap}:${gap}${writeValue(each, style)}`);
  return `{${gap}${pairs.join(`${gap},${gap}`)}${gap}}`;
}

/** Objects and arrays of a value, itself first. */
function listHolders(value: Value): (Value[] | { pairs: [string, Value][] })[] {
  if (value === null || typeof value !== 'object' || 'raw' in value) return [];
  const inside = Array.isArray(value) ? value : value.pairs.map(([, each]) => each);
  return [value, ...inside.flatMap(listHolders)];
}

const odd: readonly ((choose: Choices) => Value)[] = [
  () => null,
  () => true,
  (choose) => choose.pick(badNumbers),
  (choose) => choose.pick(badTexts),
  () => [],
  () => ({ pairs: [] }),
  (choose) => ({
    raw: '['.repeat(choose.pick([5, 100, 5000, 100_000])) + ']'.repeat(choose.pick([5, 100, 5000, 100_000])),
  }),
  (choose) => {
    const depth = choose.pick([5, 100, 5000, 100_000]);
    return { raw: `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}` };
  },
  (choose) => ({
    raw: choose.pick(['NaN', '-', '1e', '01', '"\\u12"', '"\\x"', '"a\nb"', '/* x */1', 'undefined', "'a'", '']),
  }),
  (choose) => ({ raw: '9'.repeat(choose.pick([20, 400, 100_000])) }),
  () => ({ pairs: [['__proto__', { pairs: [['统一社会信用代码', '91110000600037341L']] }]] }),
];

function damageValue(root: Value, choose: Choices): void {
  for (let left = 1 + choose.below(4); left > 0; left--) {
    const holders = listHolders(root);
    const holder = choose.pick(holders);
    const other = choose.pick(holders);
    const value = choose.oneIn(3) ? structuredClone(other as Value) : choose.pick(odd)(choose);
    if (Array.isArray(holder)) holder.splice(choose.below(holder.length + 1), choose.below(2), value);
    else {
      const at = choose.below(holder.pairs.length + 1);
      const key = choose.pick([holder.pairs[at]?.[0] ?? 'x', '统一社会信用代码', '企业名称', ...badTexts]);
      holder.pairs.splice(at, choose.below(2), [key, value]);
    }
  }
}

function write(choose: Choices): ReaderCase {
  const rows = chooseTable(choose);
  const [header = [], ...records] = rows;
  const isReordered = choose.oneIn(2);
  const objects: Value[] = records.map((cells) => {
    const pairs = cells.map((cell, at): [string, Value] => [header[at] ?? '', cell]);
    // The first names the columns.
    return { pairs: isReordered && cells !== records[0] ? choose.shuffle(pairs) : pairs };
  });
  const style: JsonStyle = { gap: choose.pick(['', ' ', '\n', '\t\r\n ']), escapeEvery: choose.pick([0, 1, 2, 7]) };
  const shape = choose.below(4);
  const table: Value = choose.oneIn(3) ? [header, ...records] : objects;
  const envelope: Value = {
    pairs: [
      ['code', 0],
      [
        'data',
        {
          pairs: [
            ['total', objects.length],
            ['list', table],
          ],
        },
      ],
    ],
  };
  const root: Value = shape === 0 ? table : shape === 1 ? envelope : objects;
  const mark = choose.pick(['', '\ufeff']);
  const isDamaged = choose.oneIn(2);
  if (isDamaged) damageValue(root, choose);
  const inOneLine = { ...style, gap: style.gap.replace(/[\r\n]/g, '') };
  const isLines = shape >= 2;
  const text = isLines
    ? `${mark}${objects.map((each) => writeValue(each, inOneLine)).join(choose.pick(['\n', '\r\n', '\n\n', ' ', '']))}\n`
    : mark + writeValue(root, style);
  const name = isLines ? 'a.ndjson' : 'a.json';
  const wide = choose.oneIn(6) ? Buffer.from(text.replace(/^\ufeff?/, '\ufeff'), 'utf16le') : Buffer.from(text);
  const bytes = isDamaged && choose.oneIn(3) ? damageBytes(wide, choose) : wide;
  return isDamaged ? { name, bytes } : { name, bytes, same: writePlain(rows) };
}

export const jsonReader: FuzzedReader = { name: 'json', write };
