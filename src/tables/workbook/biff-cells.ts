/** Records of cells that say something, in BIFF5 and BIFF8: FORMULA, RSTRING, LABELSST, NUMBER, LABEL, BOOLERR, RK. */
const cellRecords = new Set([0x06, 0xd6, 0xfd, 0x203, 0x204, 0x205, 0x27e]);
/** Several numbers side by side. */
const manyNumbers = 0xbd;
const numberBytes = 6;

/** Counts the cells of a stream of BIFF records, up to a limit: what reading it would hold in memory. */
export function countBiffCells(stream: ArrayLike<number>, limit: number): number {
  const read = (at: number): number => (stream[at] ?? 0) | ((stream[at + 1] ?? 0) << 8);
  let count = 0;
  for (let at = 0; at + 4 <= stream.length && count <= limit; ) {
    const type = read(at);
    const length = read(at + 2);
    if (cellRecords.has(type)) count++;
    else if (type === manyNumbers) count += Math.floor((length - numberBytes) / numberBytes);
    at += 4 + length;
  }
  return count;
}
