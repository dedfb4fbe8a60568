import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortByName } from '../../src/node/inputs/sort-names.ts';

const byRules = (names: string[]): string[] => names.toSorted(new Intl.Collator('en', { numeric: true }).compare);
const sort = (names: string[]): string[] => sortByName(names.map((name) => ({ name }))).map(({ name }) => name);

test('numbers stand in their order, whatever else names are made of', () => {
  expect(sort(['10.csv', '9.csv', '100.csv'])).toEqual(['9.csv', '10.csv', '100.csv']);
  expect(sort(['1.txt', '1.csv', '01.csv', '1.dat'])).toEqual(['1.csv', '01.csv', '1.dat', '1.txt']);
  expect(sort(['县12.csv', '县2.csv', '市.csv'])).toEqual(byRules(['县12.csv', '县2.csv', '市.csv']));
});

test('every list of names is in the order that the rules of the language give', () => {
  const number = fc.oneof(fc.nat(30).map(String), fc.constantFrom('007', '7', '0', '00', '12345678901234567890'));
  const text = fc.constantFrom('', 'part-', 'Part-', '县', '.csv', '_', ' ', '.CSV', '1', 'a');
  const alike = fc.tuple(text, fc.array(number, { maxLength: 12 }), text);
  const lists = fc.oneof(
    alike.map(([before, numbers, after]) => numbers.map((one) => before + one + after)),
    fc.array(
      fc.array(fc.oneof(text, number), { maxLength: 4 }).map((parts) => parts.join('')),
      { maxLength: 8 },
    ),
  );
  fc.assert(
    fc.property(lists, (names) => {
      expect(sort(names)).toEqual(byRules(names));
    }),
    { numRuns: 2000 },
  );
});
