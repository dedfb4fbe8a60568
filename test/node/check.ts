import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { DuplicateRecord, Finding } from '../../src/check/findings/finding.ts';
import type { CheckOptions } from '../../src/check/options.ts';
import type { Report } from '../../src/check/report.ts';
import { checkRegistry } from '../../src/node/registry.ts';
import { expectReport } from '../report/schema.ts';

export interface Outcome {
  report: Report;
  findings: Finding[];
  duplicates: DuplicateRecord[];
}

/** A folder for the tests of one file, and what to do in it. */
export function useFolder(): { path(name: string): string; write(name: string, data: string | Uint8Array): string } {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'uscc-test-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string): string => join(folder, name);
  return {
    path,
    write(name, data) {
      writeFileSync(path(name), data);
      return path(name);
    },
  };
}

/** Checks files, with every finding and duplicate. */
export async function checkAll(files: string[], options: CheckOptions = {}): Promise<Outcome> {
  const findings: Finding[] = [];
  const duplicates: DuplicateRecord[] = [];
  const report = await checkRegistry(files, {
    lang: 'en',
    ...options,
    findings: 'all',
    onFindings: (batch) => void findings.push(...batch),
    onDuplicates: (batch) => void duplicates.push(...batch),
  });
  return { report: expectReport(report), findings, duplicates };
}

/** The codes of erroneous records, as they were read. */
export async function listErroneous(file: string, options: CheckOptions = {}): Promise<[string, string | null][]> {
  const { findings } = await checkAll([file], options);
  return findings
    .filter(({ partition }) => partition === 'erroneous')
    .map(({ code, issue }) => [code, issue?.code ?? null]);
}
