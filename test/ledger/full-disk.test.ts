import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openDatabase } from '../../src/node/ledger/database.ts';

/* A disk of three megabytes, which only root may make. */

const disk = mkdtempSync(join(tmpdir(), 'uscc-full-'));
const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk]).status === 0;
afterAll(() => {
  if (isMounted) spawnSync('umount', ['--lazy', disk]);
  rmSync(disk, { recursive: true, force: true });
});

it('a disk that fills up takes nothing, and no journal stays beside the ledger', async ({ skip }) => {
  if (!isMounted) skip('no right to mount a disk that fills up');
  const path = join(disk, 'ledger.db');
  const database = await openDatabase(path, { creates: true });
  database.execute('CREATE TABLE filling (text TEXT)');
  const fill = (): void => {
    for (let row = 0; row < 100_000; row++) database.run('INSERT INTO filling VALUES (?)', 'x'.repeat(500));
  };
  expect(() => database.transact(fill)).toThrow(
    expect.objectContaining({ refusal: { kind: 'ledger-full', file: path } }),
  );
  database.close();
  expect(readdirSync(disk)).toEqual(['ledger.db']);
  const again = await openDatabase(path);
  expect(again.all('SELECT COUNT(*) AS count FROM filling')).toEqual([{ count: 0 }]);
  again.close();
});
