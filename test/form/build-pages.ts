import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { build } from 'vite';
import { packageAliases } from './package-aliases.ts';

const examples = fileURLToPath(new URL('pages', import.meta.url));

/** Bundles the page with all examples, or another one, into a folder, for the oldest browsers that are named in the guide. */
export async function buildPages(outDir: string, root: string = examples): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    base: './',
    plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'uscc-input' } } })],
    resolve: { alias: packageAliases },
    // Vitest runs in a mode that is not production, in which JSX becomes calls that React's production build lacks.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: true,
      minify: false,
      target: ['chrome109', 'safari15.4', 'firefox115'],
      reportCompressedSize: false,
    },
  });
}
