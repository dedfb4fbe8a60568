import { createRequire } from 'node:module';

/** Of the package, which is found by its name wherever the command was bundled to. */
export const { version } = createRequire(import.meta.url)('uscc-toolkit/package.json') as { version: string };
