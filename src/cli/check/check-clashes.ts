import { type BigIntStats, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { UsccError } from '../../code/error.ts';
import type { CliMessages } from '../../messages/cli/index.ts';
import { findRealPath, showPath, toSystem } from '../../node/system-path.ts';

/** Where a run writes: a folder, and files by the flag that names them. */
export interface Outputs {
  out?: string;
  /** The folder of `--send`, which is replaced as `--out` is. */
  send?: string;
  files: Partial<Record<string, string>>;
}

/**
 * Refuses a file that is named twice, by whatever path, one that would be overwritten, and one that lies in the folder that
 * `--out` would replace. Files that are not there are left to whoever reads them.
 */
export async function refuseClashes(
  inputs: string[],
  { out, send, files }: Outputs,
  messages: CliMessages,
): Promise<void> {
  if (send !== undefined)
    await refuseClashes(inputs, { out: send, files: out === undefined ? files : { ...files, out } }, messages);
  const identities = await Promise.all(inputs.map(identify));
  const known = new Set<string>();
  const twice = identities.findIndex((identity) => known.size === known.add(identity).size);
  if (twice >= 0) throw new UsccError('usage', messages.sameFileTwice(showPath(inputs[twice] ?? '')));
  const outputs = Object.entries(files) as [flag: string, path: string][];
  const targets = await Promise.all(outputs.map(([, path]) => identify(path)));
  for (const [index, [flag, path]] of outputs.entries()) {
    const target = targets[index] ?? '';
    if (path === '-') throw new UsccError('usage', messages.outputIsStandard(`--${flag}`));
    if (known.has(target)) throw new UsccError('usage', messages.outputIsInput(`--${flag}`, showPath(path)));
    if (targets.indexOf(target) < index) throw new UsccError('usage', messages.sameOutputTwice(showPath(path)));
  }
  if (out === undefined) return;
  const folder = await findPlace(out);
  for (const path of [...inputs, ...outputs.map(([, each]) => each)]) {
    if (contains(folder, await findPlace(path))) {
      throw new UsccError('usage', messages.insideOutputFolder(showPath(path), showPath(out)));
    }
  }
}

/**
 * Refuses standard input as two inputs: whoever reads it first reads all of it.
 *
 * @throws {UsccError} `usage`
 */
export function refuseStandardInputTwice(inputs: string[], messages: CliMessages): void {
  if (inputs.filter((path) => path === '-').length > 1) throw new UsccError('usage', messages.standardInputTwice);
}

/** Device and inode, which see through links of both kinds; the path where there is neither. */
async function identify(path: string): Promise<string> {
  const facts = path === '-' ? null : look(path);
  return facts === null || Number(facts.ino) === 0 ? await findPlace(path) : `${facts.dev}:${facts.ino}`;
}

function look(path: string): Pick<BigIntStats | Stats, 'dev' | 'ino'> | null {
  try {
    const facts = statSync(toSystem(path));
    const isExact = Number.isSafeInteger(facts.dev) && Number.isSafeInteger(facts.ino);
    return isExact ? facts : statSync(toSystem(path), { bigint: true });
  } catch {
    return null;
  }
}

async function findPlace(path: string): Promise<string> {
  if (path === '-') return path;
  const toParent = async (): Promise<string> => join(await findRealPath(dirname(path)), basename(path));
  return await findRealPath(path)
    .catch(toParent)
    .catch(() => resolve(path));
}

function contains(folder: string, path: string): boolean {
  const below = relative(folder, path);
  return path !== '-' && below !== '..' && !below.startsWith(`..${sep}`) && resolve(below) !== below;
}
