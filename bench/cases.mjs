import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareFile } from './data.mjs';
import { measureInTurn, summarize } from './measure.mjs';
import { renderTable, show, showCount } from './table.mjs';

const pathOf = (name) => fileURLToPath(new URL(name, import.meta.url));
const start = pathOf('../dist/command/cli/start/uscc.cjs');
const uscc = (name, ...args) => ({ name, command: [process.execPath, start, ...args], exitCodes: [1] });
const sampleCode = '91350211M0000XUF46';
const LF = 0x0a;

/**
 * Each group of runs is held against its first: starting, the same rows in many files, many tiny files, and verdicts beside each record.
 *
 * @param {{ rows: number, tinyFiles: number, runs: number }} options
 */
export function measureCases({ rows, tinyFiles, runs }) {
  const folder = mkdtempSync(join(tmpdir(), 'uscc-bench-'));
  try {
    const one = prepareFile({ rows, errors: 0.003, duplicates: 0.001 });
    const small = prepareFile({ rows: 400 });
    const annotated = join(folder, 'annotated.csv');
    const groups = [
      {
        name: 'start',
        contenders: [
          { name: 'node -e 0', command: [process.execPath, '-e', '0'] },
          uscc('uscc --version', '--version'),
          uscc('uscc validate CODE', 'validate', sampleCode),
          uscc('uscc check, 400 rows', 'check', small.path),
        ],
      },
      {
        name: `many files, ${showCount(rows)} rows`,
        contenders: [
          uscc('one file', 'check', one.path, '--format', 'json'),
          uscc('1,054 files', 'check', splitFile(one.path, spreadSizes(1054, rows)), '--format', 'json'),
        ],
      },
      {
        name: `tiny files, 20 rows each`,
        contenders: [
          uscc('400 rows', 'check', small.path),
          uscc(
            `${showCount(tinyFiles)} files`,
            'check',
            splitFile(one.path, Array(tinyFiles).fill(20)),
            '--format',
            'json',
          ),
        ],
      },
      {
        name: `--annotate, ${showCount(rows)} rows`,
        contenders: [
          uscc('check', 'check', one.path, '--format', 'json'),
          {
            ...uscc('check --annotate', 'check', one.path, '--format', 'json', '--annotate', annotated),
            writes: annotated,
          },
        ],
      },
    ];
    return groups.map(({ name, contenders }) => {
      process.stderr.write(`${name}\n`);
      const usages = measureInTurn(contenders, runs);
      return { name, contenders: [...usages].map(([each, all]) => ({ name: each, ...summarize(all) })) };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How many rows files have: log-normal, so that half of them are small and a few hold most, as those of a province's counties are. */
function spreadSizes(count, rows) {
  let state = 12_345;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
  const weights = Array.from({ length: count }, () => Math.exp(normal() * 1.5));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => Math.max(1, Math.floor((weight / sum) * rows)));
}

/** The rows of a file in files of these sizes, each with the header, the last with what is left of a spread. Written once. */
function splitFile(path, sizes) {
  const folder = path.replace(/\.csv$/, `-in-${sizes.length}`);
  const mark = join(folder, '.done');
  const origin = String(readFileSync(path).length);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === origin) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const bytes = readFileSync(path);
  const headEnd = bytes.indexOf(LF) + 1;
  const isTiny = sizes.every((size) => size === sizes[0]);
  let at = headEnd;
  for (const [index, size] of sizes.entries()) {
    let end = at;
    for (let row = 0; row < size && end < bytes.length; row++) end = bytes.indexOf(LF, end) + 1;
    if (index === sizes.length - 1 && !isTiny) end = bytes.length;
    if (end === at) break;
    const file = openSync(join(folder, `${index}.csv`), 'w');
    writeSync(file, bytes, 0, headEnd);
    for (let from = at; from < end; ) from += writeSync(file, bytes, from, end - from);
    closeSync(file);
    at = end;
  }
  writeFileSync(mark, origin);
  return folder;
}

/** @param {ReturnType<typeof measureCases>} groups */
export function renderCases(groups) {
  const header = ['', 'fastest s', 'median s', 'CPU s', 'peak MiB', '× the first, fastest', 'runs'];
  return groups
    .map(({ name, contenders }) => {
      const [first] = contenders;
      const body = contenders.map((each) => [
        each.name,
        show(each.fastestSeconds, 3),
        show(each.wallSeconds, 3),
        show(each.cpuSeconds, 3),
        show(each.peakMiB, 0),
        show(each.fastestSeconds / (first?.fastestSeconds ?? 1), 2),
        String(each.runs),
      ]);
      return `${name}\n\n${renderTable(header, body)}`;
    })
    .join('\n\n');
}
