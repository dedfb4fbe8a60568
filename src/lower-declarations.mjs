/**
 * Rewrites what TypeScript declared, so that it is read from 5.2 on without `skipLibCheck`: typed arrays are generic since 5.7, and the
 * machine types of the kernel are declared in no file that is published.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../dist/src/', import.meta.url));

for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.d.ts')) continue;
  const declared = readFileSync(folder + name, 'utf8');
  const lowered = declared
    .replace(/\b(\w+Array|DataView)<ArrayBuffer(?:Like)?>/g, '$1')
    .replace(/(: )(?:usize|[iu](?:8|16|32))\b/g, '$1number');
  if (lowered !== declared) writeFileSync(folder + name, lowered);
}
