import { dashRanges, invisibleRanges, spaceRanges } from '../characters.ts';

/**
 * Normalizing: what people and programs wrap around a code is taken off, what belongs to the value stays.
 *
 *   cell ─ NFKC ─ drop Cc Cf Zs Zl Zp ─ `=` before a quote ─ quotes at both ends ─ one pair of brackets
 *        ─ trailing . 。 , ; 、 : ─ ASCII upper case ──▶ s ─ drop dashes ──▶ t
 *
 * Each step runs once, in this order: `((x))` keeps one pair. Removing more would read a list of codes as one code.
 */
const invisible = new RegExp(`[${invisibleRanges}${spaceRanges}]+`, 'gu');
const dashes = new RegExp(`[${dashRanges}]+`, 'gu');
export const quotes = '\'"`\u2018\u2019\u201A\u201B\u201C\u201D\u201E\u201F';
export const brackets = '()[]{}<>〔〕【】〖〗《》〈〉「」『』〘〙〚〛';
export const punctuationAtEnd = '.。,;、:';
const plain = /^[0-9A-Z]*$/;
const ascii = /^[\x00-\x7F]*$/;
const invisibleAscii = /[\x00-\x20\x7F]/;
const smallLetters = /[a-z]/;

/**
 * The cell freed of everything around the value; dashes inside it stay. This is `s` of the counting rules.
 *
 * @example clean('="9135-0100 m000100y43"') // '9135-0100M000100Y43'
 */
export function clean(cell: string): string {
  if (plain.test(cell)) return cell;
  const visible = dropInvisible(cell);
  const value =
    visible.startsWith('=') && visible.length > 1 && quotes.includes(visible.charAt(1)) ? visible.slice(1) : visible;
  return upperCase(trimEnd(unbracket(trimEnd(trimStart(value, quotes), quotes)), punctuationAtEnd));
}

/**
 * The cell as the code it means: {@link clean} without dashes. This is `t` of the counting rules, and what duplicates are
 * compared by.
 *
 * @example normalize(' ９１３５０１００-M000100Y43。') // '91350100M000100Y43'
 */
export function normalize(cell: string): string {
  return dropDashes(clean(cell));
}

/** `t` from `s`. Dashes: category Pd, the minus sign, the long-vowel mark and the box-drawing line that stand in for it. */
export function dropDashes(cleaned: string): string {
  return plain.test(cleaned) ? cleaned : cleaned.replace(dashes, '');
}

/**
 * An entity name as duplicates compare it: NFKC, without white space and invisible characters, ASCII letters in upper case.
 *
 * @example normalizeName('上海 ａｂｃ（集团）') // '上海ABC(集团)'
 */
export function normalizeName(name: string): string {
  return upperCase(dropInvisible(name));
}

/** Drops the first bracket and the one that closes it, when that is the last character: `(a)` but not `(a)(b)`. */
function unbracket(text: string): string {
  const open = text.charAt(0);
  const kind = brackets.indexOf(open);
  if (open === '' || kind % 2 !== 0) return text;
  const close = brackets.charAt(kind + 1);
  if (!text.endsWith(close)) return text;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === open) depth++;
    else if (character === close && --depth === 0) return at === text.length - 1 ? text.slice(1, -1) : text;
  }
  return text;
}

// Loops, not /[…]+$/: that takes quadratic time on a long run of such characters that does not reach the end.
function trimStart(text: string, characters: string): string {
  let from = 0;
  while (from < text.length && characters.includes(text.charAt(from))) from++;
  return text.slice(from);
}

function trimEnd(text: string, characters: string): string {
  let to = text.length;
  while (to > 0 && characters.includes(text.charAt(to - 1))) to--;
  return text.slice(0, to);
}

/** Most names: NFKC changes nothing in them, and all of it is to be seen. */
const plainName = /^[0-9A-Z()\u4E00-\u9FFF]*$/;

/** NFKC changes nothing in ASCII text, and only spaces and controls are invisible there; most dirty cells are such. */
function dropInvisible(text: string): string {
  if (plainName.test(text)) return text;
  if (!ascii.test(text)) return text.normalize('NFKC').replace(invisible, '');
  return invisibleAscii.test(text) ? text.replace(/[\x00-\x20\x7F]+/g, '') : text;
}

function upperCase(text: string): string {
  if (!smallLetters.test(text)) return text;
  return ascii.test(text) ? text.toUpperCase() : text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}
