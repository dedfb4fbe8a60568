import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from '../../src/index.ts';
import { openLedger } from '../../src/node/ledger/ledger.ts';
import { MAIN } from '../cli/run.ts';
import { createRandom, damages } from './world.ts';

/** What a number of kills came to. */
export interface Kills {
  kills: number;
  /** Kills after which the command had done its work, and after which it had not. */
  done: number;
  undone: number;
  /** What went wrong: must be empty. */
  faults: string[];
}

interface Command {
  name: string;
  args(ledger: string): string[];
}

/**
 * Kills `record`, `collect` and `merge` at random moments. After each kill the ledger is sound, and holds either all that the command
 * does or nothing of it; all of it, where the command has said so. The next command works without any help.
 */
export async function killCommands(count: number, seed: number): Promise<Kills> {
  const random = createRandom(seed);
  const folder = mkdtempSync(join(tmpdir(), 'uscc-kills-'));
  const result: Kills = { kills: 0, done: 0, undone: 0, faults: [] };
  try {
    const start = join(folder, 'start.db');
    const commands = await prepare(folder, start, random);
    for (const command of commands) {
      const whole = join(folder, `${command.name}.db`);
      copyFileSync(start, whole);
      const time = await run(command.args(whole), null, 'SIGKILL');
      const [before, after] = [await readState(start), await readState(whole)];
      if (before === after) throw new Error(`${command.name} does nothing`);
      const own = Math.ceil(count / commands.length);
      for (let kill = 0; kill < own; kill++) {
        const ledger = join(folder, 'killed.db');
        for (const name of ['killed.db', 'killed.db-journal', '.killed.db.writer'])
          rmSync(join(folder, name), { force: true });
        copyFileSync(start, ledger);
        const at = time.milliseconds * (0.3 + random() * 0.75);
        const { said } = await run(command.args(ledger), at, random() < 0.5 ? 'SIGKILL' : 'SIGTERM');
        result.kills++;
        const state = await readState(ledger);
        if (state === after) result.done++;
        else if (state === before && !said) result.undone++;
        else
          result.faults.push(
            `${command.name} killed after ${at} ms: ${said ? 'said done, but is not' : state.slice(0, 200)}`,
          );
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return result;
}

async function prepare(folder: string, start: string, random: () => number): Promise<Command[]> {
  const entities = Array.from({ length: 600 }, (_, id) => ({
    name: `企业${id}`,
    code: generate({ random }),
    unit: `局${id % 7}`,
  }));
  const wrong = new Map(
    entities
      .slice(0, 200)
      .map(({ name, code }, at) => [name, damages[at % damages.length]?.damage(code, random) ?? '']),
  );
  const write = (file: string, isWrong: (at: number) => boolean): string => {
    const path = join(folder, file);
    const rows = entities.map(
      ({ name, code, unit }, at) => `${isWrong(at) ? (wrong.get(name) ?? code) : code},${name},${unit}`,
    );
    writeFileSync(path, `统一社会信用代码,企业名称,登记机关\n${rows.join('\n')}\n`);
    return path;
  };
  const [october, november] = [write('10.csv', (at) => at < 150), write('11.csv', (at) => at >= 60)];
  const county = join(folder, 'county.db');
  for (const [path, file] of [
    [start, october],
    [county, november],
  ] as const) {
    const ledger = await openLedger(path, { creates: true });
    await ledger.record([file], { period: '2026-10', asOf: '2026-10-31', agree: () => true });
    ledger.close();
  }
  const returned = join(folder, 'returned.csv');
  const answers = entities.slice(0, 150).map(({ code }, at) => `${at + 1},0,${code}`);
  writeFileSync(returned, `编号,数据操作标识位,更正后代码\n${answers.join('\n')}\n`);
  const asOf = ['--as-of', '2026-11-30', '--format', 'json'];
  return [
    {
      name: 'record',
      args: (ledger) => ['record', november, '--period', '2026-11', '--yes', '--ledger', ledger, ...asOf],
    },
    { name: 'collect', args: (ledger) => ['collect', returned, '--ledger', ledger, ...asOf] },
    { name: 'merge', args: (ledger) => ['merge', county, '--ledger', ledger, ...asOf] },
  ];
}

/** Runs a command, killed after some time unless that is null; `said` whether it said that it was done. */
async function run(
  args: string[],
  killAfter: number | null,
  signal: NodeJS.Signals,
): Promise<{ milliseconds: number; said: boolean }> {
  const started = performance.now();
  const child = spawn(process.execPath, [MAIN, 'ledger', ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  let output = '';
  child.stdout.on('data', (piece) => {
    output += piece;
  });
  const timer = killAfter === null ? undefined : setTimeout(() => child.kill(signal), killAfter);
  await new Promise((resolve) => child.on('close', resolve));
  clearTimeout(timer);
  return { milliseconds: performance.now() - started, said: output.trimEnd().endsWith('}') };
}

/** All that a ledger holds, or what is wrong with it. Ids of ledgers differ, what they hold does not. */
async function readState(path: string): Promise<string> {
  try {
    const ledger = await openLedger(path);
    try {
      const faults = ledger.check();
      if (faults.length > 0) return `unsound: ${JSON.stringify(faults)}`;
      const { periods, problems } = ledger.export();
      return JSON.stringify({ periods, problems });
    } finally {
      ledger.close();
    }
  } catch (error) {
    return `does not open: ${String(error)}`;
  }
}
