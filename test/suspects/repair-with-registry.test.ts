import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/code/random.ts';
import { generate, isValid, repair } from '../../src/index.ts';
import { regions } from '../../src/regions/index.ts';
import { indexRegistry } from '../../src/suspects/registry-index.ts';
import { rankByRegistry, repairWithRegistry } from '../../src/suspects/repair-with-registry.ts';
import { alphabet, codes } from '../code/arbitraries.ts';

/** Excel's zeros: several codes fit. */
const rounded = '914403001922038000';
const right = '914403001922038216';
const candidates = repair(rounded, { regions }).map(({ value }) => value);
const [likeliest = '', other = ''] = candidates.filter((value) => value !== right);
const name = '深圳市某某实业有限公司';

describe('with a registry at hand', () => {
  it('the suggestion under the same or a similar name is the answer', () => {
    for (const registered of [name, '深圳市某某实业股份有限公司', '深圳某某实业有限公司']) {
      const registry = indexRegistry([{ code: right, name: registered }]);
      const [first, second] = repairWithRegistry(rounded, { regions, registry, name });
      expect(first).toMatchObject({ value: right, registered: 'same', registeredName: registered });
      expect(first?.score).toBeGreaterThan(0.99);
      expect(second).toMatchObject({ registered: 'absent', registeredName: null });
    }
  });

  it('what belongs to somebody else is ruled out', () => {
    const registry = indexRegistry([
      { code: likeliest, name: '乌鲁木齐市东棱餐饮店' },
      { code: other, name: '拉萨雪之荨物业管理公司' },
    ]);
    const values = repairWithRegistry(rounded, { regions, registry, name }).map(({ value }) => value);
    expect([...values, likeliest, other].sort()).toEqual([...candidates].sort());
  });

  it('one of several names is enough, and without names to compare the registered one leads', () => {
    const several = indexRegistry([
      { code: right, name: '旧名称百货商店' },
      { code: right.toLowerCase(), name },
    ]);
    expect(repairWithRegistry(rounded, { regions, registry: several, name })[0]).toMatchObject({
      value: right,
      registered: 'same',
      registeredName: name,
    });
    const unnamed = new Map([[right, []]]);
    expect(repairWithRegistry(rounded, { regions, registry: unnamed, name })[0]).toMatchObject({
      value: right,
      registered: 'unnamed',
    });
    expect(repairWithRegistry(rounded, { regions, registry: several })[0]).toMatchObject({
      value: right,
      registered: 'unnamed',
    });
  });

  it('a registry that knows nothing changes nothing', () => {
    const repairs = repair(rounded, { regions });
    const ranked = rankByRegistry(repairs, { registry: new Map(), name });
    expect(ranked.map(({ value, edits, reason }) => ({ value, edits, reason }))).toEqual(
      repairs.map(({ value, edits, reason }) => ({ value, edits, reason })),
    );
    for (const [index, { score }] of ranked.entries()) expect(score).toBeCloseTo(repairs[index]?.score ?? 0, 12);
  });

  it('the one registered suggestion leads whatever was wrong, and scores stay shares', () => {
    fc.assert(
      fc.property(codes, fc.nat(17), fc.constantFrom(...alphabet), fc.nat(3), (code, at, character, kind) => {
        const wrong =
          kind === 0
            ? code.slice(0, at) + code.slice(at + 1)
            : kind === 1
              ? code.slice(0, at) + character + code.slice(at)
              : code.slice(0, at) + character + code.slice(at + 1);
        if (isValid(wrong) || !repair(wrong, { regions }).some(({ value }) => value === code)) return;
        const registry = indexRegistry([{ code, name }]);
        const ranked = repairWithRegistry(wrong, { regions, registry, name });
        expect(ranked[0]?.value).toBe(code);
        const scores = ranked.map(({ score }) => score);
        expect(scores.reduce((sum, score) => sum + score, 0)).toBeLessThan(1);
        expect(scores).toEqual([...scores].sort((one, next) => next - one));
      }),
      { numRuns: 1000 },
    );
  });

  it('finds nearly every lost digit again among neighbours that are registered too', () => {
    const random = seededRandom(5);
    const entries = Array.from({ length: 300 }, (_, index) => ({
      code: generate({ random, authority: '9', category: '1' }),
      name: `${index}号商贸有限公司`,
    })).filter(({ code }) => /^[0-9]{18}$/.test(code));
    const neighbours = entries.flatMap(({ code }, index) =>
      repair(`${code.slice(0, 15)}000`, { regions })
        .filter(({ value }) => value !== code)
        .map(({ value }) => ({ code: value, name: `${index + 1000}号运输有限公司` })),
    );
    const registry = indexRegistry([...entries, ...neighbours]);
    for (const { code, name } of entries) {
      const wrong = `${code.slice(0, 15)}000`;
      if (!isValid(wrong)) expect(repairWithRegistry(wrong, { regions, registry, name })[0]?.value).toBe(code);
    }
  });
});
