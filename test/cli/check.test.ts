import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Report } from '../../src/check/report.ts';
import { expectReport } from '../report/schema.ts';
import { runUscc, startUscc } from './run.ts';

const fixture = fileURLToPath(new URL('../../fixtures/registry-sample.csv', import.meta.url));
/** What was done to the fixture, by the generator's own record. */
const truth: Record<'row' | 'kind' | 'before' | 'after', string>[] = parse(
  readFileSync(fixture.replace('.csv', '.truth.csv')),
  { columns: true, bom: true },
);
const UNCONVERTED = ['registration-number', 'taxpayer-number', 'organization-code'];
const isDuplicate = (kind: string) => kind.startsWith('duplicate-');
const count = (matches: (kind: string) => boolean) => truth.filter(({ kind }) => matches(kind)).length;

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'uscc-test-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function readJson(args: string[]): Promise<Report> {
  const { code, stdout, stderr } = await runUscc(['check', ...args, '--format', 'json'], { cwd: root });
  expect(stderr).toBe('');
  const report = expectReport(JSON.parse(stdout));
  expect(code).toBe(report.target.met ? 0 : 1);
  return report;
}

function write(name: string, text: string | Uint8Array): string {
  writeFileSync(join(root, name), text);
  return name;
}

describe('the fixture', () => {
  const erroneous = count((kind) => !isDuplicate(kind) && !['missing', 'pilot-era', ...UNCONVERTED].includes(kind));
  const unconverted = count((kind) => UNCONVERTED.includes(kind));
  const missing = count((kind) => kind === 'missing');
  // Each duplicate of the generator repeats one earlier record.
  const excess = count(isDuplicate);

  test('--format json: the counts are those of the truth file', async () => {
    const records = readFileSync(fixture, 'utf8').trimEnd().split('\n').length - 1;
    const report = await readJson([fixture]);
    expect(report).toMatchObject({
      schema: 'uscc-report/1',
      files: [
        {
          path: fixture,
          encoding: 'utf-8',
          delimiter: ',',
          codeColumn: '统一社会信用代码',
          nameColumn: '企业名称',
          records,
        },
      ],
      records,
      blankRows: 0,
      counts: { conforming: records - erroneous - unconverted - missing, erroneous, unconverted, missing },
      duplicates: { excess },
      rates: { literal: { numerator: erroneous + excess, denominator: records - unconverted - missing } },
      target: { value: 0.0001, definition: 'literal', met: false, allowed: 0, excess: erroneous + excess },
    });
    for (const [issue, number] of Object.entries(report.issues)) expect(count((kind) => kind === issue)).toBe(number);
    const kinds = truth.map(({ kind }) => kind).filter((kind) => !isDuplicate(kind));
    expect(Object.keys(report.issues).sort()).toEqual([...new Set(kinds)].sort());
  });

  test('the flags of the target', async () => {
    const report = await readJson([fixture, '--target', '20%', '--definition', 'erroneous']);
    expect(report.target).toMatchObject({ value: 0.2, definition: 'erroneous', met: true, excess: 0 });
  });

  test('--assess: those named decide the exit code, one’s own too', async () => {
    write('rules.json', JSON.stringify([{ name: 'easy', target: '50%' }]));
    const easy = ['check', fixture, '--assess-file', 'rules.json', '--assess', 'easy', '--format', 'json'];
    const met = await runUscc(easy, { cwd: root });
    expect(met).toMatchObject({ code: 0, stderr: '' });
    const report = expectReport(JSON.parse(met.stdout));
    expect(report.target.met).toBe(false);
    expect(report.assessments.map(({ name, chosen, met }) => [name, chosen, met])).toEqual([
      ['easy', true, true],
      ['taian-2023', false, false],
      ['zero-errors', false, false],
      ['chengwu-2022', false, false],
      ['pingyin-2022', false, false],
    ]);
    expect((await runUscc([...easy, '--assess', 'zero-errors'], { cwd: root })).code).toBe(1);
    const text = await runUscc([...easy.slice(0, -2), '--lang', 'zh'], { cwd: root });
    expect(text.stdout).toMatch(/^达标：「easy」\n/);

    const unknown = await runUscc(['check', fixture, '--assess', 'easy', '--lang', 'zh'], { cwd: root });
    expect(unknown).toMatchObject({ code: 2, stdout: '' });
    expect(unknown.stderr).toContain('taian-2023');
    write('bad.json', '[{"name":"easy","target":"lots"}]');
    const bad = await runUscc(['check', fixture, '--assess-file', 'bad.json'], { cwd: root });
    expect(bad).toMatchObject({ code: 3, stdout: '' });
    expect(bad.stderr).toContain('bad.json: assessments[0].target');
    const gone = await runUscc(['check', fixture, '--assess-file', 'gone.json'], { cwd: root });
    expect(gone).toMatchObject({ code: 3, stdout: '' });
    expect(gone.stderr).toContain('gone.json');
  });

  test('--format: what each form lists adds up to the report', async () => {
    const problems = truth.filter(({ kind }) => !isDuplicate(kind)).length;
    const { records } = (await readJson([fixture])).duplicates;
    const print = async (format: string) => {
      const result = await runUscc(['check', fixture, '--format', format], { cwd: root });
      expect(result).toMatchObject({ code: 1, stderr: '' });
      return result.stdout;
    };
    const lines = (await print('ndjson')).trimEnd().split('\n');
    const kinds = lines.map((line): { type: string; issue?: string } => JSON.parse(line));
    const listed = kinds.filter(({ type, issue }) => type === 'finding' && issue !== 'authority-category');
    expect(listed).toHaveLength(problems);
    expect(kinds.filter(({ type }) => type === 'duplicate')).toHaveLength(records);
    const { type, ...summary } = kinds.at(-1) ?? { type: '' };
    expect(type).toBe('summary');
    expectReport(summary);
    const { runs } = JSON.parse(await print('sarif'));
    expect(runs[0].results).toHaveLength(lines.length - 1);
    expect(await print('junit')).toMatch(/<testsuites name="uscc check" tests="\d+" failures="[1-9]/);
    expect(await print('markdown')).toMatch(/^# /);
  });

  test('text, in both languages', async () => {
    const zh = await runUscc(['check', fixture, '--lang', 'zh']);
    expect(zh).toMatchObject({ code: 1, stderr: '' });
    expect(zh.stdout).toMatch(/^未达标：重错码率 /);
    const en = await runUscc(['check', fixture, '--lang', 'en']);
    expect(en).toMatchObject({ code: 1, stderr: '' });
    expect(en.stdout).toMatch(/^TARGET MISSED: /);
    expect(en.stdout).not.toContain('\u001b');
  });

  test('--out: three files that agree with one another and the truth', async () => {
    const { code, stdout, stderr } = await runUscc(['check', fixture, '--out', 'report', '--lang', 'zh'], {
      cwd: root,
    });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain('已写入 report');
    expect(readdirSync(root)).toEqual(['report']);
    expect(readdirSync(join(root, 'report')).sort()).toEqual([
      'duplicates.csv',
      'findings.csv',
      'lists.xlsx',
      'report.html',
      'summary.json',
    ]);
    const summary = expectReport(JSON.parse(readFileSync(join(root, 'report', 'summary.json'), 'utf8')));
    const findings = readList('findings.csv');
    const duplicates = readList('duplicates.csv');

    const damaged = truth.filter(({ kind }) => !isDuplicate(kind));
    const listed = findings.filter(({ issue }) => issue !== 'authority-category');
    expect(listed.map(({ row, issue }) => `${row} ${issue}`)).toEqual(damaged.map(({ row, kind }) => `${row} ${kind}`));
    for (const finding of listed) {
      expect(finding.file).toBe(fixture);
      expect(Number(finding.line)).toBe(Number(finding.row) + 1);
      expect(finding.explanation).not.toBe('');
    }
    for (const { issue, code, normalized } of findings.filter(({ issue }) => issue === 'identity-number')) {
      expect(`${issue} ${code} ${normalized}`).toMatch(/^identity-number \d{6} ?\*{8} ?\w{4} \d{6}\*{8}\w{4}$/);
    }

    expect(duplicates).toHaveLength(summary.duplicates.records);
    expect(new Set(duplicates.map(({ group }) => group)).size).toBe(summary.duplicates.codes);
    for (const { row, kind, after } of truth.filter(({ kind }) => isDuplicate(kind))) {
      const record = duplicates.find((each) => each.row === row);
      expect(record).toMatchObject({ code: after, kind: kind.replace('duplicate-', '') });
    }
  });

  function readList(name: string): Record<string, string>[] {
    const bytes = readFileSync(join(root, 'report', name));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    return parse(bytes, { bom: true, columns: true });
  }

  test('the same with the reference scanner', async () => {
    const { elapsedSeconds: a, ...kernel } = await readJson([fixture]);
    const { elapsedSeconds: b, ...reference } = await readJson([fixture, '--scanner', 'reference']);
    expect(reference).toEqual(kernel);
    expect([typeof a, typeof b]).toEqual(['number', 'number']);
  });
});

describe('columns and shapes', () => {
  const good = '91110000600037341L';

  test('within target: exit 0', async () => {
    write('good.csv', `统一社会信用代码,企业名称\n${good},甲公司\n`);
    const report = await readJson(['good.csv']);
    expect(report).toMatchObject({ records: 1, target: { met: true }, duplicates: { codes: 0 } });
  });

  test('--annotate: Parquet by its name, CSV by any other, and no workbook', async () => {
    write('a.csv', `统一社会信用代码,企业名称\n${good},甲公司\n`);
    await readJson(['a.csv', '--annotate', 'b.Parquet']);
    const bytes = readFileSync(join(root, 'b.Parquet'));
    expect(await parquetReadObjects({ file: Uint8Array.from(bytes).buffer })).toMatchObject([
      { 企业名称: '甲公司', partition: 'conforming', normalized: good },
    ]);
    await readJson(['a.csv', '--annotate', 'b.txt']);
    expect(readFileSync(join(root, 'b.txt'), 'utf8')).toContain(`${good},甲公司,conforming,,${good},,`);
    const { code, stderr } = await runUscc(['check', 'a.csv', '--annotate', 'b.xlsx'], { cwd: root });
    expect([code, stderr]).toEqual([2, expect.stringContaining('.parquet')]);
  });

  test('duplicates across files, columns by number and name', async () => {
    write('a.csv', `x,代码,y\n1,${good},甲公司\n`);
    write('b.csv', `x,代码,y\n1,${good},乙公司\n`);
    const report = await readJson(['a.csv', 'b.csv', '--code-column', '2', '--name-column', 'y']);
    expect(report.duplicates).toMatchObject({ codes: 1, records: 2, excess: 1, conflicting: { codes: 1 } });
  });

  test('without a header, and with a delimiter of its own', async () => {
    write('plain.txt', `${good}^甲公司\n${good}^甲公司\n`);
    const report = await readJson(['plain.txt', '--no-header', '--delimiter', '^', '--code-column', '1']);
    expect(report).toMatchObject({ records: 2, files: [{ delimiter: '^' }], duplicates: { codes: 1 } });
  });

  test('terminal escapes and resident ID numbers in a file do not reach the terminal', async () => {
    write(
      'nasty.csv',
      `统一社会信用代码,企业名称\n11010519491231002X,\u001b[2J甲\n${good},\u001b]0;x\u0007\n${good},乙\n`,
    );
    for (const format of ['text', 'json']) {
      const { stdout, stderr } = await runUscc(['check', 'nasty.csv', '--format', format, '--out', 'r'], { cwd: root });
      expect(stderr).toBe('');
      expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
      expect(stdout).not.toContain('19491231');
    }
    for (const name of readdirSync(join(root, 'r'))) {
      expect(readFileSync(join(root, 'r', name), 'utf8')).not.toContain('19491231');
    }
  });
});

describe('bad input: a few lines that name the file, no output left behind', () => {
  const rows = '统一社会信用代码,企业名称\n91110000600037341L,甲公司\n';

  beforeEach(() => {
    mkdirSync(join(root, 'folder'));
    write('empty.csv', '');
    write('header.csv', '统一社会信用代码,企业名称\n');
    write(
      'binary.csv',
      Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256),
    );
    write('book.xlsx', Buffer.from('PK\u0003\u0004 not really'));
    write('nocode.csv', 'a,b\n1,2\n3,4\n');
    write('good.csv', rows);
  });

  test('one of several inputs that is no table of codes is passed over, and named', async () => {
    const { code, stdout } = await runUscc(['check', 'good.csv', 'nocode.csv', '--lang', 'en'], { cwd: root });
    expect(code).not.toBe(3);
    expect(stdout).toContain('nocode.csv');
  });

  test.each([
    [['missing.csv'], 3, 'missing.csv'],
    [['folder'], 3, 'folder'],
    [['empty.csv'], 3, 'empty.csv'],
    [['header.csv'], 3, 'header.csv'],
    [['binary.csv'], 3, 'binary.csv'],
    [['book.xlsx'], 3, 'book.xlsx'],
    [['nocode.csv'], 3, '--code-column'],
    [['good.csv', '--code-column', '代码'], 3, '代码'],
    [['good.csv', '--code-column', '3'], 3, 'good.csv'],
    [['good.csv', '--name-column', '名'], 3, 'good.csv'],
    [['good.csv', 'good.csv'], 2, 'good.csv'],
    [['good.csv', 'folder/../good.csv'], 2, 'good.csv'],
    [['good.csv', '--encoding', 'latin1'], 2, 'latin1'],
  ])('%j: exit %i', async (args, expected, named) => {
    const before = readdirSync(root);
    const langs = ['zh', 'en'];
    const results = await Promise.all(
      langs.map((lang) => runUscc(['check', ...args, '--out', 'report', '--lang', lang], { cwd: root })),
    );
    for (const [index, { code, stdout, stderr }] of results.entries()) {
      expect({ code, stdout }).toEqual({ code: expected, stdout: '' });
      expect(stderr).toContain(named);
      expect(stderr).toMatch(langs[index] === 'zh' ? /^uscc: 错误：/ : /^uscc: error: /);
      expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(3);
      expect(stderr).not.toMatch(/^ +at /m);
    }
    expect(readdirSync(root)).toEqual(before);
  });

  test('--out with files of one’s own in it, or that holds the input: refused, and nothing touched', async () => {
    const { code, stderr } = await runUscc(['check', 'good.csv', '--out', '.'], { cwd: root });
    expect(code).toBe(2);
    expect(stderr).toContain('good.csv');
    mkdirSync(join(root, 'mine'));
    write('mine/thesis.doc', 'x');
    const foreign = await runUscc(['check', 'good.csv', '--out', 'mine'], { cwd: root });
    expect(foreign.code).toBe(3);
    expect(foreign.stderr).toContain('thesis.doc');
    const file = await runUscc(['check', 'good.csv', '--out', 'nocode.csv'], { cwd: root });
    expect(file.code).toBe(3);
    expect(readdirSync(join(root, 'mine'))).toEqual(['thesis.doc']);
  });

  test('an earlier report is replaced, and stays when the next run fails', async () => {
    write('two.csv', `${rows}91350211M00013FA1N,乙公司\n`);
    const readRecords = () => JSON.parse(readFileSync(join(root, 'report', 'summary.json'), 'utf8')).records;
    for (const [file, records] of [
      ['good.csv', 1],
      ['two.csv', 2],
      ['empty.csv', 2],
    ] as const) {
      await runUscc(['check', file, '--out', 'report'], { cwd: root });
      expect(readRecords()).toBe(records);
    }
    expect(readdirSync(root).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

describe('interruption', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('%s: exit 130, nothing left', async (signal) => {
    const header = '统一社会信用代码,企业名称\n';
    write('big.csv', header + '91110000600037341M,一个名称\n'.repeat(600_000));
    const temp = join(root, 'tmp');
    mkdirSync(temp);
    const args = ['check', 'big.csv', '--out', 'report'];
    const child = startUscc(args, { cwd: root, env: { TMPDIR: temp } });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    while (!readdirSync(root).some((name) => name.startsWith('.uscc-'))) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (child.exitCode !== null) break;
    }
    child.kill(signal);
    expect(await ended).toBe(130);
    expect(stderr).toMatch(/^uscc: error: interrupted/);
    expect(readdirSync(root).sort()).toEqual(['big.csv', 'tmp']);
    expect(readdirSync(temp)).toEqual([]);
    expect(existsSync(join(root, 'report'))).toBe(false);
  });
});
