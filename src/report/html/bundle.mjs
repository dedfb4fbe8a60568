/**
 * Makes `assets.js`: the style sheet and the client script of the page as strings, each with its hash for the page's
 * Content-Security-Policy. Beside the source for tests, and in `dist` for the command.
 */
import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));
const compiled = fileURLToPath(new URL('../../../dist/src/report/html/', import.meta.url));
const entry = `${here}page.js`;

const [{ output }] = await build({
  root: here,
  configFile: false,
  logLevel: 'warn',
  plugins: [
    {
      name: 'page',
      resolveId: (id) => (id === entry ? id : null),
      load: (id) =>
        id === entry
          ? `import '${here}styles/report.css'; import { start } from '${here}client/main.ts'; start();`
          : null,
    },
  ],
  build: {
    write: false,
    target: ['chrome88', 'firefox88', 'safari14'],
    lib: { entry, formats: ['iife'], name: 'usccReport', fileName: () => 'page.js' },
  },
});
const script = output.find(({ type }) => type === 'chunk').code.trim();
const styles = String(output.find(({ fileName }) => fileName.endsWith('.css')).source).trim();
if (/<\/script|<!--/i.test(script) || /<\/style/i.test(styles)) {
  throw new Error('the page would end inside its own script or style');
}

const hash = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
const text = Object.entries({ script, scriptHash: hash(script), styles, stylesHash: hash(styles) })
  .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`)
  .join('');
writeFileSync(`${here}assets.js`, text);
if (existsSync(compiled)) writeFileSync(`${compiled}assets.js`, text);
