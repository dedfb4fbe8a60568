/** Items that follow one another, so many together as are worth one round trip to a thread; a large one is alone. */
export function* batchItems<Item>(
  items: Iterable<Item>,
  sizeOf: (item: Item) => number,
  { most, mostBytes }: { most: number; mostBytes: number },
): Generator<Item[]> {
  let batch: Item[] = [];
  let bytes = 0;
  for (const item of items) {
    const size = sizeOf(item);
    if (batch.length === most || (batch.length > 0 && bytes + size > mostBytes)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(item);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
