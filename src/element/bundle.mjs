/**
 * Writes the classic scripts for pages without a bundler: `dist/uscc-input.js`, and with the names of regions
 * `dist/uscc-input-regions.js`. Both define `<uscc-input>` and a global `uscc` with `attach`.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

for (const [entry, name] of [
  ['standalone', 'uscc-input'],
  ['standalone-regions', 'uscc-input-regions'],
]) {
  await build({
    root: here,
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: fileURLToPath(new URL('../../dist', import.meta.url)),
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'es2022',
      lib: { entry: `${here}${entry}.ts`, formats: ['iife'], name: 'uscc', fileName: () => `${name}.js` },
    },
  });
}
