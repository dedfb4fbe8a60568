import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { generateLicences } from '../../src/generate/licences.ts';
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
  /** The ledger that it starts from. */
  start: string;
  args(ledger: string): string[];
}

/**
 * Kills every command that writes at random moments. After each kill the ledger is sound, and holds either all that the command
 * does or nothing of it; all of it, where the command has said so. The next command works without any help and leaves nothing
 * behind but the ledger and what was to be written.
 */
export async function killCommands(count: number, seed: number): Promise<Kills> {
  const random = createRandom(seed);
  const folder = mkdtempSync(join(tmpdir(), 'uscc-kills-'));
  const result: Kills = { kills: 0, done: 0, undone: 0, faults: [] };
  try {
    const commands = await prepare(folder, random);
    for (const command of commands) {
      const { name, start } = command;
      const whole = join(folder, 'whole');
      const time = await run(command, createPlace(whole, start), null, 'SIGKILL');
      const [before, after] = [await readState(start), await readState(join(whole, 'ledger.db'))];
      if (before === after) throw new Error(`${name} does nothing`);
      const own = Math.ceil(count / commands.length);
      for (let kill = 0; kill < own; kill++) {
        const place = join(folder, 'killed');
        const ledger = createPlace(place, start);
        const at = time.milliseconds * (0.3 + random() * 0.75);
        const { said } = await run(command, ledger, at, random() < 0.7 ? 'SIGKILL' : 'SIGTERM');
        result.kills++;
        const state = await readState(ledger);
        if (state === after) result.done++;
        else if (state === before && !said) result.undone++;
        else
          result.faults.push(`${name} killed after ${at} ms: ${said ? 'said done, but is not' : state.slice(0, 200)}`);
        const left = await findLeftovers(command, ledger);
        if (left.length > 0) result.faults.push(`${name} killed after ${at} ms left ${left.join(' ')}`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return result;
}

/** A folder with nothing in it but a copy of the ledger. */
function createPlace(folder: string, start: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const ledger = join(folder, 'ledger.db');
  copyFileSync(start, ledger);
  return ledger;
}

/** What is in the folder, beside the ledger and workbooks, once the command has run again. */
async function findLeftovers(command: Command, ledger: string): Promise<string[]> {
  await run(command, ledger, null, 'SIGKILL');
  return readdirSync(dirname(ledger), { recursive: true, encoding: 'utf8' }).filter(
    (name) => !/^(ledger\.db|sent|(sent.)?[^.][^/\\]*\.xlsx)$/.test(name),
  );
}

async function prepare(folder: string, random: () => number): Promise<Command[]> {
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
  const write = (file: string, header: string, rows: string[]): string => {
    const path = join(folder, file);
    writeFileSync(path, `${header}\n${rows.join('\n')}\n`);
    return path;
  };
  const writeMonth = (file: string, isWrong: (at: number) => boolean): string =>
    write(
      file,
      '统一社会信用代码,企业名称,登记机关',
      entities.map(({ name, code, unit }, at) => `${isWrong(at) ? (wrong.get(name) ?? code) : code},${name},${unit}`),
    );
  const [october, november] = [writeMonth('10.csv', (at) => at < 150), writeMonth('11.csv', (at) => at >= 60)];
  const published = join(folder, 'XK.csv');
  writeFileSync(published, Buffer.concat([...generateLicences({ kind: 'licences', rows: 600, errors: 0.2 })]));
  const returned = write(
    'returned.csv',
    '编号,数据操作标识位,更正后代码',
    entities.slice(0, 150).map(({ code }, at) => `${at + 1},0,${code}`),
  );
  const list = write(
    'list.csv',
    '机构名称,统一社会信用代码,问题描述,登记机关',
    entities.slice(100, 300).map(({ name, code, unit }) => `${name},${code},与国家库不一致,${unit}`),
  );
  const [start, answered, county] = ['start.db', 'answered.db', 'county.db'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const [path, file] of [
    [start, october],
    [county, november],
  ] as const) {
    const ledger = await openLedger(path, { creates: true });
    await ledger.record([file], { period: '2026-10', asOf: '2026-10-31', agree: () => true });
    ledger.close();
  }
  copyFileSync(start, answered);
  const ledger = await openLedger(answered);
  await ledger.collect([returned], { asOf: '2026-10-31' });
  ledger.close();
  return [
    { name: 'record', start, args: () => [november, '--period', '2026-11', '--yes'] },
    { name: 'record', start, args: () => [published, '--licences', '--period', '2026-11', '--yes'] },
    { name: 'feedback', start, args: () => [list, '--due', '2026-12-10'] },
    { name: 'send', start, args: (file) => ['--out', join(dirname(file), 'sent'), '--due', '2026-12-10'] },
    { name: 'collect', start, args: () => [returned] },
    { name: 'submit', start: answered, args: (file) => ['-o', join(dirname(file), 'return.xlsx')] },
    { name: 'exempt', start, args: () => ['3', '5', '8', '--reason', '军队单位'] },
    { name: 'merge', start, args: () => [county] },
  ];
}

/** Runs a command, killed after some time unless that is null; `said` whether it said that it was done. */
async function run(
  { name, args }: Command,
  ledger: string,
  killAfter: number | null,
  signal: NodeJS.Signals,
): Promise<{ milliseconds: number; said: boolean }> {
  const started = performance.now();
  const common = ['--as-of', '2026-11-30', '--format', 'json'];
  const child = spawn(process.execPath, [MAIN, 'ledger', name, ...args(ledger), ...common, '--ledger', ledger], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
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
      const { periods, licences, problems } = ledger.export();
      return JSON.stringify({ periods, licences, problems });
    } finally {
      ledger.close();
    }
  } catch (error) {
    return `does not open: ${String(error)}`;
  }
}
