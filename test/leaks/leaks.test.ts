import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runUscc } from '../cli/run.ts';
import { escapeXml, writeRows, writeWorkbook, writeZip } from '../tables/archives.ts';
import { findLeak, idNumber, spellings } from './spellings.ts';

/*
 * Every command is run over tables in which ID numbers stand in every column, in the names of files, folders, sheets and members
 * of archives, and everything it writes is looked through, but for copies of the input.
 */

const right = ['91110000600037341L', '91350100M000100Y43', '91440300192203821X'];
const header = ['统一社会信用代码', '企业名称', '登记机关', '备注', '证件号码'];
let root = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'uscc-test-'));
  const rows = spellings.flatMap((spelling, index) => {
    const code = right[index % right.length] ?? '';
    return [
      [code, spelling, '甲局', '', spelling],
      [code, /^\d{15}$/.test(spelling) ? spelling : `经营者${spelling}`, spelling, spelling, ''],
      [`${code.slice(0, 17)}${code.endsWith('A') ? 'B' : 'A'}`, spelling, spelling, spelling, ''],
      ...(/^\d{15}$/.test(spelling) ? [] : [[spelling, `乙${index}`, '乙局', spelling, spelling]]),
    ];
  });
  const table = (some: string[][]): string => stringify([header, ...some], { record_delimiter: '\r\n', quoted: true });
  const half = rows.filter((_, index) => index % 2 === 0);
  writeFileSync(join(root, 'all.csv'), table(rows));
  writeFileSync(join(root, 'half.csv'), table(half));
  writeFileSync(
    join(root, 'registry.csv'),
    table([...half, ...right.map((code, at) => [code, spellings[at] ?? '', '', '', ''])]),
  );
  mkdirSync(join(root, `人 ${idNumber}`));
  writeFileSync(join(root, `人 ${idNumber}`, `110105-19491231-002X.csv`), table(rows));
  writeFileSync(join(root, `人 ${idNumber}`, `110105 19491231 002X.doc`), '');
  const sheet = { name: escapeXml(`表${idNumber}`), rows: writeRows([header, ...half]) };
  const empty = { name: '110105·19491231·002X', rows: '' };
  writeFileSync(join(root, `book ${idNumber}.xlsx`), writeWorkbook({ sheets: [sheet, empty] }));
  writeFileSync(
    join(root, 'members.zip'),
    writeZip([
      { name: `夹/${idNumber}.csv`, data: table(half) },
      { name: `110105_19491231_002X.md`, data: '' },
    ]),
  );
  writeFileSync(join(root, 'no-codes.csv'), `甲,${idNumber}\n1,2\n`);
  const records = half.map((cells) => Object.fromEntries(cells.map((cell, at) => [header[at], cell])));
  writeFileSync(
    join(root, 'lines.ndjson'),
    records.map((each) => JSON.stringify({ ...each, [idNumber]: 1 })).join('\n'),
  );
  writeFileSync(join(root, 'broken.json'), `[{"统一社会信用代码": "${idNumber}", "企业名称": ${idNumber}}]`);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A ledger to read from, in every run anew. */
const record = [
  'record',
  'all.csv',
  '--period',
  '2026-11',
  '--ledger',
  'OUT/l.db',
  '--unit-column',
  '3',
  '--suspect',
  'THEN',
];

/**
 * By command: the arguments of every run, and behind `THEN` those of one that comes after it. `OUT` is a new folder; a file whose name
 * begins with `copy` is one of the input.
 */
const runs: Record<string, string[][]> = {
  validate: [
    [...spellings.filter((each) => !/^\d{15}$/.test(each))],
    [idNumber, '--format', 'json'],
    ['91110000600037341L', '--against', 'registry.csv', '--format', 'json'],
    ['91110000600037341L', '91350100M000100Y43', '--against', 'registry.csv'],
  ],
  check: [
    ...['text', 'json', 'ndjson', 'sarif', 'junit', 'markdown'].map((format) => ['all.csv', '--format', format]),
    [
      'all.csv',
      'half.csv',
      '--out',
      'OUT/report',
      '--html',
      'OUT/a.html',
      '--xlsx',
      'OUT/a.xlsx',
      '--notes',
      '--suspect',
      '--unit-column',
      '3',
    ],
    [
      'members.zip',
      'lines.ndjson',
      `book ${idNumber}.xlsx`,
      `人 ${idNumber}`,
      '--out',
      'OUT/report',
      '--xlsx',
      'OUT/a.xlsx',
      '--suspect',
    ],
    ['all.csv', '--name-column', '备注', '--unit-column', '5', '--out', 'OUT/report', '--html', 'OUT/a.html'],
    ['no-codes.csv'],
    ['all.csv', '--code-column', idNumber],
    [`${idNumber}.csv`],
    ['broken.json'],
    ['all.csv', '--no-header', '--code-column', '9'],
    ['all.csv', '--lang', 'zh', '--out', 'OUT/report'],
  ],
  fix: [
    ['all.csv', '-o', 'OUT/copy.csv', '--log', 'OUT/log.csv'],
    ['half.csv', '-o', 'OUT/copy.csv', '--log', 'OUT/log.csv', '--from', 'registry.csv', '--format', 'json'],
    [`book ${idNumber}.xlsx`, '-o', 'OUT/copy.csv', '--log', 'OUT/log.csv'],
  ],
  dedup: [
    [
      'all.csv',
      '-o',
      'OUT/copy.csv',
      '--removed',
      'OUT/copy-removed.csv',
      '--conflicts',
      'separate',
      '--conflicts-file',
      'OUT/copy-conflicts.csv',
    ],
    ['all.csv', 'half.csv', '-o', 'OUT/copy.csv', '--format', 'json'],
    [`book ${idNumber}.xlsx`, '-o', 'OUT/copy.csv'],
  ],
  diff: [
    ['half.csv', 'all.csv', '--out', 'OUT/diff'],
    ['half.csv', 'all.csv', '--format', 'json'],
    ['registry.csv', `book ${idNumber}.xlsx`, '--out', 'OUT/diff', '--lang', 'zh'],
  ],
  match: [
    ['all.csv', '--against', 'registry.csv', '--out', 'OUT/match', '--all'],
    ['members.zip', '--against', `book ${idNumber}.xlsx`, '--out', 'OUT/match', '--format', 'json'],
    ['all.csv', '--against', 'registry.csv', '--name-column', '4', '--out', 'OUT/match'],
  ],
};

runs.ledger = [
  [...record, 'status', '--ledger', 'OUT/l.db', '--html', 'OUT/s.html', '--xlsx', 'OUT/s.xlsx'],
  [...record, 'status', '--ledger', 'OUT/l.db', '--format', 'json'],
  [...record, 'send', '--ledger', 'OUT/l.db', '--out', 'OUT/send', '--lang', 'zh'],
  [...record, 'export', '--ledger', 'OUT/l.db', '--format', 'json'],
  [...record, 'export', '--ledger', 'OUT/l.db'],
  [...record, 'show', 'P-000001', 'P-000002', 'P-000003', '--ledger', 'OUT/l.db'],
  [
    ...record,
    'feedback',
    'half.csv',
    '--ledger',
    'OUT/l.db',
    '--due',
    '2026-12-31',
    'THEN',
    'export',
    '--ledger',
    'OUT/l.db',
  ],
];

/** Commands that read no table. The answers that `sql merge` reads are not walked here. */
const others = ['page', 'generate', 'bench', 'sql', 'help', 'complete'];

test('every command is looked through', () => {
  const folder = new URL('../../src/cli/commands/', import.meta.url);
  const commands = readdirSync(folder).map((name) => name.replace(/\.ts$/, ''));
  expect(commands.filter((name) => !others.includes(name) && runs[name] === undefined)).toEqual([]);
});

let runCount = 0;
describe.each(Object.entries(runs))('%s shows no ID number', (command, list) => {
  test.each(list.map((args) => [args.join(' ').slice(0, 80), args] as const))('%s', async (_, args) => {
    const out = `out${++runCount}`;
    mkdirSync(join(root, out));
    const results: { code: number | null; stdout: string; stderr: string }[] = [];
    for (const each of splitAt(args, 'THEN')) {
      results.push(await runUscc([command, ...each.map((text) => text.replace('OUT', out))], { cwd: root }));
    }
    const printed = results.flatMap(({ stdout, stderr }) => [
      ['stdout', stdout],
      ['stderr', stderr],
    ]);
    for (const { code, stderr } of results)
      expect([code === 2, stderr]).toEqual([false, expect.not.stringContaining('should not have')]);
    const leaks = [...listTexts(join(root, out)), ...printed].flatMap(([name = '', text = '']) =>
      [name, text, ...readJsonTexts(text)]
        .map(findLeak)
        .filter((leak) => leak !== null)
        .map((leak) => `${name}: ${leak}`)
        .slice(0, 3),
    );
    expect(leaks).toEqual([]);
  });
});

function splitAt(args: readonly string[], mark: string): string[][] {
  const parts: string[][] = [[]];
  for (const each of args) {
    if (each === mark) parts.push([]);
    else parts.at(-1)?.push(each);
  }
  return parts;
}

/** What has been written, by name: the parts of workbooks one by one. */
function* listTexts(path: string): Generator<[string, string]> {
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path)) if (!name.startsWith('copy')) yield* listTexts(join(path, name));
    return;
  }
  const bytes = readFileSync(path);
  if (!path.endsWith('.xlsx')) yield [path.slice(root.length), bytes.toString()];
  else for (const [part, data] of Object.entries(unzipSync(bytes))) yield [`${path}#${part}`, strFromU8(data)];
}

/** The texts of JSON, in which a line feed is a line feed. */
function readJsonTexts(text: string): string[] {
  try {
    const texts: string[] = [];
    JSON.parse(text, (key, value) => {
      texts.push(key);
      if (typeof value === 'string') texts.push(value);
      return value;
    });
    return texts;
  } catch {
    return [];
  }
}
