/** Choices read from bytes: the same bytes, the same choices; where they end, the first of every list, which is the plainest. */
export interface Choices {
  /** A whole number from 0 to below `count`. */
  below(count: number): number;
  /** True once in so many times. */
  oneIn(times: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** Items in another order; as they are where bytes have ended. */
  shuffle<Item>(items: readonly Item[]): Item[];
}

export function readChoices(bytes: Uint8Array): Choices {
  let at = 0;
  const below = (count: number): number => {
    let value = 0;
    for (let most = 1; most < count; most *= 256) value = value * 256 + (bytes[at++] ?? 0);
    return count < 2 ? 0 : value % count;
  };
  const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
  return {
    below,
    oneIn: (times) => below(times) === times - 1,
    pick,
    shuffle(items) {
      const rest = [...items];
      return items.map(() => rest.splice(below(rest.length), 1)[0] as never);
    },
  };
}
