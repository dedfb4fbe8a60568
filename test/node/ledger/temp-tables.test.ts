import { mkdirSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../src/node/ledger/database.ts';
import { placeTempTables } from '../../../src/node/ledger/temp-tables.ts';
import { useFolder } from '../check.ts';

const folder = useFolder();
const isLinux = process.platform === 'linux';

/** Files without a name that the process holds open. */
function listNameless(): string[] {
  return readdirSync('/proc/self/fd').flatMap((descriptor) => {
    try {
      const target = readlinkSync(join('/proc/self/fd', descriptor));
      return target.endsWith(' (deleted)') ? [target] : [];
    } catch {
      return [];
    }
  });
}

/** Larger than what is kept in memory. */
const largeTable = `DROP TABLE IF EXISTS temp.large; CREATE TEMP TABLE large AS
  WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 30000) SELECT n, hex(randomblob(800)) FROM numbers`;

test.skipIf(!isLinux)('temporary files of a ledger lie where they are wanted (Linux tells where)', async () => {
  const wanted = folder.path("wanted 'here'");
  mkdirSync(wanted);
  const database = await openDatabase(folder.path('a.ledger'), { creates: true });
  try {
    placeTempTables(database, wanted);
    database.execute(largeTable);
    expect(listNameless().filter((target) => target.startsWith(`${wanted}/`))).not.toEqual([]);
    expect(readdirSync(wanted)).toEqual([]);
    expect(() => placeTempTables(database, folder.path('nowhere'))).toThrow(/cannot-spool/);
  } finally {
    placeTempTables(database, undefined);
    database.close();
  }
});
