import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// The package as it is published: worker threads run compiled code.
import { type CheckOptions, checkRegistry, type Report } from 'uscc-toolkit/registry';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shapes, type TruthEntry } from '../../src/generate/options.ts';
import { generateRegistry } from '../../src/generate/registry.ts';
import { outputEncodings } from '../../src/write/encoder.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'uscc-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rows = 1500;

function writeExport(
  shape: (typeof shapes)[number],
  encoding: (typeof outputEncodings)[number],
): [string, TruthEntry[]] {
  const path = join(folder, `${shape}-${encoding}.csv`);
  const truth: TruthEntry[] = [];
  const options = { rows, seed: 11, errors: 0.02, duplicates: 0.02, shape, encoding };
  writeFileSync(path, Buffer.concat([...generateRegistry({ ...options, onTruth: (entry) => truth.push(entry) })]));
  return [path, truth];
}

async function check(path: string, options: CheckOptions = {}): Promise<Report> {
  return { ...(await checkRegistry([path], options)), elapsedSeconds: 0 };
}

describe.each(shapes)('shape %s', (shape) => {
  test.each(outputEncodings)('in %s: kernel, threads and reference give the same report', async (encoding) => {
    const [path, truth] = writeExport(shape, encoding);
    const units = { unitColumn: 'auto' };
    const reference = await check(path, { ...units, scanner: 'reference' });
    expect(await check(path, units)).toEqual(reference);
    expect(await check(path, { ...units, workers: 2 })).toEqual(reference);
    expect(await check(path, { ...units, memoryBytes: 1 }), 'keys on disk').toEqual(reference);
    const { byUnit = [], files: _files, causes: _causes, assessments: _assessments, ...rest } = reference;
    expect(byUnit.length).toBeGreaterThan(100);
    // Causes and assessments say which units they are of.
    expect(await check(path)).toMatchObject(rest);
    expect(reference.records).toBe(rows);
    const damaged = new Set(truth.filter(({ kind }) => !kind.startsWith('duplicate')).map(({ kind }) => kind));
    for (const kind of damaged) expect(reference.issues, kind).toHaveProperty(kind);
    expect(reference.duplicates.excess).toBeGreaterThanOrEqual(
      truth.filter(({ kind }) => kind.startsWith('duplicate')).length,
    );
  });
});
