import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { generateRegistry } from '../../../src/generate/registry.ts';
import { seed, trials } from '../../soak/trials.ts';
import { startService } from './service.ts';

/*
 * Requests made up from the document of the service, right ones and wrong ones, each with what the answer has to be like. What fuzzers expect
 * of all services and ours has reasons to do otherwise stands in the settings: a body may be too large, a key may stand for another
 * request, and an application that was not answered `ok` is not held.
 */
const settings = `
[checks]
negative_data_rejection.expected-statuses = [400, 401, 403, 404, 405, 413, 415, 422]
positive_data_acceptance.expected-statuses = ["2xx", 404, 422]
`;
const examples = trials(20, 1000);

const python = process.env.USCC_PYTHON ?? 'python3';
const hasFuzzer = spawnSync(python, ['-c', 'import schemathesis']).status === 0;
if (!hasFuzzer) console.warn('left out: requests made up from openapi.json, as there is no Python with schemathesis');

const folder = mkdtempSync(join(tmpdir(), 'uscc-openapi-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.runIf(hasFuzzer)(
  'whatever openapi.json allows or forbids is answered as it says',
  { timeout: 1_800_000 },
  async () => {
    const registry = generateRegistry({ rows: 500, errors: 0.2, duplicates: 0.1, suspects: 0.1, seed: 5 });
    writeFileSync(join(folder, 'a.csv'), Buffer.concat([...registry]));
    writeFileSync(join(folder, 'settings.toml'), settings);
    const service = await startService(['--registry', 'a.csv'], folder);
    const fuzzer = spawn(
      python,
      [
        ...['-m', 'schemathesis.cli', '--config-file', 'settings.toml', 'run', `${service.url}openapi.json`],
        ...['--checks', 'all', '--exclude-checks', 'ensure_resource_availability'],
        ...['--seed', String(seed()), '--max-examples', String(examples), '--no-color'],
      ],
      { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const report = await text(fuzzer.stdout);
    const ended = await service.end('SIGTERM');
    // A request that fails may be megabytes long.
    expect(report.replace(/^(.{400}).*$/gm, '$1…')).toMatch(/No issues found/);
    expect(report).toContain('8 selected / 8 total');
    expect(ended).toBe(0);
    expect(
      service
        .errors()
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('{')),
    ).toEqual([]);
  },
);
