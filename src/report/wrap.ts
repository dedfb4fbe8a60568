import { measureWidth } from './width.ts';

/** Where a line may break: after a space, and on either side of a Chinese character, but not before what closes. */
const pieces = /[^\s\u2e80-\uffef]+\s*|[\u2e80-\uffef][，。、；：）」”！？]*\s*|\s+/g;

/** A text in lines of at most `width` columns, as far as it has places to break; plain text, without colours. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [piece] of text.matchAll(pieces)) {
    if (line !== '' && measureWidth((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}
