import { accessSync, constants } from 'node:fs';
import { join, resolve } from 'node:path';
import type { LedgerDatabase } from '../../ledger/store/database.ts';
import { refuseTempFile } from '../temp/temp-space.ts';

/**
 * Has SQLite make its temporary files, which have no names, in a folder; undefined: where the system has its own. It holds for the whole
 * process until it is said again.
 *
 * @throws {UsccError} `output` when nothing can be written there
 */
export function placeTempTables(database: LedgerDatabase, folder: string | undefined): void {
  const path = folder === undefined ? '' : resolve(folder);
  try {
    if (path !== '') accessSync(path, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw refuseTempFile(join(path, 'tables'), error, 0);
  }
  database.execute(`PRAGMA temp_store_directory = '${path.replaceAll("'", "''")}'`);
}
