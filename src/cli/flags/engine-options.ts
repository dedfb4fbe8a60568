import { readFileSync } from 'node:fs';
import { refuse } from '../../messages/refusal/index.ts';
import { nameSystemError } from '../../messages/system-errors.ts';
import type { EngineOptions } from '../../node/warehouse/open-tables.ts';
import type { FlagsOf } from './flags-of.ts';

type EngineFlags = Pick<FlagsOf<'check'>, 'table' | 'where' | 'key' | 'passwordFile' | 'queryTimeout'>;

/**
 * What the flags of engines mean to a run.
 *
 * @throws {UsccError} `input` when the file of the password cannot be read
 */
export function readEngineFlags({ table, where, key, passwordFile, queryTimeout }: EngineFlags): EngineOptions {
  return {
    ...(table === undefined ? {} : { table }),
    ...(where === undefined ? {} : { where }),
    ...(key === undefined ? {} : { key }),
    ...(passwordFile === undefined ? {} : { password: readPassword(passwordFile) }),
    ...(queryTimeout === undefined ? {} : { queryTimeout }),
  };
}

function readPassword(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch (cause) {
    throw refuse('input', { kind: 'cannot-read', file, reason: nameSystemError(cause) }, { cause });
  }
}
