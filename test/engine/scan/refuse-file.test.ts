import { expect, test } from 'vitest';
import type { FilePlan } from '../../../src/engine/plan/plan.ts';
import type { FileScan } from '../../../src/engine/scan/file-scan.ts';
import { refuseFile } from '../../../src/engine/scan/refuse-file.ts';

const scanOf = (records: number, undecodable: number) =>
  ({ records, undecodable: { count: undecodable, lines: [7] } }) as unknown as FileScan;
const planOf = (isGuessed: boolean) => ({ path: 'a.csv', isGuessed, input: {} }) as FilePlan;

test.each([
  [300, 3, true, false],
  [300, 4, true, true],
  [300, 4, false, false],
  [0, 0, false, true],
])('%i records, %i not decodable, encoding guessed: %s; refused: %s', (records, undecodable, isGuessed, isRefused) => {
  const run = () => refuseFile(planOf(isGuessed), scanOf(records, undecodable));
  const kind = records === 0 ? 'no-rows' : 'unclear-encoding';
  if (isRefused)
    expect(run).toThrow(
      expect.objectContaining({ code: 'input', refusal: expect.objectContaining({ kind, file: 'a.csv' }) }),
    );
  else expect(run).not.toThrow();
});
