/**
 * Starts `start` on every item, at most `limit` ahead of the one being taken, and hands the results to `take` in the
 * order of the items.
 *
 *   items   0 1 2 3 4 5 6 7 …
 *           ▲ taken  ▲ started, at most `limit` of them waiting
 */
export async function runInOrder<Item, Result>(
  items: Iterable<Item>,
  limit: number,
  start: (item: Item) => Promise<Result>,
  take: (result: Result, item: Item) => void | Promise<void>,
): Promise<void> {
  const waiting: { item: Item; result: Promise<Result> }[] = [];
  const takeFirst = async (): Promise<void> => {
    const first = waiting.shift();
    if (first !== undefined) await take(await first.result, first.item);
  };
  try {
    for (const item of items) {
      if (waiting.length >= limit) await takeFirst();
      const result = start(item);
      result.catch(() => undefined);
      waiting.push({ item, result });
    }
    while (waiting.length > 0) await takeFirst();
  } finally {
    await Promise.allSettled(waiting.map(({ result }) => result));
  }
}
