import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge } from '../../../src/code/cell/judge.ts';
import { normalizeName } from '../../../src/code/cell/normalize.ts';
import { isOn, isSeveralOn } from '../../../src/engine/group/group-sides.ts';
import { groupBySides } from '../../../src/engine/group/side-stage.ts';
import { openScan } from '../../../src/engine/open-scan.ts';
import { planFiles } from '../../../src/engine/plan/plan-files.ts';
import { readRecords } from '../../../src/engine/reread/pick.ts';
import { createDecode } from '../../../src/engine/scan/cell.ts';
import { scanByReference } from '../../../src/engine/scan/reference.ts';
import type { KeySelector } from '../../../src/engine/scan/scan-keys.ts';
import { keyKinds } from '../../../src/engine/scan/scan-keys.ts';
import { registryExport } from '../../check/exports.ts';
import { createPlatform, createSpill, inputOf } from '../platform.ts';

const options = { codeColumn: '统一社会信用代码', nameColumn: '企业名称' };

/** The engine up to its keys: each text a side. */
async function scanSides(texts: string[], key: KeySelector, rangeBytes: number | undefined, memoryBytes: number) {
  const platform = createPlatform(rangeBytes, createSpill);
  const inputs = texts.map((text, index) => inputOf(text, `${index}.csv`));
  const { plans } = await planFiles(inputs, options, platform);
  return openScan({ plans, key, options, platform, memoryBytes });
}

interface Row {
  side: number;
  row: number;
  cells: string[];
}

function readRows(texts: string[]): Row[] {
  return texts.flatMap((text, side) => {
    const delimiter = text.charAt(4);
    const { records } = scanByReference(new TextEncoder().encode(text), delimiter, createDecode('utf-8'));
    const filled = records.slice(1).filter(({ cells }) => cells.some((cell) => cell !== ''));
    return filled.map(({ cells }, row) => ({ side, row, cells }));
  });
}

/** What a row is listed under, said plainly; null: nothing. */
function keyOf(selector: KeySelector, { cells }: Row): string | null {
  const name = normalizeName(cells[0] ?? '');
  if (selector === 'name') return name === '' ? null : name;
  const { partition, issue, isComparable, normalized } = judge(cells[1] ?? '');
  if (selector === 'organization') {
    if (partition === 'conforming') return normalized.slice(8, 17);
    if (issue?.code === 'organization-code' || issue?.code === 'taxpayer-number') return normalized.slice(-9);
  }
  if (partition === 'missing') return selector === 'problem' && name !== '' ? `missing ${name}` : null;
  if (selector !== 'problem' && !isComparable) return null;
  return `${partition} ${normalized}`;
}

const anySides = fc.array(registryExport, { minLength: 1, maxLength: 3 });
const selectors: KeySelector[] = ['code', 'problem', 'organization', 'name'];

describe.each(selectors)('records under their %s', (selector) => {
  test('are those of a plain reading, by the sides they stand on', async () => {
    await fc.assert(
      fc.asyncProperty(
        anySides,
        fc.constantFrom(undefined, 1, 7, 64),
        fc.constantFrom(0, 1 << 20),
        fc.constantFrom(null, 0, 1, 2),
        async (texts, rangeBytes, memoryBytes, among) => {
          const { ranges, keys, bits, pool } = await scanSides(texts, selector, rangeBytes, memoryBytes);
          const found = new Map<string, { presence: number; members: string[] }>();
          let wantedGroups = 0;
          const counts = await groupBySides({
            keys,
            bits,
            pool,
            sideOf: (range) => ranges[range]?.file ?? 0,
            wants: () => true,
            ...(among === null ? {} : { among }),
            batchEntries: 4,
            take(set) {
              for (const [range, { rows, groups }] of set.byRange) {
                const { file = 0, rowBase = 0 } = ranges[range] ?? {};
                for (const [index, row] of rows.entries()) {
                  const group = groups[index] ?? 0;
                  const key = `${group < set.cleanCount} ${set.keys[group]}`;
                  const held = found.get(key) ?? { presence: set.presences[group] ?? 0, members: [] };
                  held.members.push(`${file}:${rowBase + row}`);
                  found.set(key, held);
                }
              }
              wantedGroups += set.keys.length;
            },
          });
          const expected = new Map<string, { sides: number[]; members: string[] }>();
          for (const row of readRows(texts)) {
            const key = keyOf(selector, row);
            if (key === null) continue;
            const held = expected.get(key) ?? { sides: [0, 0, 0], members: [] };
            held.sides[row.side] = (held.sides[row.side] ?? 0) + 1;
            held.members.push(`${row.side}:${row.row}`);
            expected.set(key, held);
          }
          if (among !== null) {
            for (const [key, { sides }] of expected) if (sides[among] === 0) expected.delete(key);
          }
          const describeGroups = (list: Iterable<{ members: string[] }>): string[] =>
            Array.from(list, ({ members }) => members.toSorted().join(' ')).toSorted();
          expect(describeGroups(found.values())).toEqual(describeGroups(expected.values()));
          expect(wantedGroups).toBe(expected.size);
          const byMembers = new Map(
            Array.from(found.values(), ({ presence, members }) => [members.toSorted()[0], presence]),
          );
          for (const { sides, members } of expected.values()) {
            const presence = byMembers.get(members.toSorted()[0]) ?? 0;
            expect([0, 1, 2].map((side) => isOn(presence, side))).toEqual(sides.map((count) => count > 0));
            expect([0, 1, 2].map((side) => isSeveralOn(presence, side))).toEqual(sides.map((count) => count > 1));
          }
          if (among !== null) return;
          expect(counts.codes(() => true)).toBe(expected.size);
          for (const side of [0, 1, 2]) {
            const total = [...expected.values()].reduce((sum, { sides }) => sum + (sides[side] ?? 0), 0);
            expect(counts.records(side, () => true)).toBe(total);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('only what is wanted is handed over, and all of it is counted', async () => {
  await fc.assert(
    fc.asyncProperty(registryExport, registryExport, async (before, after) => {
      const { keys, bits, pool, ranges } = await scanSides([before, after], 'problem', 7, 1 << 20);
      const wanted: string[] = [];
      const counts = await groupBySides({
        keys,
        bits,
        pool,
        sideOf: (range) => ranges[range]?.file ?? 0,
        wants: ({ side, presence, isClean, kind }) =>
          side === 1 && !isOn(presence, 0) && !isClean && kind !== keyKinds.conforming,
        batchEntries: 1 << 20,
        take(set) {
          for (const [range, { rows }] of set.byRange) {
            for (const row of rows) wanted.push(`${(ranges[range]?.rowBase ?? 0) + row}`);
          }
        },
      });
      const rows = readRows([before, after]).map((row) => ({ ...row, key: keyOf('problem', row) }));
      const known = new Set(rows.filter(({ side }) => side === 0).map(({ key }) => key));
      const expected = rows.filter(
        ({ side, key }) => side === 1 && key !== null && !key.startsWith('conforming') && !known.has(key),
      );
      expect(wanted.toSorted()).toEqual(expected.map(({ row }) => String(row)).toSorted());
      expect(
        counts.records(1, (kind, presence) => kind !== 'clean' && kind !== keyKinds.conforming && !isOn(presence, 0)),
      ).toBe(expected.length);
    }),
    { numRuns: 100 },
  );
});

test('where one side matters, what is wanted of any side is handed over, and nothing else', async () => {
  const text = fc.array(fc.constantFrom('甲', '乙', '丙', '丁'), { minLength: 1, maxLength: 6 }).map((names) => {
    return ['企业名称,统一社会信用代码', ...names.map((name) => `${name},`)].join('\n');
  });
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(text, text, text),
      fc.constantFrom(0, 1, 2),
      fc.array(fc.array(fc.nat(63), { maxLength: 40 }), { minLength: 3, maxLength: 3 }),
      async (texts, among, wantedPresences) => {
        const { keys, bits, pool, ranges } = await scanSides(texts, 'name', 7, 1 << 20);
        const isWanted = (side: number, presence: number): boolean =>
          wantedPresences[side]?.includes(presence) ?? false;
        const found: string[] = [];
        await groupBySides({
          keys,
          bits,
          pool,
          sideOf: (range) => ranges[range]?.file ?? 0,
          among,
          wants: ({ side, presence }) => isWanted(side, presence),
          batchEntries: 4,
          take(set) {
            for (const [range, { rows }] of set.byRange) {
              const { file = 0, rowBase = 0 } = ranges[range] ?? {};
              for (const row of rows) found.push(`${file}:${rowBase + row}`);
            }
          },
        });
        const all = readRows(texts).map(({ side, row, cells: [name] }) => ({ side, row, name }));
        const presenceOf = (name: string | undefined): number =>
          [0, 1, 2].reduce((bits, side) => {
            const count = all.filter((one) => one.name === name && one.side === side).length;
            return bits | (count > 0 ? 1 << side : 0) | (count > 1 ? 8 << side : 0);
          }, 0);
        const expected = all.filter(({ side, name }) => {
          const presence = presenceOf(name);
          return isOn(presence, among) && isWanted(side, presence);
        });
        expect(found.toSorted()).toEqual(expected.map(({ side, row }) => `${side}:${row}`).toSorted());
      },
    ),
    { numRuns: 200 },
  );
});

test.each(selectors)('the first record of what stands on one side only, under its %s', async (selector) => {
  await fc.assert(
    fc.asyncProperty(
      registryExport,
      registryExport,
      fc.constantFrom(undefined, 1, 7, 64),
      fc.constantFrom(0, 1 << 20),
      async (before, after, rangeBytes, memoryBytes) => {
        const { keys, bits, pool, ranges } = await scanSides([before, after], selector, rangeBytes, memoryBytes);
        const bases = ranges.map((_, index) => ranges.slice(0, index).reduce((sum, { records }) => sum + records, 0));
        const starts = [0, 1, 2].map((side) => ranges.filter(({ file }) => file < side));
        const sideStarts = starts.map((list) => list.reduce((sum, { records }) => sum + records, 0));
        const isOneSided = (presence: number): boolean => !(isOn(presence, 0) && isOn(presence, 1));
        const firsts: string[] = [];
        const repeated: string[] = [];
        await groupBySides({
          keys,
          bits,
          pool,
          sideOf: (range) => ranges[range]?.file ?? 0,
          wants: ({ side, presence }) => isSeveralOn(presence, side),
          firstRecords: {
            wants: ({ presence }) => isOneSided(presence),
            baseOf: (range) => bases[range] ?? 0,
            sideStarts,
            isShared: () => memoryBytes > 0,
            take: (side, _, { rows }) => {
              for (const row of rows) firsts.push(`${side}:${row - (sideStarts[side] ?? 0)}`);
            },
          },
          batchEntries: 4,
          take(set) {
            const members = new Map<number, string[]>();
            for (const [range, { rows, groups }] of set.byRange) {
              const { file = 0, rowBase = 0 } = ranges[range] ?? {};
              for (const [index, row] of rows.entries()) {
                const group = groups[index] ?? 0;
                members.set(group, [...(members.get(group) ?? []), `${file}:${rowBase + row}`]);
              }
            }
            for (const list of members.values()) repeated.push(list.toSorted().join(' '));
          },
        });
        const groups = new Map<string, Row[]>();
        for (const row of readRows([before, after])) {
          const key = keyOf(selector, row);
          if (key !== null) groups.set(key, [...(groups.get(key) ?? []), row]);
        }
        const show = ({ side, row }: Row): string => `${side}:${row}`;
        const expected = [...groups.values()].filter((rows) => new Set(rows.map(({ side }) => side)).size === 1);
        expect(firsts.toSorted()).toEqual(expected.map((rows) => show(rows[0] as Row)).toSorted());
        const several = [...groups.values()].flatMap((rows) => {
          const wanted = rows.filter(({ side }) => rows.filter((other) => other.side === side).length > 1);
          return wanted.length > 0 ? [wanted.map(show).toSorted().join(' ')] : [];
        });
        expect(repeated.toSorted()).toEqual(several.toSorted());
      },
    ),
    { numRuns: 60 },
  );
});

test('records read again whole are the bytes between line breaks, and their cells', async () => {
  await fc.assert(
    fc.asyncProperty(registryExport, fc.constantFrom(undefined, 1, 7, 64), async (text, rangeBytes) => {
      const { plans, ranges, pool } = await scanSides([text], 'code', rangeBytes, 1 << 20);
      const bytes = new TextEncoder().encode(text);
      const rows = readRows([text]);
      let row = 0;
      let at = plans[0]?.dialect.dataAt ?? 0;
      for (const [range, { records }] of ranges.entries()) {
        const all = Uint32Array.from({ length: records }, (_, index) => index);
        const result = await readRecords({ plans, ranges, pool }, range, all, {
          bytes: true,
          hash: true,
          filled: true,
          cells: [1, 0],
        });
        for (let index = 0; index < records; index++, row++) {
          const [start = 0, end = 0, next = 0] = result.positions.subarray(index * 3, index * 3 + 3);
          // Between two records stand blank lines and blank rows only.
          expect(new TextDecoder().decode(bytes.subarray(at, start))).toMatch(/^[\r\n,;\t]*$/);
          expect(new TextDecoder().decode(bytes.subarray(end, next))).toMatch(/^(\r\n|\r|\n|)$/);
          expect(bytes[next - 1] === 0x0d && bytes[next] === 0x0a).toBe(false);
          const held = result.bytes.subarray(result.ends[index - 1] ?? 0, result.ends[index]);
          expect(held).toEqual(bytes.subarray(start, end));
          const { cells } = rows[row] ?? { cells: [] };
          expect([result.cells[0]?.[index], result.cells[1]?.[index]]).toEqual([cells[1] ?? '', cells[0] ?? '']);
          expect(result.filled[index]).toBe(cells.filter((cell) => cell.trim() !== '').length);
          expect(new TextDecoder().decode(bytes.subarray(0, start)).split(/\r\n|\r|\n/).length).toBe(
            (ranges[range]?.lineBase ?? 0) + (result.lines[index] ?? 0) + 1,
          );
          at = next;
        }
      }
      expect(row).toBe(rows.length);
    }),
    { numRuns: 100 },
  );
});
