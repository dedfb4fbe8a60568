import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where an engine is that `fetch-old.mjs` fetched, or null, which is said. */
export function findOld(name: 'chromium-109' | 'chromium-119' | 'node-8'): string | null {
  const path = fileURLToPath(new URL(`../../node_modules/.cache/uscc-toolkit/${name}`, import.meta.url));
  if (existsSync(path)) return path;
  console.warn(`No ${name}: its tests are left out. On Linux, node test/browser/fetch-old.mjs fetches it.`);
  return null;
}
