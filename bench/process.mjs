import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareFile } from './data.mjs';
import { measureInTurn, summarize } from './measure.mjs';
import { renderTable, show, showCount } from './table.mjs';

const pathOf = (name) => fileURLToPath(new URL(name, import.meta.url));
const cli = pathOf('../dist/command/cli/start/uscc.cjs');
/** `check` ends with 1 when a file misses the target; that is an answer. */
const check = (name, ...args) => ({ name, command: [process.execPath, cli, 'check', ...args], exitCodes: [1] });
const ours = 'uscc check';
const slowRowsLimit = 1_000_000;

/**
 * Whole processes on one plain file: ours, DuckDB, Polars where it is installed, wc, and on files of up to a million rows csv-parse; ours on one with wrong rows too.
 *
 * @param {{ rows: number, runs: number }} options
 */
export function measureProcesses({ rows, runs }) {
  const file = prepareFile({ rows, errors: 0.0001, duplicates: 0.0001 });
  const wrong = prepareFile({ rows, errors: 0.003 });
  const contenders = [
    check(ours, file.path, '--format', 'json'),
    check(`${ours}, 0.3% wrong rows`, wrong.path, '--format', 'json'),
    { name: 'DuckDB', command: [process.execPath, pathOf('rivals/duckdb.mjs'), file.path] },
    ...(hasPolars() ? [{ name: 'Polars', command: [process.execPath, pathOf('rivals/polars.mjs'), file.path] }] : []),
    { name: 'wc -l', command: ['wc', '-l', file.path] },
    {
      name: 'csv-parse, stdnum, Map',
      command: [process.execPath, pathOf('rivals/csv-parse-map.mjs'), file.path],
      runs: rows <= slowRowsLimit ? 1 : 0,
    },
  ];
  process.stderr.write(`${showCount(rows)} rows\n`);
  const usages = measureInTurn(contenders, runs);
  compareAnswers(usages);
  return { rows, bytes: file.bytes, contenders: summarizeAll(usages) };
}

/** Whether Polars is installed, with the part of it that is of this machine: no package of ours asks for it. */
function hasPolars() {
  const loading = ['--input-type=module', '-e', "await import('nodejs-polars')"];
  const isThere = spawnSync(process.execPath, loading, { cwd: pathOf('.') }).status === 0;
  if (!isThere) process.stderr.write('left out: Polars, as nodejs-polars is not installed\n');
  return isThere;
}

/** The engines must find what we find, or the comparison means nothing. Pilot-era codes are beyond what they are asked. */
function compareAnswers(usages) {
  const report = JSON.parse(usages.get(ours)?.[0]?.output ?? '{}');
  const expected = {
    records: report.records,
    conforming: report.counts.conforming - (report.issues['pilot-era'] ?? 0),
    duplicateCodes: report.duplicates.codes,
    excess: report.duplicates.excess,
  };
  for (const engine of ['DuckDB', 'Polars'].filter((name) => usages.has(name))) {
    const found = JSON.parse(usages.get(engine)?.[0]?.output ?? '{}');
    if (JSON.stringify(found, Object.keys(expected)) !== JSON.stringify(expected)) {
      throw new Error(`answers differ: uscc ${JSON.stringify(expected)}, ${engine} ${JSON.stringify(found)}`);
    }
  }
}

/** Shapes and encodings that must not be slow, and a run that writes findings. */
const variants = [
  ...['plain', 'quoted', 'tab', 'apostrophe', 'crlf', 'lower', 'loose', 'legacy', 'twice', 'mixed', 'multiline'].map(
    (shape) => ({ name: shape, options: { shape } }),
  ),
  ...['utf-8-bom', 'gb18030', 'utf-16le', 'utf-16be'].map((encoding) => ({ name: encoding, options: { encoding } })),
  { name: '--out, 1% problems', options: { errors: 0.01 }, out: true },
];

/** @param {{ rows: number, runs: number }} options */
export function measureShapes({ rows, runs }) {
  const folder = mkdtempSync(join(tmpdir(), 'uscc-bench-'));
  try {
    const prepared = variants.map(({ name, options, out }) => {
      const file = prepareFile({ rows, ...options });
      return { name, file, flags: out ? ['--out', join(folder, 'report')] : [] };
    });
    process.stderr.write(`shapes, ${showCount(rows)} rows\n`);
    const contenders = prepared.map(({ name, file, flags }) => check(name, file.path, '--format', 'json', ...flags));
    const summaries = summarizeAll(measureInTurn(contenders, runs));
    const shapes = prepared.map(({ name, file }, index) => ({ ...summaries[index], name, bytes: file.bytes }));
    const [plain] = shapes;
    const perByte = ({ wallSeconds, bytes }) => wallSeconds / bytes;
    return { rows, shapes: shapes.map((shape) => ({ ...shape, timesPlain: perByte(shape) / perByte(plain) })) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function summarizeAll(usages) {
  return [...usages].filter(([, runs]) => runs.length > 0).map(([name, runs]) => ({ name, ...summarize(runs) }));
}

/** @param {ReturnType<typeof measureProcesses>} measured */
export function renderProcesses({ rows, bytes, contenders }) {
  const ratioTo = (each, name) => {
    const other = contenders.find((contender) => contender.name === name);
    return show(each.fastestSeconds / (other?.fastestSeconds ?? 1), 2);
  };
  const header = [
    `${showCount(rows)} rows, ${(bytes / 1e9).toFixed(2)} GB`,
    'fastest s',
    'median s',
    'CPU s',
    'peak MiB',
    `× ${ours}, fastest`,
    '× wc -l, fastest',
    'runs',
  ];
  const body = contenders.map((each) => [
    each.name,
    show(each.fastestSeconds, 2),
    show(each.wallSeconds, 2),
    show(each.cpuSeconds, 2),
    show(each.peakMiB, 0),
    ratioTo(each, ours),
    ratioTo(each, 'wc -l'),
    String(each.runs),
  ]);
  return renderTable(header, body);
}

/** @param {ReturnType<typeof measureShapes>} measured */
export function renderShapes({ rows, shapes }) {
  const header = [
    `uscc check, ${showCount(rows)} rows`,
    'GB',
    'wall s',
    'CPU s',
    'peak MiB',
    'GB/s',
    'time per byte × plain',
  ];
  const body = shapes.map((each) => [
    each.name,
    show(each.bytes / 1e9, 2),
    show(each.wallSeconds, 2),
    show(each.cpuSeconds, 2),
    show(each.peakMiB, 0),
    show(each.bytes / 1e9 / each.wallSeconds, 2),
    show(each.timesPlain, 2),
  ]);
  return renderTable(header, body);
}
