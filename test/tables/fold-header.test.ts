import { expect, test } from 'vitest';
import { foldHeader } from '../../src/tables/headers/fold-header.ts';

test('what is taken for folded is what folding leaves as it is', () => {
  const differing: string[] = [];
  for (let unit = 0x20; unit < 0x1_0000; unit++) {
    if (unit >= 0xd800 && unit < 0xe000) continue;
    const character = String.fromCharCode(unit);
    // The space has them folded, and is dropped. Three places: some signs count at an end only.
    for (const header of [`${character}码`, `码${character}`, `码${character}码`]) {
      if (foldHeader(header) !== foldHeader(`${header} `)) differing.push(header);
    }
  }
  expect(differing).toEqual([]);
});
