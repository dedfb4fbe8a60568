import { availableParallelism, constants } from 'node:os';
import { UsccError } from '../../code/error.ts';
import type { ScanOptions } from '../../engine/options.ts';
import { cliMessagesFor } from '../../messages/cli/index.ts';
import type { ServeMessages } from '../../messages/serve/index.ts';
import { makeFolders } from '../../node/outputs/make-folders.ts';
import { fingerprintOf, type OpenedIndex, openNewest } from '../../node/serve/index-folder.ts';
import { lockPath, takeLock } from '../../node/serve/lock.ts';
import {
  type RunningService,
  type ServeOptions,
  serveRegistry,
  startRebuild,
} from '../../node/serve/serve-registry.ts';
import { settingsOf, updateIndex } from '../../node/serve/update-index.ts';
import { escapeControls } from '../../write/escape-controls.ts';
import { formatCount } from '../../write/numbers.ts';
import { INTERRUPTED, withInterrupts } from '../interrupt.ts';
import type { Language } from '../language.ts';
import { createProgressLine } from '../progress.ts';
import { version } from '../version.ts';

export interface ServeRun {
  service: Omit<ServeOptions, 'index' | 'version' | 'log' | 'fail' | 'reportDamage'>;
  registry: string[];
  /** How the registry is read. */
  options: ScanOptions;
  watches: boolean;
  buildsOnly: boolean;
  lang: Language;
  messages: ServeMessages['command'];
}

/** How often the registry, and the folder of a replica, are looked at. */
const watchMilliseconds = 2000;

export async function runService(run: ServeRun): Promise<void> {
  const { service, messages, buildsOnly } = run;
  const { folder, isReplica } = service;
  if (!isReplica) {
    await makeFolders(folder);
    if (!buildsOnly) lock(run);
  }
  const current = isReplica ? await openNewest(folder) : await openCurrent(run);
  if (current === null) await build(run);
  const index = current ?? (await openNewest(folder));
  if (index === null) throw new UsccError('input', messages.noIndex(folder));
  if (buildsOnly) {
    index.close();
    const records = formatCount(index.registry.records);
    process.stdout.write(`${current === null ? messages.building : messages.current(records)}\n`);
    return;
  }
  const running = await start(run, index);
  process.stdout.write(`${messages.listening(running.url, formatCount(running.records()))}\n`);
  await attend(run, running);
}

function lock({ service: { folder }, messages }: ServeRun): void {
  const holder = takeLock(folder);
  if (holder !== null) throw new UsccError('output', messages.lockedBy(lockPath(folder), holder));
}

/** The index of the registry as it is now; null: there is none. */
async function openCurrent({ service, registry, options }: ServeRun): Promise<OpenedIndex | null> {
  const newest = await openNewest(service.folder);
  if (newest?.fingerprint === fingerprintOf(registry, settingsOf(options))) return newest;
  newest?.close();
  return null;
}

async function build({ service, registry, options, lang, messages }: ServeRun): Promise<void> {
  if (service.isReplica) throw new UsccError('input', messages.noIndex(service.folder));
  const progress = createProgressLine(process.stderr, cliMessagesFor(lang));
  const warnings = await withInterrupts((signal) =>
    updateIndex(registry, service.folder, { ...options, signal, onProgress: progress.show }),
  ).finally(progress.erase);
  for (const { message } of warnings) process.stderr.write(`uscc: ${escapeControls(message)}\n`);
}

async function start({ service, messages }: ServeRun, index: OpenedIndex): Promise<RunningService> {
  const { host, port } = service;
  try {
    return await serveRegistry({
      ...service,
      index,
      version,
      log: (text) => void process.stderr.write(text),
      reportDamage: (lines, keptAt) => {
        process.stderr.write(`uscc: ${escapeControls(messages.damagedLog(lines.join(', '), keptAt))}\n`);
      },
      fail: (error) => {
        const reason = error instanceof Error ? error.message : String(error);
        process.stderr.write(`uscc: ${escapeControls(reason)}\n`);
      },
    });
  } catch (cause) {
    const { code = '', syscall } = cause as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new UsccError('output', messages.portInUse(port), { cause });
    if (syscall === 'listen' || syscall === 'getaddrinfo') {
      throw new UsccError('output', messages.cannotListen(host, code), { cause });
    }
    throw cause;
  }
}

/** Keeps the index up to date until the service is told to end. */
async function attend(run: ServeRun, running: RunningService): Promise<void> {
  const refresher = createRefresher(run, running);
  const timer = run.watches || run.service.isReplica ? setInterval(refresher.look, watchMilliseconds) : undefined;
  if ('SIGHUP' in constants.signals) process.on('SIGHUP', refresher.refresh);
  const name = await new Promise<string>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  clearInterval(timer);
  refresher.stop();
  await running.close();
  process.exitCode = name === 'SIGINT' ? INTERRUPTED : 0;
}

/**
 * Reads the registry anew in a process of its own and goes over to what that has made. One at a time; asked while one is under way, once
 * more after it.
 */
function createRefresher({ service, registry, options, messages }: ServeRun, running: RunningService) {
  // One core is left to the service.
  const threads = options.workers === undefined ? ['--workers', String(Math.max(1, availableParallelism() - 1))] : [];
  let rebuild: ReturnType<typeof startRebuild> | null = null;
  let isAskedAgain = false;
  let isStopped = false;
  let seen = '';
  let built = service.isReplica ? '' : fingerprintOf(registry, settingsOf(options));
  const switchOver = async (): Promise<boolean> => {
    const isSwitched = await running.switchIndex();
    if (isSwitched) process.stderr.write(`uscc: ${messages.switched(formatCount(running.records()))}\n`);
    return isSwitched;
  };
  const refresh = async (): Promise<void> => {
    if (service.isReplica) return void (await switchOver());
    if (rebuild !== null) {
      isAskedAgain = true;
      return;
    }
    built = fingerprintOf(registry, settingsOf(options));
    rebuild = startRebuild([...process.argv.slice(2), ...threads, '--build-only']);
    const isBuilt = await rebuild.ended;
    rebuild = null;
    if (isStopped) return;
    const isSwitched = isBuilt && (await switchOver());
    if (isBuilt && !isSwitched) process.stderr.write(`uscc: ${messages.current(formatCount(running.records()))}\n`);
    if (!isBuilt) process.stderr.write(`uscc: ${messages.buildFailed}\n`);
    if (!isAskedAgain) return;
    isAskedAgain = false;
    await refresh();
  };
  return {
    refresh,
    /** A registry that is still being written changes from one look to the next: it is read when it stays as it is. */
    look: async (): Promise<void> => {
      if (service.isReplica) return void (await switchOver());
      const now = fingerprintOf(registry, settingsOf(options));
      const isStable = now === seen;
      seen = now;
      if (isStable && now !== built) await refresh();
    },
    stop(): void {
      isStopped = true;
      rebuild?.child.kill();
    },
  };
}
