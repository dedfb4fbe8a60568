/** The code cell of the row at hand: bytes in UTF-8, set, dressed and copied. */
export class Cell {
  readonly bytes = new Uint8Array(1024);
  length = 0;
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  set(text: string): void {
    this.length = this.#encoder.encodeInto(text, this.bytes).written;
  }

  push(byte: number): void {
    this.bytes[this.length++] = byte;
  }

  text(): string {
    return this.#decoder.decode(this.bytes.subarray(0, this.length));
  }

  has(first: number, second = first): boolean {
    for (let at = 0; at < this.length; at++) {
      const byte = this.bytes[at];
      if (byte === first || byte === second) return true;
    }
    return false;
  }
}
