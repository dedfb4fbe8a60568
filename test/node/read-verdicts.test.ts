import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generateRegistry } from '../../src/generate/registry.ts';
import { validate } from '../../src/index.ts';
import { checkRegistry, type Progress, type RecordVerdict, readVerdicts } from '../../src/node/registry.ts';
import { makeEncoder } from '../../src/write/encoder.ts';

async function readAll(...call: Parameters<typeof readVerdicts>): Promise<RecordVerdict[]> {
  const all: RecordVerdict[] = [];
  for await (const verdict of readVerdicts(...call)) all.push(verdict);
  return all;
}

/** The package as it is built, whose threads are real ones. */
const built: { readVerdicts: typeof readVerdicts } = await import(
  new URL('../../dist/src/node/registry.js', import.meta.url).href
);
const table = Buffer.concat([...generateRegistry({ rows: 2000, seed: 5, errors: 0.1, duplicates: 0.1 })]);

describe('records with their verdicts', () => {
  test('are those of the report, whatever they are read from', async () => {
    const verdicts = await readAll(table);
    const report = await checkRegistry(table);
    expect(verdicts.map(({ row }) => row)).toEqual(Array.from({ length: report.records }, (_, index) => index + 1));
    const count = (is: (verdict: RecordVerdict) => boolean): number => verdicts.filter(is).length;
    for (const [partition, records] of Object.entries(report.counts)) {
      expect(count((verdict) => verdict.partition === partition)).toBe(records);
    }
    for (const [issue, records] of Object.entries(report.issues)) {
      expect(count((verdict) => verdict.issue === issue)).toBe(records);
    }
    expect(count(({ duplicate }) => duplicate === 'repeated')).toBe(report.duplicates.repeated?.records);
    expect(await readAll(Readable.from([table.subarray(0, 999), table.subarray(999)]))).toEqual(verdicts);
    expect(await readAll(Buffer.from(makeEncoder('gb18030')(table)))).toEqual(verdicts);
  });

  test('say what validate says of each code', async () => {
    const codes = fc.constantFrom('91110000600037341L', '911100006000373411', '600037341', '', ' 91350211m0000xuf46');
    const delimiters = fc.constantFrom(',', '\t', ';', '|');
    await fc.assert(
      fc.asyncProperty(fc.array(codes, { minLength: 1, maxLength: 8 }), delimiters, async (list, delimiter) => {
        const lines = ['名称\t统一社会信用代码\t备注', ...list.map((code, index) => `${index}号\t${code}\t"a\t\n""b"`)];
        const text = lines.join('\n').replaceAll('\t', delimiter);
        const verdicts = await readAll(Buffer.from(text), { delimiter });
        expect(verdicts.map(({ cells }) => cells)).toEqual(
          list.map((code, index) => [`${index}号`, code, `a${delimiter}\n"b`]),
        );
        for (const [index, { partition, issue, normalized }] of verdicts.entries()) {
          const verdict = validate(list[index] ?? '');
          expect([partition, issue, normalized]).toEqual([
            verdict.partition,
            verdict.issues[0]?.code ?? null,
            verdict.normalized,
          ]);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('without a header the first record is one', async () => {
    const [first, ...others] = await readAll(Buffer.from('91110000600037341L,甲\n,乙\n'), { header: false });
    expect(first).toMatchObject({ row: 1, cells: ['91110000600037341L', '甲'], partition: 'conforming' });
    expect(others).toMatchObject([{ row: 2, cells: ['', '乙'], partition: 'missing', duplicate: null }]);
  });

  test('no more is judged than is taken', async () => {
    const large = Buffer.concat([...generateRegistry({ rows: 260_000, seed: 1 })]);
    const written: number[] = [];
    const onProgress = ({ stage, doneBytes }: Progress): void => {
      if (stage === 'write') written.push(doneBytes);
    };
    const verdicts = built.readVerdicts(Readable.from([large]), { onProgress, workers: 1 });
    const first = await verdicts.next();
    expect(first.value).toMatchObject({ row: 1 });
    // As long as a thread that is not held back takes for all of it, and longer.
    for (let turn = 0; turn < 50; turn++) await setTimeout(20);
    expect(written.at(-1) ?? 0).toBeLessThan(large.length / 2);
    await verdicts.return(undefined);
  });

  test('whoever leaves the loop ends the work; what fails is thrown in it', async () => {
    for await (const { row } of readVerdicts(table)) if (row === 3) break;
    const stop = new AbortController();
    const stopped = (async () => {
      for await (const { row } of readVerdicts(table, { signal: stop.signal })) if (row === 3) stop.abort();
    })();
    await expect(stopped).rejects.toMatchObject({ code: 'aborted' });
    await expect(readAll('there is no such file.csv')).rejects.toMatchObject({ code: 'input' });
    await expect(readAll(table, { findings: 'all' } as object)).rejects.toMatchObject({ code: 'usage' });
  });
});
