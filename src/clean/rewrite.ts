/** Some bytes that take the place of others. */
export interface Edit {
  /** Start and end of what goes, from the stretch's start. */
  start: number;
  end: number;
  bytes: Uint8Array;
}

/**
 * A stretch with its edits made; they ascend and do not overlap.
 *
 *   before   ═══════╤═════╤══════════╤═══╤═════
 *                   │edit │          │   │
 *   after    ═══════╧══╤══╧═══════╤══╧═╤═╧═════   everything between stays byte for byte
 */
export function rewrite(bytes: Uint8Array, edits: Edit[]): Uint8Array {
  if (edits.length === 0) return bytes;
  const growth = edits.reduce((sum, edit) => sum + edit.bytes.length - (edit.end - edit.start), 0);
  const out = new Uint8Array(bytes.length + growth);
  let from = 0;
  let to = 0;
  for (const edit of edits) {
    out.set(bytes.subarray(from, edit.start), to);
    to += edit.start - from;
    out.set(edit.bytes, to);
    to += edit.bytes.length;
    from = edit.end;
  }
  out.set(bytes.subarray(from), to);
  return out;
}
