import { createReadStream, existsSync } from 'node:fs';
import { parse } from 'csv-parse';
import { describe, expect, it } from 'vitest';
import { isValid, repair, validate } from '../../src/index.ts';
import { regions } from '../../src/regions/index.ts';

/** Real registrations, with counts made independently. The file is not part of the project: these tests run where it lies. */
const sample = new URL('../../../shared/data/real-registry-sample.csv', import.meta.url);
const isHere = existsSync(sample);
if (!isHere) process.stdout.write('real-registry-sample.csv is not here: the tests on real registrations do not run\n');

describe.skipIf(!isHere)('36,739 real registrations', () => {
  it('are counted as they were independently', async () => {
    const counts: Record<string, number> = {};
    const count = (key: string) => {
      counts[key] = (counts[key] ?? 0) + 1;
    };
    for await (const cell of readCodes()) {
      const verdict = validate(cell);
      count('records');
      count(verdict.partition);
      for (const issue of verdict.issues.slice(0, 1)) count(issue.code);
      expect(isValid(cell)).toBe(verdict.partition === 'conforming');
    }
    expect(counts).toEqual({
      records: 36_739,
      conforming: 35_997,
      erroneous: 198,
      unconverted: 544,
      'check-digit': 100,
      'organization-check-digit': 97,
      'region-format': 1,
      'registration-number': 540,
      'organization-code': 4,
    });
  });

  it('get a repair for nearly every wrong code', async () => {
    const outcome = { wrong: 0, repaired: 0, complement: 0 };
    for await (const cell of readCodes()) {
      const { partition, issues } = validate(cell);
      if (partition !== 'erroneous') continue;
      const [first] = repair(cell, { regions });
      outcome.wrong++;
      if (first !== undefined) outcome.repaired++;
      if (issues.length === 1 && issues[0]?.diagnosis === 'complement') {
        expect(first?.reason).toBe('complement');
        outcome.complement++;
      }
    }
    expect(outcome.repaired / outcome.wrong).toBeGreaterThan(0.95);
    expect(outcome.complement).toBeGreaterThan(70);
  });
});

async function* readCodes(): AsyncGenerator<string> {
  for await (const row of createReadStream(sample).pipe(parse({ bom: true, columns: true })))
    yield row.统一社会信用代码;
}
