import { expect, it } from 'vitest';
import { killCommands } from '../ledger/kills.ts';

/** The short slice is in test/ledger/faults.test.ts. */
const seed = Number(process.env.USCC_SOAK ?? 0);
const count = 500;

it.runIf(seed > 0)(`a ledger survives ${count} kills (seed ${seed})`, { timeout: 3_600_000 }, async () => {
  const { kills, faults } = await killCommands(count, seed);
  expect(faults).toEqual([]);
  expect(kills).toBeGreaterThanOrEqual(count);
});
