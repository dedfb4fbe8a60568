// How a cell can be written other than as its code, and how often it is. A cell can be written in several ways at once;
// src/check/causes/writing-faults.ts tells the same ones apart, in this order.
//
//   counts   formatted, lower case, full-width, spaced, dashed, marked   u32 each: cells

/** Counts a cell of these forms at `at`. */
@inline
export function countWritingFaults(at: usize, forms: u32): void {
  store<u32>(at, load<u32>(at) + 1);
  for (let form: u32 = 0; form < 5; form++) {
    const count = at + 4 + (<usize>form << 2);
    store<u32>(count, load<u32>(count) + ((forms >> form) & 1));
  }
}
