import { existsSync, readFileSync } from 'node:fs';

/** Below this a second thread costs more than it saves. */
export const inlineBytes = 4 << 20;

/** The thread's module, seen from here in the package. Not written where a bundler would take it for a file to copy. */
const workerPath = '../../workers/node';
const packageName = 'uscc-toolkit';
/** There in what webpack writes, which puts the place of the sources in for that of the bundle. */
declare const __webpack_require__: unknown;

let found: URL | null = null;

/** The thread's module in the package that this one belongs to; null when a bundler has taken this one out of it. */
export function findWorker(): URL | null {
  // A bundler that writes CommonJS leaves nothing of it.
  const here: string | undefined = import.meta.url;
  const isBundled = !here || typeof __webpack_require__ !== 'undefined';
  if (found === null && !isBundled)
    found = ['.cjs', '.ts'].map((end) => new URL(workerPath + end, here)).find(isOurs) ?? null;
  return found;
}

function isOurs(worker: URL): boolean {
  if (!existsSync(worker)) return false;
  return ['../package.json', '../../package.json'].some((path) => {
    const file = new URL(path, worker);
    return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === packageName;
  });
}
