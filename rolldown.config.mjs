import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'rolldown';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

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
    /^libsql/,
  ],
};

/** Less to read; functions keep the names that traces of errors show. */
const condensed = { compress: false, mangle: { toplevel: false }, codegen: { removeWhitespace: true } };

/** Faces that are CommonJS too, in the ECMAScript of 2017: for webpack 4, uni-app, mini programs and NestJS. */
const faces = {
  index: 'index',
  ...{
    'regions/index': 'regions/index',
    'form/index': 'form/index',
    'form/registry-lookup': 'form/registry-lookup',
    'element/index': 'element/index',
  },
  ...Object.fromEntries(
    ['zod', 'valibot', 'ajv', 'class-validator'].map((name) => [`form/schemas/${name}`, `form/schemas/${name}`]),
  ),
};

/** Engines from before 2018 do not load an expression with `\p{…}`. */
const writeOutRanges = {
  name: 'write-out-ranges',
  resolveId: (id) => (/\/characters\.js$/.test(id) ? resolve('dist/src/code/characters-2017.js') : null),
};

/** The declarations again, as those of CommonJS modules. */
const declareAgain = {
  name: 'declare-again',
  writeBundle() {
    for (const room of [
      'index.d.ts',
      'code',
      'repair',
      'regions',
      'messages/form',
      'messages/element',
      'form',
      'element',
    ]) {
      cpSync(`dist/src/${room}`, `dist/cjs/${room}`, {
        recursive: true,
        filter: (path) => !/\.\w+$/.test(path) || path.endsWith('.d.ts'),
      });
    }
    writeFileSync('dist/cjs/package.json', '{ "type": "commonjs" }\n');
  },
};

/** What `uscc` starts with, for any Node; the command is CommonJS, which Node loads at once and without asking for each file. */
const copyStart = {
  name: 'copy-start',
  writeBundle() {
    cpSync('src/cli/start', 'dist/command/cli/start', { recursive: true });
    // The name that the command had as an ES module, which scripts may call.
    writeFileSync('dist/command/cli/main.js', "import './main.cjs';\n");
  },
};

/** The version is written into the command: to look for the package takes longer than to read it. */
const writeVersion = {
  name: 'write-version',
  load: (id) => (/\/cli\/version\.js$/.test(id) ? `export const version = '${version}';` : null),
};

/** What most runs never use, and takes longer to load than a code to validate: loaded when something of it is asked for. */
const deferLoading = {
  name: 'defer-loading',
  renderChunk: (code) =>
    code.replace(
      /\b(let|const|var) (\w+) = require\("(piscina|node:(?:child_process|crypto|fs\/promises|http2?|readline(?:\/promises)?|worker_threads|zlib))"\);/g,
      '$1 $2 = new Proxy({}, { get: (_, name) => require("$3")[name] });',
    ),
};

export default defineConfig([
  {
    input: Object.fromEntries(Object.entries(faces).map(([name, file]) => [name, `dist/src/${file}.js`])),
    platform: 'neutral',
    external: ['zod', 'valibot', 'class-validator'],
    transform: { target: 'es2017' },
    plugins: [writeOutRanges, declareAgain],
    output: {
      dir: 'dist/cjs',
      format: 'cjs',
      entryFileNames: '[name].js',
      chunkFileNames: 'shared/[name].js',
      cleanDir: true,
    },
  },
  {
    ...shared,
    // Readers of Parquet are modules, which CommonJS cannot load before Node 22.12.
    external: shared.external.filter((name) => !name.test('hyparquet')),
    input: { main: 'dist/src/cli/main.js', 'start-ahead': 'dist/src/cli/start-ahead.js' },
    plugins: [copyStart, writeVersion, deferLoading],
    output: {
      dir: 'dist/command/cli',
      format: 'cjs',
      entryFileNames: '[name].cjs',
      chunkFileNames: '[name]-[hash].cjs',
      cleanDir: true,
      // Fewer files, and less of them to read: a check of 400 rows takes a seventh less than with 114 files.
      codeSplitting: {
        groups: [
          // What threads are started with, before anything else is loaded.
          { name: 'threads', test: /(node\/(threads|find-worker)|code\/error|cli\/engine-flags)\.js$/, priority: 1 },
          { name: 'every-command', minShareCount: 16 },
          { name: 'several-commands', minShareCount: 6 },
        ],
      },
      minify: condensed,
    },
  },
  {
    ...shared,
    external: shared.external.filter((name) => !name.test('hyparquet')),
    input: { node: 'workers/node.ts' },
    plugins: [deferLoading],
    output: {
      dir: 'dist/workers',
      format: 'cjs',
      entryFileNames: '[name].cjs',
      chunkFileNames: '[name]-[hash].cjs',
      cleanDir: true,
      codeSplitting: { groups: [{ name: 'every-task', minShareCount: 2 }] },
      minify: condensed,
    },
  },
]);
