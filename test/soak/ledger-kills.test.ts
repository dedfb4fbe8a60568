import { expect, it } from 'vitest';
import { killCommands } from '../ledger/kills.ts';

const count = 500;
const seed = Date.now() % 1_000_000;

it(`a ledger survives ${count} kills (seed ${seed})`, { timeout: 3_600_000 }, async () => {
  const { kills, faults } = await killCommands(count, seed);
  expect(faults).toEqual([]);
  expect(kills).toBeGreaterThanOrEqual(count);
});
