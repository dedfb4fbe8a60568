import { Worker } from 'node:worker_threads';

/**
 * Ends this process where one case takes longer or more memory than it may: what runs is synchronous, so that only another thread can.
 *
 *   shared: [0] the number of the case that runs, 0 for none; [1] 1 once the watch is kept
 */
export interface Watchdog {
  /** Watches until the next call; null: nothing runs. */
  watch(caseNumber: number | null): void;
  stop(): Promise<unknown>;
}

const code = `
const { workerData } = require('node:worker_threads');
const { shared, limits, about } = workerData;
const cells = new Int32Array(shared);
let last = 0;
let since = 0;
const end = (why) => {
  process._rawDebug(why + ': ' + about);
  process.kill(process.pid, 'SIGKILL');
};
const cpuSeconds = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e6; };
setInterval(() => {
  const now = Atomics.load(cells, 0);
  if (now !== last) { last = now; since = cpuSeconds(); }
  if (now === 0) return;
  if (cpuSeconds() - since > limits.seconds) end('no end after ' + limits.seconds + ' s of CPU');
  const rss = process.memoryUsage.rss();
  if (rss > limits.bytes) end('memory ' + Math.round(rss / 1e6) + ' MB');
}, 50);
`;

/** @param about what to look at when it bites: the file that holds the case */
export function startWatchdog(limits: { seconds: number; bytes: number }, about: string): Watchdog {
  const shared = new SharedArrayBuffer(8);
  const cells = new Int32Array(shared);
  const worker = new Worker(code, { eval: true, workerData: { shared, limits, about } });
  worker.unref();
  return {
    watch: (caseNumber) => void Atomics.store(cells, 0, caseNumber ?? 0),
    stop: () => worker.terminate(),
  };
}
