/**
 * Preloaded into a measured service: at SIGUSR2 it says how late its event loop came since the last time, and begins anew. Where Linux tells it,
 * also how long the thread was at work without a pause, in processor time: on a machine that others use too, that alone is the service's own.
 */
import { openSync, readSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const everyMilliseconds = 2;
const delay = monitorEventLoopDelay({ resolution: everyMilliseconds });
delay.enable();
const file = process.platform === 'linux' ? openSync('/proc/self/schedstat', 'r') : null;
const buffer = Buffer.alloc(100);
let stretches = [];
let last = 0;
const sample = () => {
  const now = Number(buffer.toString('latin1', 0, readSync(file, buffer, 0, buffer.length, 0)).split(' ')[0]) / 1e6;
  stretches.push(now - last);
  last = now;
};
if (file !== null) setInterval(sample, everyMilliseconds).unref();

process.on('SIGUSR2', () => {
  const late = (nanoseconds) => `${Math.max(0, nanoseconds / 1e6 - everyMilliseconds).toFixed(1)} ms`;
  const sorted = stretches.slice(1).sort((a, b) => a - b);
  const at = (share) => `${(sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN).toFixed(1)} ms`;
  process.stderr.write(
    `loop: 99 of 100 at most ${late(delay.percentile(99))} late, ${late(delay.max)} at worst; at work without a pause: ${at(0.99)}, ${at(1)} at worst\n`,
  );
  delay.reset();
  stretches = [];
});
