import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as buildWithEsbuild } from 'esbuild';
import { build as buildWithRolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sample = join(root, 'fixtures/registry-sample.csv');
const app = mkdtempSync(join(tmpdir(), 'uscc-bundled-'));
const out = join(app, 'out/deep/down');

const entry = `
import { checkRegistry } from 'uscc-toolkit/registry';
checkRegistry(process.argv[2], { workers: 2 }).then(
  ({ records }) => console.log('records', records),
  ({ name, code, message }) => console.log(name, code, message),
);`;

/** Runs what was bundled, in a process of its own. */
const run = (file: string): string => execFileSync(process.execPath, [join(out, file), sample], { encoding: 'utf8' });
const clear = /^UsccError usage uscc-toolkit\/registry 被打进了打包文件，.*外部依赖（external）/;

beforeAll(() => {
  // An application with the package as it is installed.
  const modules = join(app, 'node_modules');
  mkdirSync(join(modules, 'uscc-toolkit'), { recursive: true });
  cpSync(join(root, 'package.json'), join(modules, 'uscc-toolkit/package.json'));
  cpSync(join(root, 'dist'), join(modules, 'uscc-toolkit/dist'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (!name.startsWith('.') && name !== 'uscc-toolkit')
      symlinkSync(join(root, 'node_modules', name), join(modules, name));
  }
  writeFileSync(join(app, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(app, 'app.mjs'), entry);
});

afterAll(() => rmSync(app, { recursive: true, force: true }));

describe.each(['esm', 'cjs'] as const)('uscc-toolkit/registry in a bundle in the format %s', (format) => {
  const end = format === 'esm' ? 'mjs' : 'cjs';

  async function esbuild(name: string, external: string[]): Promise<string> {
    const outfile = join(out, `${name}.${end}`);
    const entryPoints = [join(app, 'app.mjs')];
    await buildWithEsbuild({
      entryPoints,
      bundle: true,
      platform: 'node',
      format,
      external,
      outfile,
      logLevel: 'silent',
    });
    return run(`${name}.${end}`);
  }

  async function rolldown(name: string, external: (id: string) => boolean): Promise<string> {
    await buildWithRolldown({
      input: join(app, 'app.mjs'),
      platform: 'node',
      external,
      logLevel: 'silent',
      output: { dir: out, format, entryFileNames: `${name}.${end}`, chunkFileNames: `${name}-[name].${end}` },
    });
    return run(`${name}.${end}`);
  }

  it('works as an external package', async () => {
    expect(await esbuild('esbuild-external', ['uscc-toolkit'])).toMatch(/^records \d+\n$/);
    expect(await rolldown('rolldown-external', (id) => id.startsWith('uscc-toolkit'))).toMatch(/^records \d+\n$/);
  });

  it('put into it, says what to do', async () => {
    expect(await esbuild('esbuild-inside', [])).toMatch(clear);
    expect(await rolldown('rolldown-inside', () => false)).toMatch(clear);
  });
});

describe('the command, started by a Node that is', () => {
  const start = join(root, 'dist/command/cli/start/uscc.cjs');
  const startAs = (version: string): { code: number; stdout: string; stderr: string } => {
    const versions = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } });`;
    writeFileSync(join(app, 'as.cjs'), versions);
    try {
      const args = ['--require', join(app, 'as.cjs'), start, '--version'];
      return { code: 0, stdout: execFileSync(process.execPath, args, { encoding: 'utf8', stdio: 'pipe' }), stderr: '' };
    } catch (error) {
      const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
      return { code: status, stdout, stderr };
    }
  };

  it.each(['8.17.0', '12.22.12', '18.20.8', '20.18.3'])('%s: too old, in one line', (version) => {
    const line = `uscc: 需要 Node.js 20.19 或更高版本，当前为 ${version} / needs Node.js 20.19 or later, this is ${version}\n`;
    expect(startAs(version)).toEqual({ code: 3, stdout: '', stderr: line });
  });

  it.each(['20.19.0', '22.0.0', '24.1.0'])('%s: new enough', (version) => {
    expect(startAs(version)).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });
});
