import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readMeta } from '../../src/ledger/store/meta.ts';
import { migrations } from '../../src/ledger/store/schema.ts';
import { openDatabase } from '../../src/node/ledger/database.ts';
import { openLedger } from '../../src/node/ledger/ledger.ts';
import { collect, runUscc, startUscc } from '../cli/run.ts';
import { createRandom, trials } from '../soak/trials.ts';
import { killCommands } from './kills.ts';

const folder = mkdtempSync(join(tmpdir(), 'uscc-faults-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);

const register = at('register.csv');
writeFileSync(
  register,
  '统一社会信用代码,企业名称\n91350100M000100Y44,甲公司\n110105194912310021,乙公司\n11010519491231002X,丙公司\n',
);
const record = (ledger: string, period = '2026-11'): string[] => [
  'ledger',
  'record',
  register,
  '--period',
  period,
  '--ledger',
  ledger,
];

/** Makes of a ledger without licences what the first version of the schema would have made. */
async function makeFirstVersion(path: string): Promise<void> {
  const [first = ''] = migrations;
  const [periods = ''] = /CREATE TABLE periods[^;]*;/.exec(first) ?? [];
  const database = await openDatabase(path);
  database.execute(`${periods}
    INSERT INTO periods (period, at, definition, records, codes, has_problems, figures, origin)
      SELECT period, at, 'literal', 3, 3, has_problems, figures, origin FROM months;
    DROP TABLE months;
    ALTER TABLE problems DROP COLUMN role;
    UPDATE undo SET before = json_remove(before, '$.role');
    PRAGMA user_version = 1`);
  database.close();
}

describe('the file of a ledger', () => {
  it('is private, and holds no ID number whole', async () => {
    const path = at('private.db');
    expect((await runUscc(record(path))).code).toBe(0);
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
    const bytes = readFileSync(path).toString('latin1');
    expect(bytes).not.toContain('11010519491231002X');
    expect(bytes).toContain('110105********002X');
    expect(existsSync(`${path}-journal`)).toBe(false);
  });

  it('that is none is refused and left as it is', async () => {
    for (const content of ['企业名称,代码\n', 'SQLite format 3\0 of somebody else'.padEnd(200, 'x'), '']) {
      const path = at('stranger.db');
      writeFileSync(path, content);
      const { code, stderr } = await runUscc(record(path));
      expect(code, stderr).toBe(content === '' ? 0 : 3);
      if (content !== '') expect(readFileSync(path, 'utf8')).toBe(content);
      rmSync(path);
    }
  });

  it('that is not there is said to be so by commands that only read', async () => {
    const { code, stderr } = await runUscc(['ledger', 'status', '--ledger', at('nowhere.db')]);
    expect(code).toBe(3);
    expect(stderr).toContain('no such ledger');
    expect(existsSync(at('nowhere.db'))).toBe(false);
  });

  it('of a later version is refused and left as it is', async () => {
    const path = at('later.db');
    const database = await openDatabase(path, { creates: true });
    database.execute('PRAGMA user_version = 99');
    database.close();
    const before = readFileSync(path);
    const { code, stderr } = await runUscc(record(path));
    expect([code, stderr.includes('later version')]).toEqual([3, true]);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('is copied before it is brought to a later version', async () => {
    const path = at('earlier.db');
    (await openDatabase(path, { creates: true })).close();
    const before = readFileSync(path);
    const steps = [...migrations, "INSERT INTO meta (name, value) VALUES ('organization', '某市')"];
    const database = await openDatabase(path, { migrations: steps });
    expect(readMeta(database, 'organization')).toBe('某市');
    database.close();
    expect(readFileSync(`${path}.version-${migrations.length}`).equals(before)).toBe(true);
  });

  it('of the first version is read by others as it is, and goes on where it is kept', async () => {
    const path = at('first.db');
    await runUscc(record(path));
    const present = await openLedger(path);
    const before = present.export();
    present.close();
    await makeFirstVersion(path);
    const bytes = readFileSync(path);
    const city = await openLedger(at('city.db'), { creates: true });
    const { ledgers } = await city.merge([path]);
    expect(ledgers).toMatchObject([{ problems: before.problems.length, added: before.problems.length }]);
    city.close();
    const trial = await runUscc([...record(path, '2026-12'), '--dry-run']);
    expect(trial.code, trial.stderr).toBe(0);
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(existsSync(`${path}.version-1`)).toBe(false);
    const ledger = await openLedger(path);
    expect(ledger.export()).toEqual(before);
    expect(readFileSync(`${path}.version-1`).equals(bytes)).toBe(true);
    // The same month again: what the first version noted of it is taken back.
    await ledger.record([register], { period: '2026-11', agree: () => true });
    expect(ledger.check()).toEqual([]);
    expect(ledger.export().problems.map(({ number, role, status }) => [number, role, status])).toEqual(
      before.problems.map(({ number }) => [number, null, 'open']),
    );
    ledger.close();
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'that may not be written is left as it is',
    async () => {
      const path = at('read-only.db');
      await runUscc(record(path));
      chmodSync(path, 0o400);
      const { code, stderr } = await runUscc(record(path, '2026-12'));
      expect([code, stderr.includes('may not be written')]).toEqual([3, true]);
    },
  );

  it('full up says so, and has lost nothing', async () => {
    const path = at('full.db');
    const database = await openDatabase(path, { creates: true });
    const [pages] = database.all('SELECT page_count AS count FROM pragma_page_count');
    database.execute(`PRAGMA max_page_count = ${pages?.count}`);
    const fill = (): void => {
      for (let n = 0; n < 10_000; n++)
        database.run('INSERT INTO runs (at, command, period) VALUES (?, ?, ?)', 'x'.repeat(200), 'x', 'x');
    };
    expect(() => database.transact(fill)).toThrow(
      expect.objectContaining({ refusal: { kind: 'ledger-full', file: path } }),
    );
    expect(database.all('SELECT * FROM runs')).toEqual([]);
    database.close();
  });

  it('is written by one command at a time: the other waits, or says who holds it', async () => {
    const path = at('two.db');
    await runUscc(record(path, '2026-09'));
    const both = await Promise.all(
      ['2026-10', '2026-11'].map((period) => collect(startUscc([...record(path, period), '--yes']))),
    );
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    const one = await openDatabase(path);
    const other = await openDatabase(path, { waitMilliseconds: 50 });
    one.transact(() => {
      const wait = (): void => void other.transact(() => undefined);
      expect(wait).toThrow(expect.objectContaining({ refusal: expect.objectContaining({ kind: 'ledger-busy' }) }));
    });
    one.close();
    other.close();
    const ledger = await openLedger(path);
    expect(ledger.check()).toEqual([]);
    expect(ledger.status().periods).toHaveLength(3);
    ledger.close();
  });

  it('records months that are asked for at once one after the other', async () => {
    const cells = ['91350100M0001', '91350100M0002'];
    const files = cells.map((code, index) => {
      const file = join(folder, `at-once-${index}.csv`);
      writeFileSync(file, `统一社会信用代码,企业名称\n${code},甲\n`);
      return file;
    });
    const ledger = await openLedger(join(folder, 'at-once.db'), { creates: true });
    await Promise.all(
      files.map((file, index) => ledger.record([file], { period: `2026-0${index + 1}`, agree: () => true })),
    );
    const { problems } = ledger.export();
    ledger.close();
    expect(problems.map(({ code, firstPeriod, lastPeriod }) => [code, firstPeriod, lastPeriod])).toEqual([
      [cells[1], '2026-01', '2026-02'],
    ]);
  });

  it('loses the note of a writer that was killed, whatever opens it next', async () => {
    const path = at('noted.db');
    (await openLedger(path, { creates: true })).close();
    const note = at('.noted.db.writer');
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    writeFileSync(note, `${pid} ${hostname()}`);
    (await openLedger(path)).close();
    expect(existsSync(note)).toBe(false);
    writeFileSync(note, `${process.pid} ${hostname()}`);
    (await openLedger(path)).close();
    expect(existsSync(note)).toBe(true);
  });

  it('survives kills', { timeout: 7_200_000 }, async () => {
    const { kills, faults } = await killCommands(
      trials(7, 500),
      Math.floor(createRandom('kills of ledgers')() * 2 ** 32),
    );
    expect(faults).toEqual([]);
    expect(kills).toBeGreaterThanOrEqual(7);
  });
});
