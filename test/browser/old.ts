import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

type Old = 'chromium-109' | 'chromium-119' | 'node-8' | `typescript-${'5.2' | '5.4' | '5.9'}`;

/** Where an engine or a compiler is that `fetch-old.mjs` fetched, or null, which is said. */
export function findOld(name: Old): string | null {
  const path = fileURLToPath(new URL(`../../node_modules/.cache/uscc-toolkit/${name}`, import.meta.url));
  if (existsSync(path)) return path;
  console.warn(`No ${name}: its tests are left out. On Linux, node test/browser/fetch-old.mjs fetches it.`);
  return null;
}
