import { readdirSync, statSync } from 'node:fs';
import { join, parse, sep } from 'node:path';
import { UsccError } from '../code/error.ts';
import { inputMessagesFor } from '../messages/input/index.ts';
import { isTableName } from '../tables/format.ts';

/** The files that arguments stand for, in order. */
export interface FileList {
  paths: string[];
  /** Files of a folder that are no tables, by folder. */
  skipped: { folder: string; names: string[] }[];
}

/**
 * Puts the files of folders (one level, by name) and of patterns with `*`, `?` and `[…]` in their place. A file whose name
 * holds such characters is taken for what it is. `-` is standard input.
 *
 * @throws {UsccError} `input` when a folder holds no table, or a pattern matches nothing
 */
export function listFiles(arguments_: string[], lang: 'zh' | 'en'): FileList {
  const messages = inputMessagesFor(lang);
  const list: FileList = { paths: [], skipped: [] };
  const addFolder = (folder: string): void => {
    const files = readFolder(folder).filter(({ isFile }) => isFile);
    const tables = files.filter(({ name }) => isTableName(name));
    const names = files.filter(({ name }) => isTableName(name) === false).map(({ name }) => name);
    if (tables.length === 0) throw new UsccError('input', messages.holdsNoTables(folder));
    if (names.length > 0) list.skipped.push({ folder, names });
    list.paths.push(...tables.map(({ name }) => join(folder, name)));
  };
  for (const argument of arguments_) {
    const facts = argument === '-' ? undefined : findFacts(argument);
    if (facts?.isDirectory()) addFolder(argument);
    else if (argument === '-' || facts !== undefined || !/[*?[]/.test(argument)) list.paths.push(argument);
    else {
      const matches = expandPattern(argument);
      if (matches.length === 0) throw new UsccError('input', messages.matchesNothing(argument));
      for (const match of matches) {
        if (findFacts(match)?.isDirectory()) addFolder(match);
        else list.paths.push(match);
      }
    }
  }
  return list;
}

/** Shells expand patterns; the Windows one does not, and quotes keep others from it. */
function expandPattern(pattern: string): string[] {
  const { root } = parse(pattern);
  const parts = pattern.slice(root.length).split(sep === '\\' ? /[\\/]+/ : /\/+/);
  let found = [root];
  for (const part of parts.filter((text) => text !== '')) {
    if (!/[*?[]/.test(part)) {
      found = found.map((folder) => join(folder, part)).filter((path) => findFacts(path) !== undefined);
      continue;
    }
    const matcher = compilePattern(part);
    found = found.flatMap((folder) =>
      readFolder(folder === '' ? '.' : folder)
        .filter(({ name }) => matcher.test(name) && (part.startsWith('.') || !name.startsWith('.')))
        .map(({ name }) => join(folder, name)),
    );
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

/** Sorted by name as people number them: part-2 before part-10. */
function readFolder(folder: string): { name: string; isFile: boolean }[] {
  try {
    return readdirSync(folder)
      .toSorted(new Intl.Collator('en', { numeric: true }).compare)
      .map((name) => ({ name, isFile: findFacts(join(folder, name))?.isFile() ?? false }));
  } catch {
    return [];
  }
}

function findFacts(path: string): ReturnType<typeof statSync> {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
