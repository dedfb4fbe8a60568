/**
 * What a terminal would obey instead of showing: control characters (with them every escape sequence), and the marks
 * that turn the direction of writing round.
 */
const OBEYED = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Text from outside made safe to print on one line: such characters become `\x1b`, `\u202e`. */
export function escapeControls(text: string): string {
  return text.replace(OBEYED, spell);
}

/** The same for several lines of our own that quote something: line feeds stay. */
export function escapeControlsInLines(text: string): string {
  return text.replace(OBEYED, (character) => (character === '\n' ? character : spell(character)));
}

function spell(character: string): string {
  if (character === '\t') return '\\t';
  if (character === '\n') return '\\n';
  if (character === '\r') return '\\r';
  const hex = (character.codePointAt(0) ?? 0).toString(16);
  return hex.length <= 2 ? `\\x${hex.padStart(2, '0')}` : `\\u${hex.padStart(4, '0')}`;
}
