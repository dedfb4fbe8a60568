import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findOld } from '../browser/old.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const app = mkdtempSync(join(tmpdir(), 'uscc-declarations-'));

/** The declarations of zod 4 and Vue 3.5 themselves need TypeScript 5.4, see `NoInfer` in them. */
const needs54 = ['zod.ts', 'vue.ts'];
/** Old resolution knows no `exports`; these two are for Node, which does. */
const needsExports = ['node.ts'];

const compilers: readonly (readonly [string, string | null])[] = [
  ['5.2', findOld('typescript-5.2')],
  ['5.4', findOld('typescript-5.4')],
  ['5.9', findOld('typescript-5.9')],
  ['6.0', join(root, 'node_modules/typescript')],
];
const resolutions = [
  ['node10', 'esnext'],
  ['node16', 'node16'],
  ['bundler', 'esnext'],
] as const;

beforeAll(() => {
  // An application with the package as it is packed.
  const modules = join(app, 'node_modules');
  const installed = join(modules, 'uscc-toolkit');
  mkdirSync(installed, { recursive: true });
  cpSync(join(root, 'package.json'), join(installed, 'package.json'));
  for (const folder of ['dist/src', 'dist/cjs']) {
    cpSync(join(root, folder), join(installed, folder), { recursive: true });
  }
  execFileSync(process.execPath, [join(root, 'src/form/write-stubs.mjs'), installed]);
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (!name.startsWith('.')) symlinkSync(join(root, 'node_modules', name), join(modules, name));
  }
  writeFileSync(join(app, 'package.json'), '{ "type": "module" }');
  cpSync(join(root, 'test/form/declarations'), app, { recursive: true });
});

afterAll(() => rmSync(app, { recursive: true, force: true }));

// A compiler takes 10 seconds, and several times that beside other tests.
describe.each(compilers)(
  'the declarations, without skipLibCheck, to TypeScript %s',
  { timeout: 300_000 },
  (version, compiler) => {
    it.skipIf(compiler === null).each(resolutions)(
      'are right where modules are found as by %s',
      async (how, module) => {
        const files = readdirSync(join(root, 'test/form/declarations')).filter(
          (file) =>
            !(version === '5.2' && needs54.includes(file)) && !(how === 'node10' && needsExports.includes(file)),
        );
        const compilerOptions = {
          ...{ module, moduleResolution: how, target: 'es2022', lib: ['es2022', 'dom', 'dom.iterable'] },
          ...{ strict: true, skipLibCheck: false, noEmit: true, esModuleInterop: true, jsx: 'react-jsx' },
          ...{ experimentalDecorators: true, types: how === 'node10' ? [] : ['node'] },
          ...(version === '6.0' && how === 'node10' && { ignoreDeprecations: '6.0' }),
        };
        const project = join(app, `tsconfig.${version}.${how}.json`);
        writeFileSync(project, JSON.stringify({ compilerOptions, files }));
        expect(files.length).toBeGreaterThan(5);
        expect(await compile(compiler ?? '', project)).toBe('');
      },
    );
  },
);

/** What the compiler complains of. */
function compile(compiler: string, project: string): Promise<string> {
  return new Promise((done) => {
    execFile(process.execPath, [join(compiler, 'bin/tsc'), '-p', project, '--pretty', 'false'], (_, stdout) =>
      done(stdout),
    );
  });
}
