import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openLazily } from '../../src/node/inputs/descriptors.ts';
import { listFiles } from '../../src/node/inputs/list-files.ts';
import { MAIN, runUscc } from '../cli/run.ts';
import { checkAll, useFolder } from './check.ts';

const folder = useFolder();
const csv = '统一社会信用代码,企业名称\n91110000600037341L,甲\n';

describe('names of files', () => {
  test('folders, patterns and files called like patterns', () => {
    mkdirSync(folder.path('f/sub/deep'), { recursive: true });
    for (const name of [
      'f/b.csv',
      'f/a10.csv',
      'f/a9.csv',
      'f/x.doc',
      'f/~$a9.xlsx',
      'f/sub/c.csv',
      'f/sub/deep/d.csv',
      'f/[1].csv',
    ]) {
      folder.write(name, csv);
    }
    const list = (...names: string[]) =>
      listFiles(names.map((name) => (name === '-' ? name : folder.path(name)))).paths.map((path) =>
        path === '-' ? path : path.slice(folder.path('x').length - 1),
      );
    const at = (...parts: string[]) => join(...parts);
    expect(list('f')).toEqual(['f/[1].csv', 'f/a9.csv', 'f/a10.csv', 'f/b.csv'].map((path) => at(path)));
    expect(list('f/a*.csv')).toEqual([at('f/a9.csv'), at('f/a10.csv')]);
    expect(list('f/[1].csv')).toEqual([at('f/[1].csv')]);
    expect(list('f/[!a]*.csv', '-')).toEqual([at('f/[1].csv'), at('f/b.csv'), '-']);
    expect(list('f/?.csv')).toEqual([at('f/b.csv')]);
    expect(list('*/*/c.csv')).toEqual([at('f/sub/c.csv')]);
    expect(list('f/su*')).toEqual([at('f/sub/c.csv')]);
  });

  test('what is not there, or holds no table', () => {
    mkdirSync(folder.path('none'));
    expect(() => listFiles([folder.path('none')])).toThrowError(/holds-no-tables/);
    expect(() => listFiles([folder.path('none/*.csv')])).toThrowError(/matches-nothing/);
    expect(listFiles(['nowhere.csv']).paths).toEqual(['nowhere.csv']);
  });

  test('a file named by itself and in its folder is named twice', async () => {
    mkdirSync(folder.path('twice'));
    folder.write('twice/a.csv', csv);
    const { code, stderr } = await runUscc(['check', folder.path('twice'), folder.path('twice/a.csv')]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/given twice/);
  });
});

test('more files than may be open at once', async () => {
  mkdirSync(folder.path('many'));
  for (let index = 0; index < 300; index++) folder.write(`many/${index}.csv`, csv);
  const { report, duplicates } = await checkAll([folder.path('many')]);
  expect(report.records).toBe(300);
  expect(report.duplicates).toMatchObject({ codes: 1, records: 300 });
  expect(duplicates.at(-1)).toMatchObject({ file: 299, row: 1, name: '甲' });
});

test('a run keeps few files open, and does with few', async ({ skip }) => {
  mkdirSync(folder.path('few'));
  for (let index = 0; index < 200; index++) folder.write(`few/${index}.csv`, csv);
  const command = `ulimit -n 64; exec "${process.execPath}" "${MAIN}" check "${folder.path('few')}" --format json`;
  for (const more of ['', '--workers 4', `--out "${folder.path('few-out')}" --suspect`]) {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', `${command} ${more}`], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([1, '']);
    expect(JSON.parse(stdout).records).toBe(200);
  }
  if (!existsSync('/proc/self/fd')) skip('there is no /proc here');
  const opened = Array.from({ length: 200 }, (_, index) => openLazily(folder.path(`few/${index}.csv`)));
  for (const file of opened) expect(file.read(0, new Uint8Array(4))).toBe(4);
  const names = readdirSync('/proc/self/fd').flatMap((each) =>
    lstatSync(`/proc/self/fd/${each}`, { throwIfNoEntry: false }) ? [`/proc/self/fd/${each}`] : [],
  );
  const ours = names.filter((each) => readlinkSync(each).includes('/few/'));
  expect(ours.length).toBeGreaterThan(0);
  expect(ours.length).toBeLessThanOrEqual(32);
  for (const file of opened) file.close();
});

test('where no file can be opened any more, it is said what to do', () => {
  const path = folder.write('one.csv', csv);
  const blocked = `ulimit -n 30; exec "${process.execPath}" "${MAIN}" check "${path}" --lang en`;
  const { status, stderr } = spawnSync('sh', ['-c', blocked], { encoding: 'utf8' });
  if (status !== 0) expect([status, stderr]).toEqual([3, expect.stringMatching(/ulimit -n/)]);
});

test('a path that is too long, and too little memory, are told as such', async () => {
  const long = await runUscc(['check', `${folder.path('x/')}${`${'d'.repeat(200)}/`.repeat(25)}a.csv`]);
  expect([long.code, long.stderr]).toEqual([3, expect.stringMatching(/name is too long/)]);
  const path = folder.write('memory.csv', csv);
  const command = `ulimit -v 2000000; exec "${process.execPath}" "${MAIN}" check "${path}" --lang en`;
  const { status, stderr } = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
  if (status !== 0) expect([status, stderr]).toEqual([3, expect.stringMatching(/no memory left/)]);
});

test('findings name the tables, not the arguments', async () => {
  mkdirSync(folder.path('named'));
  folder.write('named/1.csv', csv);
  folder.write('named/2.csv', `${csv}x,乙\n`);
  const out = folder.path('out');
  await runUscc(['check', folder.path('named'), '--out', out]);
  expect(readFileSync(join(out, 'findings.csv'), 'utf8')).toContain(
    `${join(folder.path('named'), '2.csv')},2,3,error,length`,
  );
  expect(readFileSync(join(out, 'duplicates.csv'), 'utf8')).toContain(`${join(folder.path('named'), '1.csv')},1,2,甲`);
});

test.skipIf(process.platform === 'win32')('a link to a folder', async () => {
  mkdirSync(folder.path('target'));
  folder.write('target/a.csv', csv);
  symlinkSync(folder.path('target'), folder.path('link'));
  expect((await checkAll([folder.path('link')])).report.records).toBe(1);
});

test('space is looked for before it is used', async () => {
  const { createSpool } = await import('../../src/node/temp/spool.ts');
  const { prepareTempFolder } = await import('../../src/node/temp/temp-folder.ts');
  const temp = prepareTempFolder();
  const spool = createSpool(temp, undefined);
  async function* none() {}
  const refusal = { kind: 'needs-space', neededBytes: 2 ** 60, remedies: [{ kind: 'temp-dir' }] };
  await expect(spool.write(none(), 2 ** 60)).rejects.toMatchObject({ code: 'output', refusal });
  await temp.remove();
});

test('a folder for temporary files that cannot be made is named, whatever is to be kept there', async () => {
  const { prepareTempFolder } = await import('../../src/node/temp/temp-folder.ts');
  const parent = folder.path('not-there');
  const refusal = { kind: 'cannot-spool', folder: parent, reason: 'ENOENT', remedies: [{ kind: 'temp-dir' }] };
  for (const ending of ['.csv', '.keys', '.engine']) {
    expect(() => prepareTempFolder(parent).createPath(ending)).toThrowError(expect.objectContaining({ refusal }));
  }
});

test('files that cannot be opened are named all at once, and others are read without them when asked', async () => {
  mkdirSync(folder.path('loops'));
  folder.write('loops/a.csv', csv);
  for (const name of ['b.csv', 'c.csv']) symlinkSync(name, folder.path(`loops/${name}`));
  const paths = [folder.path('loops')];
  const error = await checkAll(paths, { workers: undefined }).catch((thrown: Error) => thrown);
  expect(error).toMatchObject({ message: expect.stringMatching(/b\.csv.*c\.csv/s) });
  const { report } = await checkAll(paths, { workers: undefined, skipDamaged: true });
  expect(report.records).toBe(1);
  expect(report.warnings.filter(({ code }) => code === 'damaged-skipped')).toHaveLength(2);
});
