import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { licenceDamages } from '../../src/generate/licence-damage.ts';
import { generateLicences, type LicenceGenerateOptions } from '../../src/generate/licences.ts';
import type { TruthEntry } from '../../src/generate/options.ts';
import type { LicenceFinding } from '../../src/licences/finding.ts';
import { judgeLicences } from '../../src/licences/licences.ts';
import { createPlatform, createSpill, inputOf } from '../engine/platform.ts';
import { judgeByModel } from './model.ts';

interface Made {
  text: string;
  truth: TruthEntry[];
}

function make(options: LicenceGenerateOptions): Made {
  const truth: TruthEntry[] = [];
  const chunks = [...generateLicences({ ...options, onTruth: (entry) => void truth.push(entry) })];
  return { text: Buffer.concat(chunks).toString('utf8'), truth };
}

async function judge(text: string | Uint8Array, rangeBytes?: number) {
  const findings: LicenceFinding[] = [];
  const report = await judgeLicences(
    [inputOf(text, 'a.csv')],
    { findings: 'all', notes: true, onFindings: (batch) => void findings.push(...batch), lang: 'en' },
    createPlatform(rangeBytes),
  );
  return { report, findings };
}

const show = ({ row, role, rule }: Pick<LicenceFinding, 'row' | 'role' | 'rule'>): string => `${row} ${role} ${rule}`;

const tables = [
  { kind: 'licences', layout: '2018' },
  { kind: 'licences', layout: '2021' },
  { kind: 'penalties', layout: '2018' },
  { kind: 'penalties', layout: '2021' },
] as const;

describe.each(tables)('$kind of $layout', (table) => {
  test('a clean table has no finding', async () => {
    const { report, findings } = await judge(make({ ...table, rows: 2003 }).text);
    expect(findings).toEqual([]);
    expect(report).toMatchObject({ records: 2003, points: 0, met: true, byRule: [], notes: [] });
    expect(report.files[0]).toMatchObject({ kind: table.kind, layout: table.layout });
    expect(report.compliance).toEqual({ numerator: 2003, denominator: 2003, value: 1 });
  });

  test('of a damaged one the findings are the truth, and those of an independent model', async () => {
    const { text, truth } = make({ ...table, rows: 4000, errors: 0.05 });
    expect(new Set(truth.map(({ kind }) => kind))).toEqual(new Set(licenceDamages.map(({ kind }) => kind)));
    const { report, findings } = await judge(text, 20_000);
    const told = findings.map(show).sort();
    expect(told).toEqual(truth.map(({ row, kind }) => `${row} ${kind}`).sort());
    const model = judgeByModel(text);
    expect(told).toEqual(model.findings.sort());
    expect(report.compliance.numerator).toBe(model.compliant);
    expect(report.points).toBe((report.records - model.compliant) / 10);
    expect(report.byBody.map(({ body, records, compliant }) => [body, records, compliant]).sort()).toEqual(
      model.byBody.sort(),
    );
    expect(report.byCategory.map(({ category, records, compliant }) => [category, records, compliant]).sort()).toEqual(
      model.byCategory.sort(),
    );
    expect(
      Object.fromEntries(report.byColumn.map(({ role, filled, errors }) => [role, [filled, errors]])),
    ).toMatchObject(model.byColumn);
  });
});

test('rows in any order, cells exchanged: the model says the same', async () => {
  const { text } = make({ kind: 'licences', rows: 64, errors: 0.2 });
  const [first = '', second = '', ...lines] = text.trimEnd().split('\n');
  const cells = parse(lines.join('\n')) as string[][];
  const columns = [0, 1, 2, 3, 4, 5, 6, 7, 14, 22, 23, 25, 26];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(63), fc.nat(63), fc.constantFrom(...columns)), { maxLength: 12 }),
      fc.integer({ min: 200, max: 4000 }),
      async (swaps, rangeBytes) => {
        const rows = cells.map((row) => [...row]);
        for (const [a, b, column] of swaps) {
          const row = rows[a] as string[];
          row[column] = (rows[b] as string[])[column] ?? '';
        }
        const changed = `${[first, second, ...rows.map((row) => row.join(','))].join('\n')}\n`;
        const { report, findings } = await judge(changed, rangeBytes);
        const model = judgeByModel(changed);
        expect(
          findings
            .filter(({ severity }) => severity === 'error')
            .map(show)
            .sort(),
        ).toEqual(model.findings.sort());
        expect(report.compliance.numerator).toBe(model.compliant);
      },
    ),
    { numRuns: 40 },
  );
});

test('in quotes, and in GB18030, the same is found', async () => {
  const options = { kind: 'penalties', rows: 800, errors: 0.1 } as const;
  const { text } = make(options);
  const plain = await judge(text, 10_000);
  const quoted = text
    .trimEnd()
    .split('\n')
    .map((line) =>
      line
        .split(',')
        .map((cell) => `"${cell}"`)
        .join(','),
    );
  const wide = Buffer.concat([...generateLicences({ ...options, encoding: 'gb18030' })]);
  for (const other of [`${quoted.join('\r\n')}\r\n`, new Uint8Array(wide)]) {
    const { report, findings } = await judge(other, 10_000);
    expect(findings.map(show).sort()).toEqual(plain.findings.map(show).sort());
    expect(report.byColumn).toEqual(plain.report.byColumn);
    expect(report.byBody).toEqual(plain.report.byBody);
    expect(report.byCategory).toEqual(plain.report.byCategory);
  }
});

test('rules that are overruled hold for records that nobody looks at, too', async () => {
  const { text } = make({ kind: 'licences', rows: 800 });
  const rules = { needs: { organization: { organization: 'empty' } } } as const;
  const report = await judgeLicences([inputOf(text, 'a.csv')], { rules }, createPlatform());
  const given = (parse(text) as string[][]).slice(2).filter((row) => row[1] === '法人及非法人组织' && row[4] !== '');
  expect(report.byRule).toEqual([
    { rule: 'not-wanted', column: '行政相对人代码_3(组织机构代码)', records: given.length },
  ]);
  expect(given.length).toBeGreaterThan(0);
});

test('over the memory given, entries go to a file, and the same is found', { timeout: 120_000 }, async () => {
  const { text } = make({ kind: 'penalties', rows: 16_000, errors: 0.1 });
  const run = async (memoryBytes: number) => {
    const findings: LicenceFinding[] = [];
    const spills: ReturnType<typeof createSpill>[] = [];
    const platform = createPlatform(500_000, () => {
      const spill = createSpill();
      spills.push(spill);
      return spill;
    });
    const { elapsedSeconds: _, ...report } = await judgeLicences(
      [inputOf(text, 'a.csv')],
      { findings: 'all', notes: true, memoryBytes, onFindings: (batch) => void findings.push(...batch) },
      platform,
    );
    return { report, findings, spilledBytes: spills.reduce((sum, spill) => sum + spill.size(), 0) };
  };
  const whole = await run(1 << 30);
  expect(whole.spilledBytes).toBe(0);
  expect(new Set(whole.findings.map(({ rule }) => rule))).toContain('repeated-decision');
  const sizes = [300_000, 1].map(async (memoryBytes) => {
    const { report, findings, spilledBytes } = await run(memoryBytes);
    expect(report).toEqual(whole.report);
    expect(findings).toEqual(whole.findings);
    return spilledBytes;
  });
  const [part = 0, all = 0] = await Promise.all(sizes);
  expect(part).toBeGreaterThan(0);
  expect(all).toBeGreaterThan(part);
});

test('ID numbers in names are masked where they are suggested, too', async () => {
  const { text } = make({ kind: 'licences', rows: 40 });
  const [first = '', second = '', ...lines] = text.trimEnd().split('\n');
  const rows = (parse(lines.join('\n')) as string[][]).slice(0, 3);
  const identity = '11010519491231002X';
  const [, , code = ''] = rows[0] ?? [];
  for (const [at, row] of rows.entries()) Object.assign(row, { 0: at === 2 ? '李四' : `张三${identity}`, 2: code });
  const { findings } = await judge(`${[first, second, ...rows.map((row) => row.join(','))].join('\n')}\n`);
  const several = findings.filter(({ rule }) => rule === 'several-names');
  expect(several.map(({ suggestion }) => suggestion)).toEqual(['张三110105********002X']);
});

test('text in GB18030 is scanned as UTF-8: what is in order there goes past nobody either', async () => {
  const bytes = Buffer.concat([...generateLicences({ kind: 'licences', rows: 50, encoding: 'gb18030' })]);
  const platform = createPlatform();
  const transcoded: string[] = [];
  const { files } = await judgeLicences(
    [inputOf(new Uint8Array(bytes), 'a.csv')],
    {},
    {
      ...platform,
      transcode(input, encoding) {
        transcoded.push(encoding);
        return platform.transcode(input, encoding);
      },
    },
  );
  expect(transcoded).toEqual(['gb18030']);
  expect(files).toMatchObject([{ encoding: 'gb18030', bytes: bytes.length, records: 50 }]);
});
