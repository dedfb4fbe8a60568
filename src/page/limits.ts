/** Bytes the engine holds for a record: its key and its row. */
export const recordBytes = 12;
const leastBytes = 2 ** 29;
const mostBytes = 2 ** 31;
const defaultGibibytes = 4;

/** Below this a second thread costs more than it saves, and a table is read to its end before it is checked. */
export const inlineBytes = 4 << 20;

/** What files may unpack to, as a multiple of that: it lies in Blobs, which browsers put on disk. */
const unpackTimes = 4;

/** What a page may hold in keys: a quarter of the memory the browser tells of, between half a GiB and 2 GiB. */
export function memoryLimitBytes(): number {
  const { deviceMemory = defaultGibibytes } = navigator as { deviceMemory?: number };
  return Math.min(mostBytes, Math.max(leastBytes, (deviceMemory * 2 ** 30) / 4));
}

/** What packed files may come to in a page. */
export function unpackLimitBytes(): number {
  return memoryLimitBytes() * unpackTimes;
}
