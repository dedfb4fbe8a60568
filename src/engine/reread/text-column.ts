/**
 * Many texts as one: between threads one long string costs a copy, a hundred thousand short ones a second.
 *
 *   text  甲公司乙公司丙…      ends  3 6 …
 */
export interface TextColumn {
  text: string;
  /** Where each text ends, in UTF-16 units. */
  ends: Uint32Array<ArrayBuffer>;
}

export function packTexts(texts: string[]): TextColumn {
  const ends = new Uint32Array(texts.length);
  let end = 0;
  for (let index = 0; index < texts.length; index++) {
    end += texts[index]?.length ?? 0;
    ends[index] = end;
  }
  return { text: texts.join(''), ends };
}

export function textAt({ text, ends }: TextColumn, index: number): string {
  return text.slice(index === 0 ? 0 : ends[index - 1], ends[index]);
}

export function unpackTexts(column: TextColumn): string[] {
  return Array.from(column.ends, (_, index) => textAt(column, index));
}
