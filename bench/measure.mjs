import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * @typedef {object} Contender
 * @property {string} name
 * @property {string[]} command program and arguments
 * @property {number} [runs] at most so many runs, for the slow ones
 * @property {number[]} [exitCodes] that are no failure; 0 is always one
 * @property {string} [writes] a file that each run writes anew: what the one before wrote is deleted first, outside its time
 *
 * @typedef {object} Usage
 * @property {number} wallSeconds
 * @property {number | null} cpuSeconds user and system together; null where it cannot be known
 * @property {number | null} peakMiB largest resident set
 * @property {string} output standard output
 */

const hook = new URL('usage-hook.mjs', import.meta.url).href;
const hasTime = spawnSync('/usr/bin/time', ['-f', '%e', 'true']).status === 0;

/**
 * Runs the contenders in turn, A B C A B C …, so that whatever slows the machine down meets all of them.
 *
 * @param {Contender[]} contenders
 * @param {number} runs
 * @returns {Map<string, Usage[]>}
 */
export function measureInTurn(contenders, runs) {
  const usages = new Map(contenders.map(({ name }) => [name, /** @type {Usage[]} */ ([])]));
  for (let run = 0; run < runs; run++) {
    for (const contender of contenders) {
      if (run >= (contender.runs ?? runs)) continue;
      const usage = measureOnce(contender);
      process.stderr.write(`  ${contender.name}: ${usage.wallSeconds.toFixed(3)} s\n`);
      usages.get(contender.name)?.push(usage);
    }
  }
  return usages;
}

/** @param {Contender} contender @returns {Usage} */
export function measureOnce({ name, command, exitCodes = [], writes }) {
  if (writes !== undefined) rmSync(writes, { force: true });
  const folder = mkdtempSync(join(tmpdir(), 'uscc-bench-'));
  const usagePath = join(folder, 'usage');
  try {
    const [program = '', ...args] = withUsage(command, usagePath);
    const start = process.hrtime.bigint();
    const { status, stdout, stderr, error } = spawnSync(program, args, {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
      env: { ...process.env, USCC_BENCH_USAGE: usagePath },
    });
    const wallSeconds = Number(process.hrtime.bigint() - start) / 1e9;
    if (error !== undefined) throw error;
    if (status !== 0 && !exitCodes.includes(status ?? -1)) throw new Error(`${name} ended with ${status}:\n${stderr}`);
    return { wallSeconds, ...readUsage(usagePath), output: stdout };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function withUsage(command, usagePath) {
  if (hasTime) return ['/usr/bin/time', '-q', '-o', usagePath, '-f', '%U %S %M', ...command];
  const [program = '', ...args] = command;
  return program === process.execPath ? [program, '--import', hook, ...args] : command;
}

function readUsage(path) {
  try {
    const [user = 0, system = 0, kibibytes = 0] = readFileSync(path, 'utf8').trim().split(' ').map(Number);
    return { cpuSeconds: user + system, peakMiB: kibibytes / 1024 };
  } catch {
    return { cpuSeconds: null, peakMiB: null };
  }
}

/** @param {number[]} values */
export function medianOf(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/**
 * Medians of one contender's runs.
 *
 * @param {Usage[]} usages
 */
export function summarize(usages) {
  const known = (values) => (values.some((value) => value === null) ? null : medianOf(values));
  return {
    runs: usages.length,
    wallSeconds: medianOf(usages.map(({ wallSeconds }) => wallSeconds)),
    fastestSeconds: Math.min(...usages.map(({ wallSeconds }) => wallSeconds)),
    slowestSeconds: Math.max(...usages.map(({ wallSeconds }) => wallSeconds)),
    cpuSeconds: known(usages.map(({ cpuSeconds }) => cpuSeconds)),
    peakMiB: known(usages.map(({ peakMiB }) => peakMiB)),
  };
}
