/**
 * Measures `uscc serve` on loopback, client included: building the index, starting on it, single look-ups, batches, and look-ups while the index
 * is rebuilt and switched.
 *
 *   node bench/serve.mjs [REGISTRY.csv] [SECONDS] [CONNECTIONS]
 *
 * Without a registry one of a million records is made up. Half of the codes asked for are in it. The client speaks HTTP/1.1 over bare
 * sockets, one request at a time on each. Twice single codes are asked for: 5,000 a second, whose times count from when each was due, and
 * as fast as answers come, where each of so many connections waits for all others. Processor time is the service's own.
 */
import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from 'uscc-toolkit';

const main = fileURLToPath(new URL('../dist/command/cli/main.cjs', import.meta.url));
const hook = new URL('loop-hook.mjs', import.meta.url).href;
const [given, seconds = '10', connections = '32'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'uscc-bench-'));
const registry = given ?? makeRegistry();
let service;
const args = ['serve', '--registry', registry, '--index', join(folder, 'index'), '--port', '0', '--lang', 'en'];

try {
  const builtAt = performance.now();
  const { status } = spawnSync(process.execPath, [main, ...args, '--build-only'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('the index could not be built');
  show('build', `${((performance.now() - builtAt) / 1000).toFixed(1)} s`);
  for (const name of readdirSync(join(folder, 'index')))
    show(name, `${(statSync(join(folder, 'index', name)).size / 2 ** 20).toFixed(0)} MiB`);
  const startedAt = performance.now();
  service = spawn(process.execPath, ['--import', hook, main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  service.stderr.setEncoding('utf8').on('data', (text) => {
    const line = /^loop: (.+)$/m.exec(text)?.[1];
    if (line !== undefined) show('event loop', line);
  });
  const port = await new Promise((resolve) => {
    service.stdout.on('data', (text) => resolve(Number(/:(\d+)\//.exec(String(text))?.[1])));
  });
  show('start on an existing index', `${(performance.now() - startedAt).toFixed(0)} ms`);
  const codes = sampleCodes(20_000);
  const single = (index) => `GET /v1/codes/${codes[index % codes.length]} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`;
  await load(port, single, { seconds: 2 });
  report('single look-ups, 5,000 a second', await load(port, single, { perSecond: 5000 }), 1);
  report('single look-ups, as many as go', await load(port, single), 1);
  for (const brief of [false, true]) {
    const batch = JSON.stringify({ codes: codes.slice(0, 10_000), brief });
    const head = `POST /v1/codes HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nContent-Length: ${batch.length}\r\n\r\n`;
    const what = `batches of 10,000 codes${brief ? ', brief' : ''}`;
    report(what, await load(port, () => head + batch, { width: 2 }), 10_000);
  }
  const calm = { width: 8, perSecond: 1000 };
  service.kill('SIGUSR2');
  report('single look-ups, 1,000 a second', await load(port, single, calm), 1);
  service.kill('SIGUSR2');
  let switches = 0;
  const rebuilding = load(port, single, { ...calm, isOver: () => switches === 5 });
  const rebuiltAt = performance.now();
  while (switches < 5) {
    utimesSync(registry, new Date(), new Date());
    service.kill('SIGHUP');
    const next = switches + 1;
    while (switches < next) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      switches = await readMetric(port, 'uscc_index_switches_total');
    }
    show(`switch ${switches}`, `${((performance.now() - rebuiltAt) / 1000).toFixed(1)} s`);
  }
  report('single look-ups, 1,000 a second, while the index is rebuilt and switched 5 times', await rebuilding, 1);
  service.kill('SIGUSR2');
  show('memory', `${((await readMetric(port, 'process_resident_memory_bytes')) / 2 ** 20).toFixed(0)} MiB`);
} finally {
  service?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}

function show(what, value) {
  process.stdout.write(`${what}: ${value}\n`);
}

function report(what, { milliseconds, failed, elapsed, processor }, codesEach) {
  milliseconds.sort((a, b) => a - b);
  const rate = Math.round((milliseconds.length * codesEach) / elapsed);
  const each = Math.round((milliseconds.length * codesEach) / processor);
  const at = (share) => (milliseconds[Math.floor(milliseconds.length * share)] ?? Number.NaN).toFixed(1);
  show(
    what,
    `${rate} codes/s (${each} a second of processor time), p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, p99.9 ${at(0.999)} ms, ${failed} failed`,
  );
}

/** Codes of the registry's first megabytes, and as many that are not there. */
function sampleCodes(count) {
  const file = openSync(registry, 'r');
  const bytes = Buffer.alloc(8 << 20);
  const text = bytes.toString('utf8', 0, readSync(file, bytes));
  closeSync(file);
  const there = text.match(/\b[0-9A-HJ-NP-RT-UW-Y]{18}\b/g).slice(0, count / 2);
  return there.flatMap((code) => [code, generate({})]);
}

/**
 * Requests on each of some connections, one after the other, for so many seconds or until it is over: so many a second, each counted from
 * when it was due; or each when the one before is answered.
 */
async function load(port, next, options = {}) {
  const { seconds: duration = Number(seconds), width = Number(connections), perSecond = null, isOver } = options;
  const result = { milliseconds: [], failed: 0, elapsed: 0, processor: 0 };
  const before = processorSeconds();
  const startedAt = performance.now();
  const endAt = startedAt + duration * 1000;
  const mustEnd = isOver ?? (() => performance.now() >= endAt);
  const gap = perSecond === null ? 0 : (1000 * width) / perSecond;
  let index = 0;
  const run = () =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      let dueAt = startedAt + Math.random() * gap;
      let awaited = -1;
      let received = 0;
      const send = () => {
        const now = performance.now();
        if (mustEnd()) return socket.end(resolve);
        if (gap === 0) dueAt = now;
        if (dueAt - now >= 1) return setTimeout(send, dueAt - now);
        awaited = -1;
        received = 0;
        socket.write(next(index++));
      };
      socket.setNoDelay(true).on('connect', send).on('error', reject);
      socket.on('data', (bytes) => {
        if (awaited < 0) {
          const text = bytes.toString('latin1', 0, 1024);
          const bodyAt = text.indexOf('\r\n\r\n') + 4;
          awaited = bodyAt + Number(/content-length: (\d+)/i.exec(text)[1]);
          if (!text.startsWith('HTTP/1.1 200')) result.failed++;
        }
        received += bytes.length;
        if (received < awaited) return;
        result.milliseconds.push(Math.max(0, performance.now() - dueAt));
        dueAt += gap;
        send();
      });
    });
  await Promise.all(Array.from({ length: width }, run));
  result.elapsed = (performance.now() - startedAt) / 1000;
  result.processor = processorSeconds() - before;
  return result;
}

/** Linux: what the service has used. */
function processorSeconds() {
  const text = readFileSync(`/proc/${service.pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function makeRegistry() {
  const path = join(folder, 'registry.csv');
  const { status } = spawnSync(process.execPath, [main, 'generate', '--rows', '1000000', '--seed', '1', '-o', path]);
  if (status !== 0) throw new Error('no registry could be made up');
  return path;
}

async function readMetric(port, name) {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\d+)`, 'm').exec(text)?.[1]);
}
