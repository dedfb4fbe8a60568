import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../../src', import.meta.url));

/** The examples name the package as its users do; tests and pages take the source behind the names. */
export const packageAliases = [
  { find: /^uscc-toolkit$/, replacement: `${source}/index.ts` },
  { find: /^uscc-toolkit\/(regions|form|element)$/, replacement: `${source}/$1/index.ts` },
];
