import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openRegistry } from '../../../src/clean/lookup/open-registry.ts';
import { match } from '../../../src/clean/match/match.ts';
import { ask, listCodes, listNames } from '../../../src/clean/match/match-cases.ts';
import {
  type MatchReport,
  type MatchRow,
  type MatchStatus,
  matchStatuses,
} from '../../../src/clean/match/match-report.ts';
import { judge } from '../../../src/code/cell/judge.ts';
import { normalizeName } from '../../../src/code/cell/normalize.ts';
import type { Progress } from '../../../src/engine/options.ts';
import { regions } from '../../../src/regions/index.ts';
import { repair } from '../../../src/repair/repair.ts';
import { registryExport } from '../../check/exports.ts';
import { createPlatform, inputOf } from '../../engine/platform.ts';
import { columns, findOnlyCode, openTexts, type Row, readRows, rowsNamed } from '../registry-run.ts';

interface Outcome {
  rows: MatchRow[];
  report: MatchReport;
}

async function matchTexts(text: string, registry: string[], rangeBytes?: number, all = true): Promise<Outcome> {
  const rows: MatchRow[] = [];
  const report = await match({
    inputs: [inputOf(Buffer.from(text))],
    registry: await openTexts(registry, rangeBytes),
    options: {
      codeColumns: [columns.codeColumn],
      nameColumn: columns.nameColumn,
      all,
      onRows: (batch) => void rows.push(...batch),
    },
    platform: createPlatform(rangeBytes),
    memoryBytes: 1 << 20,
  });
  return { rows, report };
}

function expectStatus({ name, cell, code, isConforming }: Row, registry: Row[]): MatchStatus {
  if (!isConforming) return judge(cell).partition as MatchStatus;
  const names = registry.filter((row) => row.isConforming && row.code === code).map((row) => normalizeName(row.name));
  if (names.length === 0) return 'absent';
  const own = normalizeName(name);
  if (own !== '' && names.includes(own)) return 'matched';
  return own === '' || names.includes('') ? 'unnamed' : 'other-name';
}

function isRegistered(status: MatchStatus): boolean {
  return status === 'matched' || status === 'unnamed' || status === 'other-name';
}

/** The code the registry gives for what is neither matched nor erroneous. */
function expectCode(row: Row, status: MatchStatus, registry: Row[]): string | null {
  if (isRegistered(status)) return row.code;
  const byOrganization =
    status === 'unconverted' && row.organization !== ''
      ? findOnlyCode(registry.filter(({ organization }) => organization === row.organization))
      : null;
  return byOrganization ?? findOnlyCode(rowsNamed(registry, row.name));
}

test('every record stands to the registry as a plain reading says, in file order', async () => {
  await fc.assert(
    fc.asyncProperty(
      registryExport,
      fc.array(registryExport, { minLength: 1, maxLength: 2 }),
      fc.constantFrom(1, 64, undefined),
      async (text, registry, rangeBytes) => {
        const { rows, report } = await matchTexts(text, registry, rangeBytes);
        const table = readRows(text);
        const known = registry.flatMap(readRows);
        expect(rows.map(({ row }) => row)).toEqual(table.map((_, index) => index + 1));
        const counts = Object.fromEntries(matchStatuses.map((status) => [status, 0])) as Record<MatchStatus, number>;
        let covered = 0;
        for (const [index, row] of table.entries()) {
          const status = expectStatus(row, known);
          const found = rows[index];
          expect([row.cell, found?.status]).toEqual([row.cell, status]);
          counts[status]++;
          const holders = known.filter((each) => each.isConforming && each.organization === row.organization);
          const isKnown = status === 'unconverted' && row.organization !== '' && holders.length > 0;
          if (isRegistered(status) || isKnown) covered++;
          if (status !== 'erroneous') expect(found?.registryCode).toBe(expectCode(row, status, known));
          else if (found?.evidence?.startsWith('repair')) {
            expect(repair(row.cell, { regions }).map(({ value }) => value)).toContain(found.registryCode);
            expect(known.map(({ code }) => code)).toContain(found.registryCode);
          }
        }
        expect(report).toMatchObject({ records: table.length, covered, columns: [{ counts }] });
      },
    ),
    { numRuns: 120 },
  );
});

test('a registry against itself: every conforming record is matched, nothing else is listed', async () => {
  await fc.assert(
    fc.asyncProperty(registryExport, async (text) => {
      const { rows, report } = await matchTexts(text, [text], undefined, false);
      const table = readRows(text);
      const conforming = table.filter(({ isConforming }) => isConforming);
      const matched = conforming.filter(({ name }) => normalizeName(name) !== '').length;
      const unnamed = conforming.length - matched;
      expect(report.columns[0]?.counts).toMatchObject({ matched, unnamed, 'other-name': 0, absent: 0 });
      expect(rows).toHaveLength(table.length - matched);
      const warned = report.warnings.filter(({ code }) => code === 'names-not-compared');
      expect(warned.map(({ count }) => count)).toEqual(unnamed > 0 ? [unnamed] : []);
    }),
    { numRuns: 60 },
  );
});

test('the counts are the same when nobody wants the rows', async () => {
  await fc.assert(
    fc.asyncProperty(registryExport, registryExport, fc.constantFrom(1, 64, undefined), async (text, known, width) => {
      const { report } = await matchTexts(text, [known], width);
      const counted = await match({
        inputs: [inputOf(Buffer.from(text))],
        registry: await openTexts([known], width),
        options: { codeColumns: [columns.codeColumn], nameColumn: columns.nameColumn },
        platform: createPlatform(width),
        memoryBytes: 1 << 20,
      });
      expect({ ...counted, elapsedSeconds: 0 }).toEqual({ ...report, elapsedSeconds: 0 });
    }),
    { numRuns: 60 },
  );
});

test('what the registry knows nothing of is not asked about', () => {
  const one = {
    file: '',
    row: 1,
    line: 2,
    column: '',
    cell: '91350100M000100Y43',
    name: '甲公司',
    at: 0,
    writtenTo: 0,
  };
  const ofAbsent = (isUnknown: boolean) => ask({ ...one, status: 'absent', isUnknown });
  expect([listCodes(ofAbsent(true)), listNames(ofAbsent(true))]).toEqual([[], []]);
  expect([listCodes(ofAbsent(false)), listNames(ofAbsent(false))]).toEqual([[], ['甲公司']]);
});

test('several code columns: a record is covered by any of them, and listed once when it has none', async () => {
  const registry = '统一社会信用代码,企业名称\n91350100M000100Y43,甲公司\n91350211M00013FA1N,乙公司\n';
  const head =
    '行政相对人名称,行政相对人代码_1 (统一社会信用代码),行政相对人代码_2 (工商注册号),行政相对人代码_3(组织机构代码)\n';
  const body = [
    '甲公司,91350100M000100Y43,,',
    '乙公司,,,M00013FA1',
    '丙公司,91350100M000100Y44,,',
    '丁,,,',
    '甲公司,91350100M000100Y43,440301103097413,M000100Y4',
  ];
  const rows: MatchRow[] = [];
  const report = await match({
    inputs: [inputOf(Buffer.from(`${head}${body.join('\n')}\n`))],
    registry: await openTexts([registry]),
    options: { onRows: (batch) => void rows.push(...batch) },
    platform: createPlatform(),
    memoryBytes: 1 << 20,
  });
  expect(report.files[0]?.codeColumns).toHaveLength(3);
  expect(report).toMatchObject({ records: 5, coded: 4, covered: 3, coverage: 0.6, coverageOfCoded: 0.75 });
  expect(rows.map(({ row, status, registryCode }) => [row, status, registryCode])).toEqual([
    [2, 'unconverted', '91350211M00013FA1N'],
    [3, 'erroneous', null],
    [4, 'missing', null],
    [5, 'unconverted', '91350100M000100Y43'],
    [5, 'unconverted', '91350100M000100Y43'],
  ]);
});

test('more rows than are read at once', async () => {
  const registry = '统一社会信用代码,企业名称\n91350100M000100Y43,甲公司\n';
  const rows: MatchRow[] = [];
  const [both, one] = [8192, 50];
  const report = await match({
    inputs: [
      inputOf(
        Buffer.from(
          `行政相对人名称,行政相对人代码_1 (统一社会信用代码),行政相对人代码_3(组织机构代码)\n${'甲公司,91350100M000100Y43,M000100Y4\n'.repeat(both)}${'甲公司,,M000100Y4\n'.repeat(one)}`,
        ),
      ),
    ],
    registry: await openTexts([registry]),
    options: { onRows: (batch) => void rows.push(...batch) },
    platform: createPlatform(),
    memoryBytes: 1 << 20,
  });
  expect(report).toMatchObject({ records: both + one, coded: both + one, covered: both + one });
  expect(report.evidence).toEqual({ 'organization-code': both + one });
  expect(rows.map(({ row, line }) => [row, line])).toEqual(
    Array.from({ length: both + one }, (_, index) => [index + 1, index + 2]),
  );
});

test('says how far it is: with the registry, with the table, with holding one against the other', async () => {
  const registry = '统一社会信用代码,企业名称\n91350100M000100Y43,甲公司\n';
  const seen: [string, number, number][] = [];
  const onProgress = ({ stage, totalBytes, records }: Progress): void => void seen.push([stage, totalBytes, records]);
  const index = await openRegistry({
    inputs: [inputOf(Buffer.from(registry))],
    options: { onProgress },
    platform: createPlatform(),
    memoryBytes: 1 << 20,
  });
  const table = `${registry}91350211M00013FA1N,乙公司\n`;
  const inputs = [inputOf(Buffer.from(table))];
  await match({ inputs, registry: index, options: { onProgress }, platform: createPlatform(), memoryBytes: 1 << 20 });
  const [registryBytes, tableBytes] = [registry, table].map((text) => Buffer.byteLength(text));
  expect(seen).toEqual([
    ['registry', registryBytes, 1],
    ['scan', tableBytes, 2],
    // For the names of what is absent.
    ['registry', registryBytes, 1],
    ['compare', tableBytes, 2],
  ]);
});
