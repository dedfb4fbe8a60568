/**
 * For resolvers that know nothing of `exports` (webpack 4, TypeScript's node10, mini programs), `uscc-toolkit/form` is a folder in the
 * package. Such folders are there only while npm packs; `--remove` takes them away. Into the package, or the folder given.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [given] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const root = given === undefined ? fileURLToPath(new URL('../..', import.meta.url)) : `${given}/`;
const faces = {
  regions: 'regions/index',
  form: 'form/index',
  lookup: 'form/registry-lookup',
  element: 'element/index',
  zod: 'form/schemas/zod',
  valibot: 'form/schemas/valibot',
  ajv: 'form/schemas/ajv',
  'class-validator': 'form/schemas/class-validator',
  'element/react': 'element/react',
  'element/vue': 'element/vue',
};

const isRemoved = process.argv.includes('--remove');
for (const [name, file] of Object.entries(faces)) {
  const folder = `${root}${name}`;
  if (isRemoved) {
    rmSync(folder, { recursive: true, force: true });
    continue;
  }
  const built = `${'../'.repeat(name.split('/').length)}dist/cjs/${file}`;
  const isTyping = file.endsWith('react') || file.endsWith('vue');
  mkdirSync(folder, { recursive: true });
  const content = { ...(isTyping ? {} : { main: `${built}.js` }), types: `${built}.d.ts` };
  writeFileSync(`${folder}/package.json`, `${JSON.stringify(content, null, 2)}\n`);
}
