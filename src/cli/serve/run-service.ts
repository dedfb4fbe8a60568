import { existsSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { UsccError } from '../../code/error.ts';
import type { ScanOptions } from '../../engine/options.ts';
import { cliMessagesFor } from '../../messages/cli/index.ts';
import type { ServeMessages } from '../../messages/serve/index.ts';
import { makeFolders } from '../../node/outputs/make-folders.ts';
import { lockPath, takeLock } from '../../node/serve/application-log.ts';
import { fingerprintOf, openNewest } from '../../node/serve/index-folder.ts';
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
  service: Omit<ServeOptions, 'version' | 'log' | 'fail'>;
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
  if (service.isReplica) {
    if (!existsSync(service.folder)) throw new UsccError('input', messages.noIndex(service.folder));
  } else {
    await makeFolders(service.folder);
    if (!buildsOnly) lock(run);
    const isNew = await bringUpToDate(run);
    if (buildsOnly) {
      process.stdout.write(`${isNew ? messages.building : messages.current(await countRecords(service.folder))}\n`);
      return;
    }
  }
  const running = await start(run);
  process.stdout.write(`${messages.listening(running.url, formatCount(running.records()))}\n`);
  await attend(run, running);
}

function lock({ service: { folder }, messages }: ServeRun): void {
  const holder = takeLock(folder);
  if (holder !== null) throw new UsccError('output', messages.lockedBy(lockPath(folder), holder));
}

/** Builds the index where there is none of the registry as it is now; false: there was one. */
async function bringUpToDate({ service, registry, options, lang }: ServeRun): Promise<boolean> {
  const { folder } = service;
  const newest = await openNewest(folder);
  newest?.close();
  if (newest?.fingerprint === fingerprintOf(registry, settingsOf(options))) return false;
  const progress = createProgressLine(process.stderr, cliMessagesFor(lang));
  const warnings = await withInterrupts((signal) =>
    updateIndex(registry, folder, { ...options, signal, onProgress: progress.show }),
  ).finally(progress.erase);
  for (const { message } of warnings) process.stderr.write(`uscc: ${escapeControls(message)}\n`);
  return true;
}

async function countRecords(folder: string): Promise<string> {
  const newest = await openNewest(folder);
  newest?.close();
  return formatCount(newest?.registry.records ?? 0);
}

async function start({ service, messages }: ServeRun): Promise<RunningService> {
  const { folder, host, port } = service;
  try {
    const running = await serveRegistry({
      ...service,
      version,
      log: (text) => void process.stderr.write(text),
      fail: (error) => {
        const reason = error instanceof Error ? error.message : String(error);
        process.stderr.write(`uscc: ${escapeControls(reason)}\n`);
      },
    });
    if (running === null) throw new UsccError('input', messages.noIndex(folder));
    return running;
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
  let rebuild: ReturnType<typeof startRebuild> | null = null;
  let isAskedAgain = false;
  let isStopped = false;
  let seen = '';
  let built = service.isReplica ? '' : fingerprintOf(registry, settingsOf(options));
  const switchOver = async (): Promise<void> => {
    const isSwitched = await running.switchIndex();
    if (isSwitched) process.stderr.write(`uscc: ${messages.switched(formatCount(running.records()))}\n`);
  };
  const refresh = async (): Promise<void> => {
    if (service.isReplica) return switchOver();
    if (rebuild !== null) {
      isAskedAgain = true;
      return;
    }
    built = fingerprintOf(registry, settingsOf(options));
    rebuild = startRebuild([...process.argv.slice(2), '--build-only']);
    if (rebuild.child.pid !== undefined) setPriority(rebuild.child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    const isBuilt = await rebuild.ended;
    rebuild = null;
    if (isStopped) return;
    if (isBuilt) await switchOver();
    else process.stderr.write(`uscc: ${messages.buildFailed}\n`);
    if (!isAskedAgain) return;
    isAskedAgain = false;
    await refresh();
  };
  return {
    refresh,
    /** A registry that is still being written changes from one look to the next: it is read when it stays as it is. */
    look: async (): Promise<void> => {
      if (service.isReplica) return switchOver();
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
