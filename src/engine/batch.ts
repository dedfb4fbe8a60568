/** How much goes together. */
export interface BatchLimits {
  /** Items; absent: any number. */
  most?: number;
  /** Their sizes together, in whatever they are measured. */
  mostSize: number;
}

/** Items that follow one another, so many together as are worth one go; a large one is alone. */
export function* batchItems<Item>(
  items: Iterable<Item>,
  sizeOf: (item: Item) => number,
  { most, mostSize }: BatchLimits,
): Generator<Item[]> {
  let batch: Item[] = [];
  let total = 0;
  for (const item of items) {
    const size = sizeOf(item);
    if (batch.length === most || (batch.length > 0 && total + size > mostSize)) {
      yield batch;
      batch = [];
      total = 0;
    }
    batch.push(item);
    total += size;
  }
  if (batch.length > 0) yield batch;
}
