import { defineConfig } from 'rolldown';

// The command and its threads as a few files: loading a hundred modules one by one takes longer than checking a small
// export. The library stays as it is compiled, so that bundlers see its modules.
const shared = {
  platform: 'node',
  external: [
    /^piscina/,
    /^csv-parse/,
    /^hyparquet/,
    /^@e965/,
    /^yauzl/,
    /^saxes/,
    /^pg$/,
    /^mysql2/,
    /^@clickhouse/,
    /^@duckdb/,
    /^hive-driver/,
  ],
};

export default defineConfig([
  {
    ...shared,
    input: { main: 'dist/src/cli/main.js' },
    output: { dir: 'dist/command/cli', chunkFileNames: '[name]-[hash].js', cleanDir: true },
  },
  {
    ...shared,
    input: { node: 'dist/workers/node.js' },
    output: { dir: 'dist/workers', chunkFileNames: 'node-[hash].js' },
  },
]);
