import { expect, test } from 'vitest';
import { openRegistry } from '../../../src/clean/lookup/open-registry.ts';
import { match } from '../../../src/clean/match/match.ts';
import type { MatchReport, MatchRow } from '../../../src/clean/match/match-report.ts';
import { createPlatform, inputOf } from '../../engine/platform.ts';

const [one, two, three] = ['91350100M000100Y43', '91210246600037341A', '91211402140253042J'];
const registry = `代码,名称\n${one},甲\n${two},乙\n`;
const numbered = '行政相对人代码_1,行政相对人代码_2,行政相对人名称';
/** Alike but for what they hold; then of other columns, of two code columns, and without names. */
const tables = {
  'a.csv': `统一社会信用代码,企业名称\n${one},甲\n${two},\n${three},丙\n`,
  'b.csv': `统一社会信用代码,企业名称\n${one},别的\n${one},\n${two},\n`,
  'c.csv': `统一社会信用代码,企业名称\n${two},乙\n`,
  'd.csv': `企业名称,统一社会信用代码\n甲,${one}\n`,
  'e.csv': `${numbered}\n${one},${two},甲\n`,
  'f.csv': `${numbered}\n${three},${one},丁\n${two},,乙\n`,
  'g.csv': `统一社会信用代码\n${one}\n${three}\n`,
};

async function matchAll(names: (keyof typeof tables)[]): Promise<{ report: MatchReport; rows: MatchRow[] }> {
  const platform = createPlatform();
  const rows: MatchRow[] = [];
  const report = await match({
    inputs: names.map((name) => inputOf(Buffer.from(tables[name]), name)),
    registry: await openRegistry({
      inputs: [inputOf(Buffer.from(registry), 'r.csv')],
      options: {},
      platform,
      memoryBytes: 1 << 20,
    }),
    options: { all: true, lang: 'en', onRows: (batch) => void rows.push(...batch) },
    platform,
    memoryBytes: 1 << 20,
  });
  return { report, rows };
}

test('several tables are matched as each is alone', async () => {
  const names = Object.keys(tables) as (keyof typeof tables)[];
  const together = await matchAll(names);
  const alone = await Promise.all(names.map((name) => matchAll([name])));
  expect(together.rows).toEqual(alone.flatMap(({ rows }) => rows));
  expect(together.report.files).toEqual(alone.flatMap(({ report }) => report.files));
  expect(together.report.warnings).toEqual(alone.flatMap(({ report }) => report.warnings));
  for (const count of ['records', 'coded', 'covered'] as const) {
    expect(together.report[count]).toBe(alone.reduce((sum, { report }) => sum + report[count], 0));
  }
  const countsOf = (column: string, reports: MatchReport[]): number[] =>
    ['matched', 'unnamed', 'other-name', 'absent', 'missing'].map((status) =>
      reports
        .flatMap((report) => report.columns.filter((each) => each.column === column))
        .reduce((sum, { counts }) => sum + counts[status as keyof typeof counts], 0),
    );
  for (const { column } of together.report.columns) {
    const sums = countsOf(
      column,
      alone.map(({ report }) => report),
    );
    expect([column, countsOf(column, [together.report])]).toEqual([column, sums]);
  }
});

test('where names were not compared, each file is told of with its own count', async () => {
  const { report } = await matchAll(['a.csv', 'b.csv', 'c.csv']);
  const told = report.warnings.filter(({ code }) => code === 'names-not-compared');
  expect(told.map(({ file, count }) => [file, count])).toEqual([
    ['a.csv', 1],
    ['b.csv', 2],
  ]);
});
