import { expect, test } from 'vitest';
import { createRandom, trials } from '../../soak/trials.ts';
import { killServices } from './kills.ts';

const kills = trials(10, 100);

test(`no ok is given twice, whenever the service is killed (${kills} times)`, {
  timeout: trials(600_000, 7_200_000),
}, async () => {
  const { oks, faults } = await killServices(kills, createRandom('kills of serve'));
  expect(faults).toEqual([]);
  expect(oks).toBeGreaterThan(kills);
});
