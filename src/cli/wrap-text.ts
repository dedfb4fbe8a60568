import { measureWidth } from '../report/width.ts';

/** A line may break before each of these: a word, or a Chinese character, with the punctuation that belongs to it. */
const PIECES =
  /\s*[（“「]*(?:\p{sc=Han}|[^\s\p{sc=Han}（“「，。、；：）”」]+|(?=[，。、；：）”」]))[，。、；：）”」]*/gu;

/** Breaks a paragraph into lines of at most `width` columns; Chinese text has no spaces to break at. */
export function wrapText(text: string, width: number): string {
  return text
    .split('\n')
    .flatMap((line) => wrapLine(line, width))
    .join('\n');
}

function wrapLine(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(PIECES) ?? []) {
    if (line !== '' && measureWidth(line + piece) > width) {
      lines.push(line);
      line = piece.trimStart();
    } else line += piece;
  }
  return [...lines, line];
}
