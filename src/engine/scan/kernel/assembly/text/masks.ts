// One 64-bit mask out of the masks of four 16-byte vectors.

/** Four masks of 16 bytes as one of 64, the first byte lowest. */
@inline
export function joinMasks(a: i32, b: i32, c: i32, d: i32): u64 {
  return <u64><u32>(a | (b << 16)) | (<u64><u32>(c | (d << 16)) << 32);
}
