const shortBytes = 64;

/** Bytes on their way to what they become. */
export interface Rewriting {
  /** Puts bytes in the place of those from `start` to before `end`; places ascend and do not overlap. */
  replace(start: number, end: number, bytes: Uint8Array): void;
  finish(): Uint8Array;
}

/**
 * Starts to rewrite bytes. Edits are made as they come: nobody has to keep a million of them.
 *
 *   before   ═══════╤═════╤══════════╤═══╤═════
 *                   │edit │          │   │
 *   after    ═══════╧══╤══╧═══════╤══╧═╤═╧═════   everything between stays byte for byte
 */
export function startRewriting(bytes: Uint8Array): Rewriting {
  let out = new Uint8Array();
  let from = 0;
  let to = 0;
  const reserve = (more: number): void => {
    if (to + more <= out.length) return;
    const longer = new Uint8Array(Math.max(to + more, out.length * 2, bytes.length + (bytes.length >> 3)));
    longer.set(out.subarray(0, to));
    out = longer;
  };
  const append = (source: Uint8Array, start: number, end: number): void => {
    reserve(end - start);
    // Short pieces are quicker byte by byte than as views.
    if (end - start > shortBytes) out.set(source.subarray(start, end), to);
    else for (let at = start; at < end; at++) out[to + at - start] = source[at] ?? 0;
    to += end - start;
  };
  return {
    replace(start, end, replacement) {
      append(bytes, from, start);
      append(replacement, 0, replacement.length);
      from = end;
    },
    finish() {
      if (from === 0 && to === 0) return bytes;
      append(bytes, from, bytes.length);
      return out.subarray(0, to);
    },
  };
}
