import { defineConfig } from 'vitest/config';
import { packageAliases } from './test/form/package-aliases.ts';

export default defineConfig({
  resolve: { alias: packageAliases },
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/one-seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Two at a time, on two cores too: much of a test is waiting for another process.
    maxWorkers: 2,
    expect: { poll: { timeout: 10_000 } },
  },
});
