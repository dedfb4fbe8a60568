/** To make one takes six milliseconds, of a check that takes two hundred. */
let collator: Intl.Collator | undefined;

/** A number, and what stands around it. */
const numbered = /^(\D*)(\d{1,15})(\D*)$/;

/** Puts what is called so in the order in which people number it: part-2 before part-10. */
export function sortByName<Named extends { name: string }>(items: Named[]): Named[] {
  const numbers = readNumbers(items);
  if (numbers !== null) {
    return Array.from(items.keys())
      .sort((one, other) => (numbers[one] ?? 0) - (numbers[other] ?? 0))
      .map((index) => items[index] as Named);
  }
  collator ??= new Intl.Collator('en', { numeric: true });
  const { compare } = collator;
  return items.toSorted((one, other) => compare(one.name, other.name));
}

/** The number of each, where nothing else tells their names apart; null: something else does. */
function readNumbers(items: readonly { name: string }[]): number[] | null {
  const numbers: number[] = [];
  const [, front, , behind] = numbered.exec(items[0]?.name ?? '') ?? [];
  for (const { name } of items) {
    const [, before, number, after] = numbered.exec(name) ?? [];
    if (number === undefined || before !== front || after !== behind) return null;
    numbers.push(Number(number));
  }
  return numbers;
}
