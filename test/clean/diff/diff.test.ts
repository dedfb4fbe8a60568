import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../../../src/check/check.ts';
import { diff } from '../../../src/clean/diff/diff.ts';
import type {
  CodeChange,
  DiffOptions,
  DiffReport,
  ProblemKind,
  ProblemRecord,
  ProblemStatus,
} from '../../../src/clean/diff/diff-report.ts';
import { MOST_TRACED } from '../../../src/clean/diff/trace-problems.ts';
import { judge } from '../../../src/code/cell/judge.ts';
import { normalizeName } from '../../../src/code/cell/normalize.ts';
import { generate } from '../../../src/code/generate.ts';
import { registryExport } from '../../check/exports.ts';
import { createPlatform, createSpill, inputOf } from '../../engine/platform.ts';
import { type Row, readRows } from '../dedup/dedup-run.ts';

const named = { codeColumn: '统一社会信用代码', nameColumn: '企业名称' };

interface Outcome {
  report: DiffReport;
  problems: ProblemRecord[];
  codes: CodeChange[];
}

async function run(
  texts: { old: string; new: string; earlier?: string[] },
  rangeBytes?: number,
  options: DiffOptions = {},
): Promise<Outcome> {
  const problems: ProblemRecord[] = [];
  const codes: CodeChange[] = [];
  const input = (text: string, path: string) => ({ ...inputOf(Buffer.from(text)), path });
  const report = await diff(
    {
      old: [input(texts.old, 'old.csv')],
      new: [input(texts.new, 'new.csv')],
      earlier: (texts.earlier ?? []).map((text, index) => input(text, `earlier${index}.csv`)),
    },
    {
      ...named,
      onProblems: (batch) => void problems.push(...batch),
      onCodes: (batch) => void codes.push(...batch),
      ...options,
    },
    { ...createPlatform(rangeBytes), createSpill },
  );
  return { report: { ...report, elapsedSeconds: 0 }, problems, codes };
}

const kinds: ProblemKind[] = ['erroneous', 'duplicate', 'unconverted', 'missing'];
const statuses: ProblemStatus[] = ['resolved', 'remaining', 'new', 'reappeared'];

/** What one export holds, said plainly. */
function describeExport(text: string) {
  const groups = new Map<string, Row[]>();
  const codes = new Map<string, Row>();
  const add = (key: string, row: Row): void => void groups.set(key, [...(groups.get(key) ?? []), row]);
  let unidentified = 0;
  for (const row of readRows(text, text.charAt(4))) {
    const { partition, normalized } = judge(row.cells[1] ?? '');
    const name = normalizeName(row.cells[0] ?? '');
    if (partition === 'missing' && name === '') unidentified++;
    else add(`${partition} ${partition === 'missing' ? name : normalized}`, row);
    if (partition === 'conforming' && !codes.has(normalized)) codes.set(normalized, row);
  }
  for (const [key, rows] of groups) {
    if (key.startsWith('conforming') && rows.length < 2) groups.delete(key);
  }
  return { groups, codes, unidentified };
}

function kindOf(key: string): ProblemKind {
  const kind = key.slice(0, key.indexOf(' '));
  return kind === 'conforming' ? 'duplicate' : (kind as ProblemKind);
}

/** All of it from plain readings of the texts. */
function diffNaively(texts: { old: string; new: string; earlier?: string[] }) {
  const old = describeExport(texts.old);
  const now = describeExport(texts.new);
  const earlier = (texts.earlier ?? []).map(describeExport);
  const problems = new Map<string, ProblemStatus>();
  for (const key of old.groups.keys()) problems.set(key, now.groups.has(key) ? 'remaining' : 'resolved');
  for (const key of now.groups.keys()) {
    if (!old.groups.has(key)) problems.set(key, earlier.some(({ groups }) => groups.has(key)) ? 'reappeared' : 'new');
  }
  const gone = [...old.codes].filter(([code]) => !now.codes.has(code));
  const added = [...now.codes].filter(([code]) => !old.codes.has(code));
  const pairs: { by: string; old: string; new: string }[] = [];
  const pairBy = (by: string, keyOf: (code: string, row: Row) => string): void => {
    const free = (list: [string, Row][]) =>
      list.filter(([code]) => !pairs.some((pair) => pair.old === code || pair.new === code));
    const under = (list: [string, Row][]) => {
      const map = new Map<string, string[]>();
      for (const [code, row] of list) {
        const key = keyOf(code, row);
        if (key !== '') map.set(key, [...(map.get(key) ?? []), code]);
      }
      return map;
    };
    const [before, after] = [under(free(gone)), under(free(added))];
    for (const [key, codes] of before) {
      const others = after.get(key) ?? [];
      if (codes.length === 1 && others.length === 1) pairs.push({ by, old: codes[0] ?? '', new: others[0] ?? '' });
    }
  };
  const isPilotEra = (code: string): boolean => judge(code).issue?.code === 'pilot-era';
  pairBy('organization', (code) => (isPilotEra(code) ? '' : code.slice(8, 17)));
  pairBy('name', (_, row) => normalizeName(row.cells[0] ?? ''));
  const isFree = ([code]: [string, Row]): boolean => !pairs.some((pair) => pair.old === code || pair.new === code);
  return { old, now, problems, pairs, gone: gone.filter(isFree), added: added.filter(isFree) };
}

describe('a comparison is that of plain readings', () => {
  test('at any range width', async () => {
    await fc.assert(
      fc.asyncProperty(
        registryExport,
        registryExport,
        fc.array(registryExport, { maxLength: 2 }),
        fc.constantFrom(undefined, 1, 7, 64),
        async (before, after, earlier, rangeBytes) => {
          const texts = { old: before, new: after, earlier };
          const { report, problems, codes } = await run(texts, rangeBytes);
          const naive = diffNaively(texts);
          for (const kind of kinds) {
            for (const status of statuses) {
              const expected = [...naive.problems].filter(([key, each]) => each === status && kindOf(key) === kind);
              expect(report.problems[kind][status], `${kind} ${status}`).toBe(expected.length);
            }
          }
          expect(report.unidentified).toEqual({ old: naive.old.unidentified, new: naive.now.unidentified });
          const expectedRows = [...naive.problems].flatMap(([key, status]) => {
            const { groups } = status === 'resolved' ? naive.old : naive.now;
            return (groups.get(key) ?? []).map(({ row, line }) => `${status} ${kindOf(key)} ${row} ${line}`);
          });
          const rows = problems.map(({ status, kind, row, line }) => `${status} ${kind} ${row} ${line}`);
          expect(rows.toSorted()).toEqual(expectedRows.toSorted());
          const show = (code: string, row: Row): string => `${code} ${row.row} ${row.line}`;
          const listed = (status: string, side: 'old' | 'new'): string[] =>
            codes
              .filter((change) => change.status === status)
              .map((change) => `${change[side]?.code} ${change[side]?.row} ${change[side]?.line}`);
          expect(listed('added', 'new')).toEqual(naive.added.map(([code, row]) => show(code, row)));
          expect(listed('gone', 'old')).toEqual(naive.gone.map(([code, row]) => show(code, row)));
          const changed = codes.flatMap((change) =>
            change.status === 'changed' ? [{ by: change.by, old: change.old.code, new: change.new.code }] : [],
          );
          const sorted = (list: object[]): string[] => list.map((each) => JSON.stringify(each)).toSorted();
          expect(sorted(changed)).toEqual(sorted(naive.pairs));
          for (const by of ['organization', 'name']) {
            const rows = codes.flatMap((change) =>
              change.status === 'changed' && change.by === by ? [change.old.row] : [],
            );
            expect(rows).toEqual(rows.toSorted((a, b) => a - b));
          }
          const kept = [...naive.old.codes.keys()].filter((code) => naive.now.codes.has(code)).length;
          const count = (by: string): number => naive.pairs.filter((pair) => pair.by === by).length;
          expect(report.codes).toEqual({
            kept,
            added: naive.added.length,
            gone: naive.gone.length,
            changed: { organization: count('organization'), name: count('name') },
          });
        },
      ),
      { numRuns: 200 },
    );
  });

  test('each side is what check reports of it', async () => {
    await fc.assert(
      fc.asyncProperty(
        registryExport,
        registryExport,
        fc.constantFrom(undefined, 7),
        async (before, after, rangeBytes) => {
          const { report } = await run({ old: before, new: after }, rangeBytes);
          for (const [side, text] of [
            ['old', before],
            ['new', after],
          ] as const) {
            const expected = await check(
              [{ ...inputOf(Buffer.from(text)), path: `${side}.csv` }],
              named,
              createPlatform(),
            );
            const { files, records, blankRows, counts, issues, duplicates, rates, target } = expected;
            expect(report[side]).toEqual({ files, records, blankRows, counts, issues, duplicates, rates, target });
            for (const { authority, records: total, problems, rate } of expected.byAuthority) {
              const row = report.byAuthority.find((each) => each.authority === authority);
              expect(row?.[side]).toEqual({ records: total, problems, rate });
            }
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});

test.each([
  ['two common codes', '91110101MA0000007T', '37110101MA0000007E', 'organization'],
  ['a pair that is in no list', '91110101MA000H0G4W', 'L1110101MA000H0G4H', 'organization'],
  ['a province that is in no list', '91999999MA0002037T', '91110101MA0002037C', 'organization'],
  ['such codes in both', '91999999MA0002037T', 'L1110101MA00020371', 'organization'],
  ['pilot-era codes', '91350211M0000XUF46', '91350100M0000XUF48', null],
] as const)('a code changed, by organization code: %s', async (_, before, after, by) => {
  const written = (code: string, name: string): string => `企业名称,统一社会信用代码\n${name},${code}\n`;
  for (const rangeBytes of [undefined, 1]) {
    const { report, codes } = await run({ old: written(before, '甲公司'), new: written(after, '乙公司') }, rangeBytes);
    const expected = by === null ? ['added', 'gone'] : ['changed'];
    expect(codes.map(({ status }) => status).toSorted()).toEqual(expected);
    expect(report.codes.changed).toEqual({ organization: by === null ? 0 : 1, name: 0 });
  }
});

test('an export against itself: nothing has changed', async () => {
  await fc.assert(
    fc.asyncProperty(registryExport, async (text) => {
      const { report, problems, codes } = await run({ old: text, new: text });
      expect(codes).toEqual([]);
      expect(problems.every(({ status }) => status === 'remaining')).toBe(true);
      expect(report.codes).toMatchObject({ added: 0, gone: 0, changed: { organization: 0, name: 0 } });
      for (const kind of kinds) expect(report.problems[kind]).toMatchObject({ resolved: 0, new: 0, reappeared: 0 });
    }),
    { numRuns: 60 },
  );
});

test('the other way round, what came has gone and what was resolved is new', async () => {
  await fc.assert(
    fc.asyncProperty(registryExport, registryExport, async (before, after) => {
      const there = await run({ old: before, new: after }, 64);
      const back = await run({ old: after, new: before }, 7);
      expect(back.report.old.rates).toEqual(there.report.new.rates);
      expect(back.report.codes).toEqual({
        ...there.report.codes,
        added: there.report.codes.gone,
        gone: there.report.codes.added,
      });
      for (const kind of kinds) {
        const { resolved, remaining, new: fresh } = there.report.problems[kind];
        expect(back.report.problems[kind]).toEqual({ resolved: fresh, remaining, new: resolved, reappeared: 0 });
      }
      const rowsOf = ({ problems }: Outcome, status: ProblemStatus): number[] =>
        problems
          .filter((problem) => problem.status === status)
          .map(({ row }) => row)
          .toSorted((a, b) => a - b);
      expect(rowsOf(back, 'new')).toEqual(rowsOf(there, 'resolved'));
      expect(rowsOf(back, 'resolved')).toEqual(rowsOf(there, 'new'));
      const pairsOf = ({ codes }: Outcome, first: 'old' | 'new', second: 'old' | 'new'): string[] =>
        codes
          .flatMap((change) => (change.status === 'changed' ? [`${change[first].code} ${change[second].code}`] : []))
          .toSorted();
      expect(pairsOf(back, 'new', 'old')).toEqual(pairsOf(there, 'old', 'new'));
    }),
    { numRuns: 60 },
  );
});

test('the counts are the same when nobody wants the lists', async () => {
  await fc.assert(
    fc.asyncProperty(registryExport, registryExport, async (before, after) => {
      const whole = await run({ old: before, new: after });
      const counted = await run({ old: before, new: after }, 7, { onProblems: undefined, onCodes: undefined } as never);
      expect(counted.report).toEqual(whole.report);
    }),
    { numRuns: 30 },
  );
});

test('the same with keys in a file', async () => {
  await fc.assert(
    fc.asyncProperty(registryExport, registryExport, registryExport, async (old, now, earlier) => {
      const texts = { old, new: now, earlier: [earlier] };
      expect(await run(texts, 7, { memoryBytes: 0 })).toEqual(await run(texts, 7));
    }),
    { numRuns: 30 },
  );
});

test('a few records of each status, where no more are asked for', async () => {
  const written = (of: number): string =>
    `企业名称,统一社会信用代码\n${Array.from({ length: 12 }, (_, index) => {
      const code = generate({ seed: of * 100 + index });
      return `公司${of}${index},${code}\n${of === 2 ? `公司${of}${index},${code}\n` : ''}`;
    }).join('')}`;
  const { report, problems, codes } = await run({ old: written(1), new: written(2) }, 64, { lists: 'examples' });
  expect(report.codes).toMatchObject({ added: 12, gone: 12 });
  expect(report.problems.duplicate.new).toBe(12);
  expect(codes.filter(({ status }) => status === 'gone').map(({ old }) => old?.row)).toEqual([1, 2, 3, 4, 5]);
  expect(codes.filter(({ status }) => status === 'added').map((change) => change.new?.row)).toEqual([1, 3, 5, 7, 9]);
  expect(problems).toHaveLength(5);
});

test('more rows than are read at once', async () => {
  const count = 16_500;
  const codeOf = (of: number, index: number): string => generate({ seed: of * 100_000 + index });
  // Half of them are paired by name, the other way round; each of the new ones stands there twice, some of them cut short.
  const old = Array.from({ length: count }, (_, index) => `公司${index},${codeOf(1, index)}\n`);
  const now = Array.from({ length: count }, (_, index) => {
    const name = index % 2 === 0 ? `公司${count - 2 - index}` : `新公司${index}`;
    const row = `${name},${codeOf(2, index)}\n`;
    return index % 4 === 3 ? `新公司${index},${codeOf(2, index).slice(1)}\n` : row + row;
  });
  const head = '企业名称,统一社会信用代码\n';
  const { problems, codes } = await run({ old: head + old.join(''), new: head + now.join('') });
  const numbers = Array.from({ length: count }, (_, index) => index);
  const pairs = codes.flatMap((change) => (change.status === 'changed' ? [[change.old.code, change.new.code]] : []));
  const even = numbers.filter((index) => index % 2 === 0);
  expect(pairs).toEqual(even.map((index) => [codeOf(1, index), codeOf(2, count - 2 - index)]));
  const gone = codes.filter(({ status }) => status === 'gone').map((change) => change.old?.row);
  expect(gone).toEqual(numbers.filter((index) => index % 2 === 1).map((index) => index + 1));
  const kinds = numbers.flatMap((index) => (index % 4 === 3 ? ['erroneous'] : ['duplicate', 'duplicate']));
  expect(problems.map(({ kind, row, line }) => [kind, row, line])).toEqual(
    kinds.map((kind, index) => [kind, index + 1, index + 2]),
  );
});

describe('what became of problems', () => {
  const header = '企业名称,统一社会信用代码';
  const [kept = '', bad = '', other = '', lost = ''] = Array.from({ length: 4 }, (_, seed) =>
    generate({ seed: seed + 1, authority: '9', category: '1', region: '370902' }),
  );
  /** Another last character: the organization code stays. */
  const spoil = (code: string): string => code.slice(0, 17) + (code.endsWith('1') ? '2' : '1');

  test('corrected apart from gone, by organization code or name; a good code that became bad is linked to its entity', async () => {
    const old = [header, `甲公司,${kept}`, `乙公司,${spoil(bad)}`, `丙公司,ABC`, `丁公司,${spoil(lost)}`, ',XYZ'];
    const now = [header, `甲公司,${spoil(kept)}`, `乙公司,${bad}`, `丙公司,${other}`];
    const { report, problems } = await run({ old: old.join('\n'), new: now.join('\n') });
    expect(report.outcomes).toEqual({ corrected: 2, gone: 1, unknown: 1 });
    expect(report.spoiled).toEqual({ organization: 1, name: 0 });
    expect(report.problems.erroneous).toMatchObject({ resolved: 4, new: 1 });
    const told = problems.map(({ status, name, outcome, entity }) => [status, name, outcome, entity?.code, entity?.by]);
    expect(told.sort()).toEqual(
      [
        ['resolved', '乙公司', 'corrected', bad, 'organization'],
        ['resolved', '丙公司', 'corrected', other, 'name'],
        ['resolved', '丁公司', 'gone', undefined, undefined],
        ['resolved', '', 'unknown', undefined, undefined],
        ['new', '甲公司', undefined, kept, 'organization'],
      ].sort(),
    );
    const there = problems.find(({ status }) => status === 'new')?.entity;
    expect(there).toMatchObject({ file: 'old.csv', row: 1, line: 2, name: '甲公司' });
  });

  test('outcomes add up to what was resolved', async () => {
    await fc.assert(
      fc.asyncProperty(registryExport, registryExport, async (before, after) => {
        const { report, problems } = await run({ old: before, new: after });
        const { corrected, gone, unknown } = report.outcomes;
        expect(corrected + gone + unknown).toBe(kinds.reduce((sum, kind) => sum + report.problems[kind].resolved, 0));
        for (const { outcome, entity } of problems)
          expect(outcome === 'corrected').toBe(outcome !== undefined && entity !== null);
      }),
    );
  });

  test('too many to be followed: all that are resolved are unknown, and none is looked for', async () => {
    const bad = Array.from({ length: MOST_TRACED + 1 }, (_, index) => `公司${index},X${index}`);
    const old = [header, `甲公司,${kept}`, ...bad].join('\n');
    const { report, problems } = await run({ old, new: [header, `甲公司,${spoil(kept)}`].join('\n') });
    expect(report.outcomes).toEqual({ corrected: 0, gone: 0, unknown: bad.length });
    expect(report.spoiled).toEqual({ organization: 0, name: 0 });
    expect(problems).toHaveLength(bad.length + 1);
    expect(problems.some((problem) => 'outcome' in problem || 'entity' in problem)).toBe(false);
  });
});
