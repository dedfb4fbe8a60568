import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/code/random.ts';
import { generate, isValid, repair } from '../../src/index.ts';
import { regionCodes, regions } from '../../src/regions/index.ts';

type Damage = (code: string, random: () => number) => string | null;

/** The damages of `npm run bench:repair`, which has the same promises and fifty times the codes. */
const damages: Record<string, Damage> = await import(new URL('../../bench/damages.mjs', import.meta.url).href);
const codeCount = 2000;
const inUse = regionCodes();

describe('repair ranks the right code', () => {
  it.each([
    ['substitute', 3, 0.97],
    ['swap', 3, 0.97],
    ['misread', 1, 0.8],
    ['misreadOutside', 1, 0.95],
    ['everyZero', 1, 0.95],
    ['complement', 1, 0.95],
    ['organizationCheck', 1, 0.95],
    ['double', 1, 0.95],
    ['insert', 1, 0.95],
    ['leaveOut', 5, 0.9],
    ['round', 5, 0.9],
    ['roundToDouble', 5, 0.9],
    ['roundToShortest', 5, 0.9],
    ['roundToNotation', 5, 0.9],
    ['wrap', 1, 0.95],
  ])('%s: among the first %i for at least %f, and always somewhere', (kind, among, share) => {
    for (const context of [{ regions }, undefined]) {
      const random = seededRandom(11);
      let right = 0;
      for (let done = 0; done < codeCount; ) {
        const code = generate({ random, region: inUse });
        const wrong = damages[kind]?.(code, random) ?? code;
        if (isValid(wrong)) continue;
        const rank = repair(wrong, context).findIndex(({ value }) => value === code);
        expect(rank, `${code} from ${wrong}`).toBeGreaterThanOrEqual(0);
        if (rank < among) right++;
        done++;
      }
      expect(right / codeCount).toBeGreaterThanOrEqual(share);
    }
  });
});
