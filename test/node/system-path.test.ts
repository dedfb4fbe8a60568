import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readName, showPath, toSystem } from '../../src/node/system-path.ts';
import { runUscc } from '../cli/run.ts';
import { useFolder } from './check.ts';

const csv = '统一社会信用代码,企业名称\n91110000600037341L,甲\n';
/** 企业.csv, in GBK. */
const gbk = Buffer.from('c6f3d2b52e637376', 'hex');
const shownGbk = '\\xc6\\xf3ҵ.csv';
const main = new URL('../../dist/command/cli/main.cjs', import.meta.url).pathname;
const folder = useFolder();

/** Some systems refuse names that are not UTF-8. */
function writeBytes(where: string, name: Buffer, text: string): boolean {
  try {
    writeFileSync(Buffer.concat([Buffer.from(`${where}/`), name]), text);
    return true;
  } catch {
    return false;
  }
}

test('bytes lead to a name and back', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array(),
        fc.string().map((text) => new TextEncoder().encode(text)),
      ),
      (bytes) => {
        const name = readName(bytes);
        expect(Buffer.from(toSystem(name))).toEqual(Buffer.from(bytes));
        expect(showPath(name)).not.toMatch(/[\uD800-\uDFFF]/u);
      },
    ),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(readName(new TextEncoder().encode(text))).toBe(text);
      expect(showPath(text)).toBe(text);
    }),
  );
});

describe('names that are not UTF-8', () => {
  test('are read in a folder, by a pattern and as arguments, and shown escaped', async ({ skip }) => {
    const root = folder.path('names');
    mkdirSync(root);
    const others = [Buffer.from('b9abcbbe2e637376', 'hex'), Buffer.from('ff.csv', 'latin1')];
    if (!writeBytes(root, gbk, csv)) skip('names here are UTF-8');
    for (const name of others) writeBytes(root, name, csv.replace('甲', '乙'));
    writeFileSync(join(root, 'plain.csv'), csv);
    for (const args of [['.'], ['*.csv']]) {
      const { code, stdout } = await runUscc(['check', ...args, '--format', 'json', '--out', 'report'], { cwd: root });
      const { records, files } = JSON.parse(stdout);
      expect([args, code, records]).toEqual([args, 1, 4]);
      const shown = files.map(({ path }: { path: string }) => path);
      expect(shown).toContain(shownGbk);
      expect(readFileSync(join(root, 'report/findings.csv'), 'utf8')).not.toContain('\uFFFD');
      expect(readFileSync(join(root, 'report/duplicates.csv'), 'utf8')).toContain(shownGbk);
      rmSync(join(root, 'report'), { recursive: true });
    }
    const byShell = spawnSync('sh', ['-c', `exec "${process.execPath}" "${main}" check *.csv --format json`], {
      cwd: root,
    });
    expect(JSON.parse(byShell.stdout.toString()).records).toBe(4);
  });

  test('may be those of the working folder and of outputs', ({ skip }) => {
    const root = folder.path('below');
    mkdirSync(root);
    const bytes = gbk.subarray(0, 4);
    try {
      mkdirSync(Buffer.concat([Buffer.from(`${root}/`), bytes]));
    } catch {
      skip('names here are UTF-8');
    }
    writeBytes(root, Buffer.concat([bytes, Buffer.from('/in.csv')]), csv + csv);
    const script = `cd ${root}/*; exec "${process.execPath}" "${main}"`;
    const run = (rest: string) => spawnSync('sh', ['-c', `${script} ${rest}`], { encoding: 'utf8' });
    expect(run('dedup in.csv -o out.csv').stderr).toBe('');
    expect(run('check in.csv --out "$(printf \'r\\306\')" --html "$(printf \'h\\306\')"').status).toBe(1);
    expect(run('check in.csv --html in.csv').status).toBe(2);
    const names = readdirSync(Buffer.concat([Buffer.from(`${root}/`), bytes]), { encoding: 'buffer' });
    expect(names.map((name) => name.toString('latin1')).sort()).toEqual(['h\xc6', 'in.csv', 'out.csv', 'r\xc6']);
    expect(readdirSync(root).length).toBe(1);
  });
});

test('what cannot be opened in a folder is an error, and what is not read is named', async () => {
  const root = folder.path('broken');
  mkdirSync(join(root, 'deeper'), { recursive: true });
  writeFileSync(join(root, 'a.csv'), csv);
  const first = await runUscc(['check', root, '--lang', 'en']);
  expect(first.code).toBe(0);
  expect(first.stdout + first.stderr).toContain('deeper/');
  symlinkSync(join(root, 'nowhere'), join(root, 'b.csv'));
  const { code, stderr } = await runUscc(['check', root, '--lang', 'en']);
  expect([code, stderr]).toEqual([3, expect.stringContaining('b.csv: no such file')]);
});
