import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
import { join, parse, sep } from 'node:path';
import { refuse } from '../../messages/refusal/index.ts';
import { isTableName } from '../../tables/format.ts';
import { readName, showPath, toSystem } from '../system-path.ts';
import { sortByName } from './sort-names.ts';

/** The files that arguments stand for, in order; paths as `system-path.ts` has them. */
export interface FileList {
  paths: string[];
  /** What a folder holds that is not read, by folder: files that are no tables, and folders, these with a slash. */
  skipped: { folder: string; names: string[] }[];
}

/**
 * Puts the files of folders (one level, by name) and of patterns with `*`, `?` and `[…]` in their place. A file whose name
 * holds such characters is taken for what it is. `-` is standard input. A table that cannot be opened is among them: whoever
 * reads it says why.
 *
 * @throws {UsccError} `input` when a folder holds no table or cannot be read, or a pattern matches nothing
 */
export function listFiles(arguments_: string[]): FileList {
  const list: FileList = { paths: [], skipped: [] };
  const addFolder = (folder: string): void => {
    const found = readFolder(folder).map((entry) => sortEntry(folder, entry));
    const tables = sortByName(found.filter(({ is }) => is === 'table'));
    const skipped = sortByName(found.filter(({ is }) => is === 'skipped'));
    if (tables.length === 0) throw refuse('input', { kind: 'holds-no-tables', file: showPath(folder) });
    if (skipped.length > 0) list.skipped.push({ folder, names: skipped.map(({ name }) => name) });
    list.paths.push(...tables.map(({ name }) => join(folder, name)));
  };
  for (const argument of arguments_) {
    const facts = argument === '-' ? undefined : findFacts(argument);
    if (facts?.isDirectory()) addFolder(argument);
    else if (argument === '-' || facts !== undefined || !/[*?[]/.test(argument)) list.paths.push(argument);
    else {
      const matches = expandPattern(argument);
      if (matches.length === 0) throw refuse('input', { kind: 'matches-nothing', pattern: showPath(argument) });
      for (const match of matches) {
        if (findFacts(match)?.isDirectory()) addFolder(match);
        else list.paths.push(match);
      }
    }
  }
  return list;
}

interface Sorted {
  name: string;
  is: 'table' | 'skipped' | 'clutter';
}

/** A link that leads nowhere, or a file that may not be looked at, counts as what its name says. */
function sortEntry(folder: string, { name, entry }: Entry): Sorted {
  const isTable = isTableName(name);
  if (isTable === null) return { name, is: 'clutter' };
  // The folder tells of most what they are.
  const facts = entry.isFile() || entry.isDirectory() ? entry : findFacts(join(folder, name));
  if (facts?.isDirectory()) return { name: `${name}/`, is: 'skipped' };
  return { name, is: isTable && facts?.isFile() !== false ? 'table' : 'skipped' };
}

/** Shells expand patterns; the Windows one does not, and quotes keep others from it. */
function expandPattern(pattern: string): string[] {
  const { root } = parse(pattern);
  const parts = pattern.slice(root.length).split(sep === '\\' ? /[\\/]+/ : /\/+/);
  let found = [root];
  for (const [index, part] of parts.filter((text) => text !== '').entries()) {
    if (!/[*?[]/.test(part)) {
      found = found.map((folder) => join(folder, part)).filter((path) => findFacts(path) !== undefined);
      continue;
    }
    const matcher = compilePattern(part);
    const folders = index === 0 ? found : found.filter((folder) => findFacts(folder)?.isDirectory());
    const isMatch = ({ name }: Entry): boolean => matcher.test(name) && (part.startsWith('.') || !name.startsWith('.'));
    found = folders.flatMap((folder) => {
      const matches = sortByName(readFolder(folder === '' ? '.' : folder).filter(isMatch));
      return matches.map(({ name }) => join(folder, name));
    });
  }
  return found;
}

function compilePattern(part: string): RegExp {
  const source = part.replace(/\[!?[^\]]+\]|[*?]|[^*?[]+|\[/g, (piece) => {
    if (piece === '*') return '[^]*';
    if (piece === '?') return '[^]';
    const isSet = piece.startsWith('[') && piece.length > 1;
    if (isSet) return piece.replace(/^\[!/, '[^').replaceAll('\\', '\\\\');
    return piece.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${source}$`, process.platform === 'win32' ? 'iu' : 'u');
}

interface Entry {
  name: string;
  entry: Dirent<Buffer>;
}

function readFolder(folder: string): Entry[] {
  try {
    const entries = readdirSync(toSystem(folder), { encoding: 'buffer', withFileTypes: true });
    return entries.map((entry) => ({ name: readName(entry.name), entry }));
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    throw refuse('input', { kind: 'cannot-read', file: showPath(folder), reason: code }, { cause });
  }
}

/** What the system says of a path; nothing where it is not there, or may not be looked at: whoever opens it says why. */
export function findFacts(path: string): Stats | undefined {
  try {
    return statSync(toSystem(path), { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
