// node bench/page.mjs [--rows 1e6,5e6] [--runs 3]
//
// The page in headless Chromium, opened from its file: seconds from "start" to the report, and the memory of all its
// processes at the end. Needs `npm run build` and a Chromium (USCC_CHROMIUM).
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { prepareFile } from './data.mjs';
import { describeMachine } from './machine.mjs';

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '1e6,5e6' }, runs: { type: 'string', default: '3' } },
});
const page = new URL('../dist/uscc-checker.html', import.meta.url).href;
const command = fileURLToPath(new URL('../dist/command/cli/main.cjs', import.meta.url));
const executablePath = process.env.USCC_CHROMIUM ?? '/usr/bin/chromium';
const args = ['--no-sandbox', '--disable-gpu'];

const { cpu, cores, memoryGiB } = describeMachine();
process.stdout.write(`${cpu}, ${cores} cores, ${memoryGiB} GiB\n\n`);
process.stdout.write(
  '| rows | page, seconds | engine, seconds | command, seconds | Chromium, MiB |\n|---|---|---|---|---|\n',
);
for (const rows of values.rows.split(',').map(Number)) {
  const { path } = prepareFile({ rows, errors: 0.001, duplicates: 0.001 });
  const measured = [];
  for (let run = 0; run < Number(values.runs); run++)
    measured.push({ ...(await measurePage(path)), ...measureCommand(path) });
  const median = (name) => measured.map((each) => each[name]).sort((a, b) => a - b)[measured.length >> 1];
  const cells = [
    rows,
    ...['page', 'engine', 'command'].map((name) => median(name).toFixed(2)),
    Math.round(median('memory')),
  ];
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
}

async function measurePage(path) {
  const browser = await chromium.launch({ executablePath, headless: true, args });
  try {
    const tab = await browser.newPage();
    await tab.goto(page);
    await tab.setInputFiles('input[type=file]', path);
    await tab.locator('#start:not([disabled])').waitFor();
    const started = performance.now();
    await tab.locator('#start').click();
    await tab.locator('#result-title').waitFor({ timeout: 120_000 });
    const seconds = (performance.now() - started) / 1000;
    const text = (await tab.locator('.result-bar .hint').textContent()) ?? '';
    return { page: seconds, engine: Number(/([\d.]+) 秒/.exec(text)?.[1]), memory: readMemory() };
  } finally {
    await browser.close();
  }
}

/** Resident memory of all processes of the browser that this process started, in MiB. */
function readMemory() {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,rss='], { encoding: 'utf8' }).trim().split('\n');
  const processes = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const family = new Set([process.pid]);
  for (let before = 0; before < family.size; ) {
    before = family.size;
    for (const [pid, parent] of processes) if (family.has(parent)) family.add(pid);
  }
  family.delete(process.pid);
  return processes.reduce((sum, [pid, , rss]) => (family.has(pid) ? sum + rss : sum), 0) / 1024;
}

function measureCommand(path) {
  const started = performance.now();
  try {
    execFileSync(process.execPath, [command, 'check', path, '--format', 'json'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  } catch {
    // 1: the target is missed.
  }
  return { command: (performance.now() - started) / 1000 };
}
