import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import { build } from 'vite';
import { packageAliases } from './package-aliases.ts';

/** Bundles the page with all examples into a folder. */
export async function buildPages(outDir: string): Promise<void> {
  await build({
    root: fileURLToPath(new URL('pages', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    base: './',
    plugins: [vue()],
    resolve: { alias: packageAliases },
    // Vitest runs in a mode that is not production, in which JSX becomes calls that React's production build lacks.
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { outDir, emptyOutDir: true, minify: false, target: 'es2022', reportCompressedSize: false },
  });
}
