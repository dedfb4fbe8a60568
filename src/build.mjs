/**
 * Builds the package into `dist`, step by step, and leaves out every step whose inputs are what they were when it last ran. With `--watch` it
 * goes on and does the same after every change; the element and the page, which the command does not need to run, come last.
 *
 *   kernel ──▶ compile ─▶ declarations ─┬▶ report page ─▶ command
 *   (wasm)      (tsc)                   └▶ manual
 *   sources ──▶ element, page                       (bundled from the sources, not from what tsc made)
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const record = join(root, 'dist/.build.json');
const made = /^src\/(engine\/scan\/kernel\/binary\.ts|report\/html\/assets\.js)$/;
/** The kernel's sources too: what is made of them is part of the code. */
const isCode = (path) => /\.(ts|json)$/.test(path) && !path.startsWith('src/page/');
const config = ['package.json', 'tsconfig.json', 'tsconfig.build.json', 'rolldown.config.mjs', 'package-lock.json'];
const bin = (name, ...args) => [process.execPath, join(root, 'node_modules', name), ...args];

const steps = [
  {
    name: 'kernel',
    inputs: (path) => path.startsWith('src/engine/scan/kernel/'),
    output: 'src/engine/scan/kernel/binary.ts',
    command: [process.execPath, 'src/engine/scan/kernel/build.mjs'],
  },
  {
    name: 'compile',
    inputs: isCode,
    output: 'dist/src/index.js',
    // What is gone from the sources must be gone from `dist`; tsc only ever adds.
    clean: ['dist/src', 'dist/workers', 'dist/.tsbuildinfo'],
    command: bin(
      'typescript/bin/tsc',
      '-p',
      'tsconfig.build.json',
      '--incremental',
      '--tsBuildInfoFile',
      'dist/.tsbuildinfo',
    ),
  },
  {
    name: 'declarations',
    inputs: isCode,
    output: 'dist/src/index.d.ts',
    command: [process.execPath, 'src/lower-declarations.mjs'],
  },
  {
    name: 'report page',
    inputs: (path) => isCode(path) || path.startsWith('src/report/html/'),
    output: 'dist/src/report/html/assets.js',
    command: [process.execPath, 'src/report/html/bundle.mjs'],
  },
  {
    name: 'command',
    inputs: (path) => isCode(path) || path.startsWith('src/report/html/') || path.startsWith('src/cli/start/'),
    output: 'dist/command/cli/main.cjs',
    command: bin('rolldown/bin/cli.mjs', '-c', 'rolldown.config.mjs', '--log-level', 'warn'),
    // It lists the size of every file.
    stdout: 'ignore',
  },
  {
    name: 'manual',
    inputs: (path) => isCode(path) || path.startsWith('src/guide/'),
    output: 'dist/uscc.1',
    command: [process.execPath, 'src/cli/help/write-manual.mjs'],
  },
  {
    name: 'element',
    inputs: (path) => /^src\/(code|element|form|messages|regions|repair)\//.test(path),
    output: 'dist/uscc-input.js',
    command: [process.execPath, 'src/element/bundle.mjs'],
  },
  {
    name: 'page',
    inputs: (path) => path.startsWith('src/') && !/^src\/(cli|guide|node)\//.test(path),
    output: 'dist/uscc-checker.html',
    command: [process.execPath, 'src/page/bundle.mjs'],
  },
];

const isWatching = process.argv.includes('--watch');
build();
if (isWatching) watchSources();

/** Runs the steps whose inputs have changed; ends the process with the code of the first that fails. */
function build() {
  const done = readRecord();
  for (const step of steps) {
    const files = [...config, ...list('src'), ...list('workers')].filter(
      (path) => config.includes(path) || step.inputs(path),
    );
    const hash = hashFiles(files.filter((path) => !made.test(path)));
    const before = done[step.name];
    if (before?.hash === hash && existsSync(join(root, step.output))) continue;
    if (before === undefined || before.files.some((path) => !files.includes(path))) {
      for (const path of step.clean ?? []) rmSync(join(root, path), { recursive: true, force: true });
    }
    const start = performance.now();
    const { status } = spawnSync(step.command[0], step.command.slice(1), {
      cwd: root,
      stdio: ['ignore', step.stdout ?? 'inherit', 'inherit'],
    });
    if (status !== 0) return fail(step.name, status);
    process.stdout.write(`${step.name}: ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
    done[step.name] = { hash, files };
    mkdirSync(join(root, 'dist'), { recursive: true });
    writeFileSync(record, JSON.stringify(done));
  }
}

function fail(name, status) {
  process.stderr.write(`${name} failed\n`);
  if (!isWatching) process.exit(status ?? 1);
}

function watchSources() {
  let timer;
  const change = (_, name) => {
    if (made.test(`src/${String(name).replaceAll('\\', '/')}`)) return;
    clearTimeout(timer);
    timer = setTimeout(build, 100);
  };
  for (const folder of ['src', 'workers']) watch(join(root, folder), { recursive: true }, change);
  process.stdout.write('watching src and workers; Ctrl-C ends it\n');
}

/** What was built last, by the names of the steps. */
function readRecord() {
  try {
    return JSON.parse(readFileSync(record, 'utf8'));
  } catch {
    return {};
  }
}

function list(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'))
    .toSorted();
}

function hashFiles(files) {
  const hash = createHash('sha256');
  for (const path of files) {
    const full = join(root, path);
    if (existsSync(full) && statSync(full).isFile())
      hash.update(path).update('\0').update(readFileSync(full)).update('\0');
  }
  return hash.digest('hex');
}
