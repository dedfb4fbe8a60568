const blockRows = 1000;
const between = ',\n';

/**
 * Rows of text in their order, of which the last may be given up again. All but the latest are kept as bytes: in them Chinese takes half the
 * memory, and none of the engine's own.
 */
export interface KeptRows {
  push(row: string): void;
  /** Gives up the last; false when there is none. */
  pop(): boolean;
  /** The rows with commas between them, some at a time. */
  pieces(): Iterable<string>;
}

export function keepRows(): KeptRows {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const blocks: Uint8Array[] = [];
  let latest: string[] = [];
  return {
    push(row) {
      latest.push(row);
      if (latest.length < blockRows) return;
      blocks.push(encoder.encode(latest.join(between)));
      latest = [];
    },
    pop() {
      const block = latest.length === 0 ? blocks.pop() : undefined;
      // A row is JSON, in which no line break stands.
      if (block !== undefined) latest = decoder.decode(block).split(between);
      return latest.pop() !== undefined;
    },
    *pieces() {
      for (const block of blocks) yield decoder.decode(block);
      if (latest.length > 0) yield latest.join(between);
    },
  };
}
