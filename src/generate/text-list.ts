/**
 * A list of short texts, encoded once, to be copied into rows.
 *
 *   bytes   山东省泰安市…                 all texts, one after another
 *   starts  0     9     18  …            text i is bytes[starts[i]] to before bytes[starts[i + 1]]
 */
export class TextList {
  readonly texts: readonly string[];
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;

  constructor(texts: readonly string[]) {
    const encoder = new TextEncoder();
    const encoded = texts.map((text) => encoder.encode(text));
    this.texts = texts;
    this.starts = new Uint32Array(texts.length + 1);
    let size = 0;
    encoded.forEach((piece, index) => {
      size += piece.length;
      this.starts[index + 1] = size;
    });
    this.bytes = new Uint8Array(size);
    encoded.forEach((piece, index) => {
      this.bytes.set(piece, this.starts[index]);
    });
  }

  get count(): number {
    return this.texts.length;
  }
}
