import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SpillFile } from '../../src/engine/group/key-store.ts';
import { type Suspect, suspectKinds } from '../../src/suspects/suspect.ts';
import { createSuspectSorter } from '../../src/suspects/suspect-sorter.ts';
import { createSpill } from '../engine/platform.ts';

const record = fc.record({
  file: fc.nat(1),
  row: fc.nat(40),
  line: fc.constant(1),
  code: fc.constant('91370911600037341X'),
  name: fc.constantFrom('', '泰安"鑫源"\n有限公司'),
});
const suspect: fc.Arbitrary<Suspect> = fc.record({
  kind: fc.constantFrom(...suspectKinds),
  evidence: fc.constant('same-name'),
  confidence: fc.constantFrom(0.5, 0.9, 0.95),
  records: fc.array(record, { minLength: 1, maxLength: 3 }),
});

async function sort(batches: Suspect[][], memoryBytes: number, spill?: () => SpillFile): Promise<Suspect[]> {
  const sorter = createSuspectSorter(memoryBytes, spill);
  for (const batch of batches) {
    sorter.add(batch);
    if (batch.length % 2 === 1) sorter.flush();
  }
  const all: Suspect[] = [];
  await sorter.drain((batch) => void all.push(...batch));
  return all;
}

const placeOf = ({ records }: Suspect): string => records.map(({ file, row }) => `${file}${100 + row}`).join(' ');

test('nothing is lost, and the order is the same whatever the batches and the memory', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(suspect, { maxLength: 9 }), { maxLength: 9 }),
      fc.nat(4000),
      async (batches, memory) => {
        const sorted = await sort([batches.flat()], 2 ** 30);
        const byLocation = sorted.map((each) => `${200 - each.confidence * 100} ${placeOf(each)}\t${each.kind}`);
        expect(byLocation).toEqual(byLocation.toSorted());
        expect(sorted.length).toBe(batches.flat().length);
        const tell = (list: Suspect[]): string[] =>
          list.map(
            ({ kind, confidence, ...each }) => `${confidence} ${kind} ${placeOf({ kind, confidence, ...each })}`,
          );
        expect(tell(await sort(batches, memory, createSpill))).toEqual(tell(sorted));
        expect(tell(await sort(batches.toReversed(), memory))).toEqual(tell(sorted));
      },
    ),
  );
});

test('many are handed on in pieces, as they were', async () => {
  const many = Array.from(
    { length: 10_000 },
    (_, row): Suspect => ({
      kind: 'name',
      evidence: 'same-name',
      confidence: 0.9,
      records: [{ file: 0, row, line: row + 1, code: '91370911600037341X', name: '泰安"鑫源"\n有限公司' }],
    }),
  );
  expect(await sort([many.toReversed()], 1 << 16, createSpill)).toEqual(many);
});
