/**
 * Writes the classic scripts for pages without a bundler: `uscc-input.js`, and with the names of regions
 * `uscc-input-regions.js`. Both define `<uscc-input>` and a global `uscc` with `attach`. Into `dist`, or the folder given.
 */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const outDir = resolve(process.argv[2] ?? fileURLToPath(new URL('../../dist', import.meta.url)));

for (const [entry, name] of [
  ['standalone', 'uscc-input'],
  ['standalone-regions', 'uscc-input-regions'],
]) {
  await build({
    root: here,
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      target: ['chrome109', 'safari15.4', 'firefox115'],
      lib: { entry: `${here}${entry}.ts`, formats: ['iife'], name: 'uscc', fileName: () => `${name}.js` },
    },
  });
}
