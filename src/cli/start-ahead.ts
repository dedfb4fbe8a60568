import { readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { findWorker, inlineBytes } from '../node/find-worker.ts';
import { startAhead } from '../node/threads.ts';
import { setEngineFlags } from './engine-flags.ts';

/** Commands that have tables read by threads. */
const commands = ['check', 'fix', 'dedup', 'match', 'diff'];
const manyFiles = 64;

/**
 * Starts threads before the command itself is loaded, where the words of a command line name tables that are worth them: that takes both
 * of them as long as a small check.
 */
export function startThreadsAhead(words: readonly string[]): void {
  const [first = ''] = words;
  if (!commands.includes(first) && !isFile(first)) return;
  if (words.some((word) => word.startsWith('--workers'))) return;
  const worker = findWorker();
  if (worker === null || !words.some(isWorthThreads)) return;
  setEngineFlags();
  startAhead(availableParallelism(), worker);
}

function isFile(word: string): boolean {
  return statSync(word, { throwIfNoEntry: false })?.isFile() ?? false;
}

function isWorthThreads(word: string): boolean {
  const stats = word === '' ? undefined : statSync(word, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return readdirSync(word).length >= manyFiles;
  return stats !== undefined && stats.size >= inlineBytes;
}
