import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { constants, setPriority } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { type Applications, createApplications } from '../../serve/applications.ts';
import type { Block } from '../../serve/blocks.ts';
import type { Clients } from '../../serve/rights.ts';
import { createAccessLog } from './access-log.ts';
import { createApp } from './app.ts';
import { keepDamagedLog, type OpenLog, openLog, readLog, replaceLog } from './application-log.ts';
import type { Origins } from './cross-origin.ts';
import { listIndexes, type OpenedIndex, openNewest } from './index-folder.ts';
import { watchLedger } from './ledger-standing.ts';
import { dropLock } from './lock.ts';
import { createMetrics } from './metrics.ts';

/** What a service is started with. The lock of its log is there already. */
export interface ServeOptions {
  /** Opened; the service closes it. */
  index: OpenedIndex;
  folder: string;
  host: string;
  port: number;
  clients: Clients | null;
  /** Web pages of elsewhere that may ask. */
  origins: Origins;
  blocks: readonly Block[];
  ledger: string | null;
  isReplica: boolean;
  version: string;
  /** How long clients may take; absent: as the guide says. */
  limits?: Partial<typeof limits>;
  /** Takes lines of the access log. */
  log(text: string): void;
  fail(error: unknown): void;
  /** Told of lines of the log of applications that are damaged, and where all of it was put aside. */
  reportDamage(lines: readonly number[], keptAt: string): void;
}

/** A service that answers. */
export interface RunningService {
  url: string;
  records(): number;
  /** Number of the index it answers from. */
  indexNumber(): number;
  /** Goes over to the newest index of the folder; false where it has that already. */
  switchIndex(): Promise<boolean>;
  /** Answers what has come in, and ends. */
  close(): Promise<void>;
}

const limits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 2000,
};
/** Requests that are under way when another index takes over are done with the one they began with. */
const retireMilliseconds = 60_000;
const graceMilliseconds = 5000;
const longestSilence = 60_000;
const mostConnections = 10_000;
/** With more lines than this that say nothing any more, the log is written anew. */
const mostStaleLines = 10_000;

/**
 * @throws the system's error where the address cannot be listened on
 */
export async function serveRegistry(options: ServeOptions): Promise<RunningService> {
  const { folder, clients, origins, blocks, isReplica, version } = options;
  let { index } = options;
  const metrics = createMetrics();
  const accessLog = createAccessLog(options.log);
  const ledger = options.ledger === null ? null : await watchLedger(options.ledger);
  const kept = isReplica ? null : await openApplications(options);
  const app = createApp({
    index: () => index,
    applications: kept?.applications ?? null,
    clients,
    origins,
    blocks,
    findStanding: ledger?.find ?? null,
    metrics,
    accessLog,
    version,
    port: () => port,
    fail: options.fail,
  });
  const server = createServer({ ...limits, ...options.limits, maxHeaderSize: 16 << 10 }, getRequestListener(app.fetch));
  server.timeout = longestSilence;
  server.maxConnections = mostConnections;
  await listen(server, options);
  const { address, port, family } = server.address() as AddressInfo;
  let switching: Promise<boolean> | null = null;
  const switchNow = async (): Promise<boolean> => {
    const [newest = 0] = listIndexes(folder);
    if (newest === index.number) return false;
    const next = await openNewest(folder);
    const earlier = index;
    if (next === null || next.number === earlier.number) {
      next?.close();
      return false;
    }
    index = next;
    metrics.countSwitch();
    setTimeout(earlier.close, retireMilliseconds).unref();
    return true;
  };
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}/`,
    records: () => index.registry.records,
    indexNumber: () => index.number,
    switchIndex() {
      switching ??= switchNow().finally(() => {
        switching = null;
      });
      return switching;
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      await Promise.race([closed, wait(graceMilliseconds, undefined, { ref: false })]);
      server.closeAllConnections();
      await kept?.log.close();
      ledger?.close();
      accessLog.flush();
      index.close();
      if (!isReplica) dropLock(folder);
    },
  };
}

async function listen(server: Server, { host, port }: ServeOptions): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
}

async function openApplications({
  folder,
  reportDamage,
}: ServeOptions): Promise<{ applications: Applications; log: OpenLog }> {
  const { entries, goodBytes, damagedLines } = readLog(folder);
  const log: { current: OpenLog | null } = { current: null };
  const applications = createApplications(
    { append: (entry) => log.current?.append(entry) ?? Promise.reject(new Error('the log is closed')) },
    entries,
    Date.now,
  );
  if (damagedLines.length > 0) reportDamage(damagedLines, keepDamagedLog(folder));
  const live = applications.listEntries();
  const isStale = entries.length - live.length > mostStaleLines || damagedLines.length > 0;
  log.current = await openLog(folder, isStale ? replaceLog(folder, live) : goodBytes);
  return { applications, log: log.current };
}

/** Has the index brought up to date by a process of its own, with less right to the processor than the service. */
export function startRebuild(args: string[]): { child: ChildProcess; ended: Promise<boolean> } {
  const child = spawn(process.execPath, [...process.execArgv, process.argv[1] ?? '', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    // Its threads begin later, and with what it has then.
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, which is told below; or the system does not let it: then it takes its share.
  }
  const ended = new Promise<boolean>((resolve) => {
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
  return { child, ended };
}
