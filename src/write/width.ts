/** Ranges that East Asian Width (UAX #11) calls wide or full-width: two terminal columns each. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];
const ASCII = /^[\x20-\x7e]*$/;
const COLORS = /\u001b\[\d*m/g;
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cc}\p{Cf}]$/u;

/** Columns that a text takes in a terminal; Chinese characters take two, our own colours none. */
export function measureWidth(text: string): number {
  if (ASCII.test(text)) return text.length;
  let width = 0;
  for (const character of text.replace(COLORS, '')) width += widthOf(character);
  return width;
}

/** Fills up with spaces to `width` columns. */
export function pad(text: string, width: number, side: 'left' | 'right' = 'left'): string {
  const space = ' '.repeat(Math.max(0, width - measureWidth(text)));
  return side === 'left' ? text + space : space + text;
}

/** At most `width` columns, an ellipsis where something was cut. Not for coloured text. */
export function truncate(text: string, width: number): string {
  if (measureWidth(text) <= width) return text;
  let kept = '';
  let used = 1;
  for (const character of text) {
    used += widthOf(character);
    if (used > width) break;
    kept += character;
  }
  return `${kept}…`;
}

function widthOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (NO_WIDTH.test(character)) return 0;
  return WIDE.some(([from, to]) => point >= from && point <= to) ? 2 : 1;
}
