/**
 * Writes the page as one file, `uscc-checker.html`: script, style and the text that workers are made of stand in it, and its
 * policy lets it load nothing. Its first script lets it connect to nothing either, or to one registry only. Into `dist`, or the folder given.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const outDir = resolve(process.argv[2] ?? join(root, 'dist'));

const worker = await bundle(join(root, 'workers/browser.ts'), []);
const page = await bundle(join(here, 'main.ts'), [workerScript(worker.script)]);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

// A script in a page must not hold what ends it, or what starts a comment.
const script = page.script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
// As it is written, since what reads it is older than any target of the others.
const connections = readFileSync(join(here, 'connections.js'), 'utf8');
const first = readFileSync(join(here, 'too-old.js'), 'utf8');
const hashes = [connections, first, script]
  .map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
  .join(' ');
const policy = [
  "default-src 'none'",
  'connect-src https: http:',
  `script-src ${hashes} 'wasm-unsafe-eval'`,
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  'img-src data: blob:',
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');
const parts = {
  policy: `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
  connections: `<script>${connections}</script>`,
  generator: `<meta name="generator" content="uscc-toolkit ${version}">`,
  style: `<style>${page.style}</style>`,
  first: `<script>${first}</script>`,
  script: `<script>${script}</script>`,
};
const html = readFileSync(join(here, 'index.html'), 'utf8').replace(/<!-- (\w+) -->/g, (_, name) => parts[name]);
mkdirSync(outDir, { recursive: true });
writeFileSync(join(outDir, 'uscc-checker.html'), html);

/** One classic script, and the style it imports. */
async function bundle(entry, plugins) {
  const { output } = await build({
    root: here,
    configFile: false,
    logLevel: 'warn',
    plugins,
    // The build that brings what it needs of Node with it.
    resolve: { alias: { 'csv-stringify/sync': 'csv-stringify/browser/esm/sync' } },
    build: {
      write: false,
      target: ['chrome109', 'safari15.4', 'firefox115'],
      cssCodeSplit: false,
      rolldownOptions: {
        input: entry,
        output: { format: 'iife', codeSplitting: false },
        transform: { define: { 'import.meta': '{}' } },
      },
    },
  });
  const styles = output.filter(({ fileName }) => fileName.endsWith('.css')).map(({ source }) => String(source));
  return { script: output.find(({ type }) => type === 'chunk').code, style: styles.join('\n') };
}

/** The module `virtual:worker-script`. */
function workerScript(text) {
  const id = '\0worker-script';
  return {
    name: 'worker-script',
    resolveId: (name) => (name === 'virtual:worker-script' ? id : null),
    load: (name) => (name === id ? `export const workerScript = ${JSON.stringify(text)};` : null),
  };
}
