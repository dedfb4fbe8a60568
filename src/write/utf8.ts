/** Turns whole characters of UTF-8 into another encoding. */
export type Encoder = (utf8: Uint8Array) => Uint8Array;

/** Bytes of the character whose first byte this is. */
export function sizeOf(lead: number): number {
  return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/** The character at `from`; the bytes must be good UTF-8. */
export function decodePoint(utf8: Uint8Array, from: number): number {
  const lead = utf8[from] ?? 0;
  const second = (utf8[from + 1] ?? 0) & 0x3f;
  if (lead < 0x80) return lead;
  if (lead < 0xe0) return ((lead & 0x1f) << 6) | second;
  const third = (utf8[from + 2] ?? 0) & 0x3f;
  if (lead < 0xf0) return ((lead & 0x0f) << 12) | (second << 6) | third;
  return ((lead & 0x07) << 18) | (second << 12) | (third << 6) | ((utf8[from + 3] ?? 0) & 0x3f);
}
