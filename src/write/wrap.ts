import { measureWidth } from './width.ts';

/** What stays in one piece: a word or a Chinese character, with what opens before it and what closes after it. */
const pieces =
  /\s*[（“「]*(?:\p{sc=Han}|[^\s\p{sc=Han}（“「，。、；：）”」！？]+|[，。、；：）”」！？])[，。、；：）”」！？]*|\s*[（“「]+/gu;

/** A text in lines of at most `width` columns, as far as it has places to break; plain text, without colours. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(pieces) ?? []) {
    if (line !== '' && measureWidth(line + piece) > width) {
      lines.push(line);
      line = piece.trimStart();
    } else line += piece;
  }
  return line === '' ? lines : [...lines, line];
}
