import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readBlocks, readClients } from '../../../src/cli/serve/read-files.ts';
import { serveMessagesFor } from '../../../src/messages/serve/index.ts';
import { runUscc } from '../../cli/run.ts';
import { startService, type TestService } from './service.ts';

const folder = mkdtempSync(join(tmpdir(), 'uscc-serve-files-'));
const messages = serveMessagesFor('en');
const token = 'counter-token-0123456';
const client = { name: 'counter', token, rights: ['look-up'] };

afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string, mode = 0o600): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

function writeTokens(tokens: unknown, mode?: number): string {
  return write('tokens.json', JSON.stringify({ tokens }), mode);
}

describe('a token file is refused', () => {
  const refusal = (path: string): string => {
    try {
      readClients(path, messages);
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  };

  test('that is not there, empty, or no list', () => {
    expect(refusal(join(folder, 'nowhere.json'))).toBe('not-found');
    for (const text of ['', '{', '[]', '{"tokens":[]}', '{"tokens":{}}', 'null']) {
      expect(refusal(write('tokens.json', text))).toContain('at least one token');
    }
  });

  test('whose tokens are short, not told apart, or may do what nobody may', () => {
    const twice = [client, { ...client, name: 'other' }];
    const named = [client, { ...client, token: `${token}x` }];
    expect(refusal(writeTokens(twice))).toContain('token 2: its token or name is there twice');
    expect(refusal(writeTokens(named))).toContain('token 2: its token or name is there twice');
    expect(refusal(writeTokens([{ ...client, token: 'short' }]))).toContain('token 1');
    expect(refusal(writeTokens([{ ...client, rights: ['everything'] }]))).toContain('"rights"');
    expect(refusal(writeTokens([{ ...client, requestsPerSecond: 0 }]))).toContain('"requestsPerSecond"');
    // What is wrong is told, the token never.
    expect(refusal(writeTokens([client, client]))).not.toContain(token);
  });

  test('that others may write to, or read tokens in', () => {
    if (process.platform === 'win32') return;
    expect(refusal(writeTokens([client], 0o620))).toContain('others may write');
    expect(refusal(writeTokens([client], 0o604))).toContain('others may read');
    expect(refusal(writeTokens([client], 0o640))).toBe('');
    const hashed = { name: 'counter', sha256: 'a'.repeat(64), rights: ['look-up'] };
    expect(refusal(writeTokens([hashed], 0o644))).toBe('');
    expect(refusal(writeTokens([hashed, { ...client, name: 'other' }], 0o644))).toContain('others may read');
  });

  test('by the command, with the exit code of an input', async () => {
    write('a.csv', '统一社会信用代码,企业名称\n91350100M000100Y43,甲公司\n');
    writeTokens([client, client]);
    const { code, stderr } = await runUscc(['serve', '--registry', 'a.csv', '--tokens', 'tokens.json'], {
      cwd: folder,
    });
    expect([code, stderr]).toEqual([3, expect.stringContaining('tokens.json')]);
    expect(stderr).not.toContain(token);
  });
});

test('blocks are read with a header, without, with check characters and hyphens; another line is refused', () => {
  const first = { first: 'MA0C0000', last: 'MA0CZZZZ', prefix: '91370911' };
  expect(readBlocks(write('b.csv', '起,止,前缀\nMA0C00000,MA0CZZZZ5,91370911\n'), messages)).toEqual([first]);
  expect(readBlocks(write('b.csv', '# 码段\n\nMA0C0000-0，MA0CZZZZ\r\n'), messages)).toEqual([
    { ...first, prefix: '' },
  ]);
  for (const text of ['', '起,止\n', 'MA0CZZZZ,MA0C0000\nx\n', 'MA0C0000,MA0CZZZZ\nMA0C\n']) {
    expect(() => readBlocks(write('b.csv', text), messages)).toThrow(/b\.csv/);
  }
});

describe('with a ledger and blocks', () => {
  const wrong = '91350100M000100Y44';
  let service: TestService;
  beforeAll(async () => {
    const right = '91350203M0001FUE2P';
    write('l.csv', `统一社会信用代码,企业名称\n${right},甲公司\n${wrong},乙公司\n91350211M0000XUF46,丙公司\n`);
    write('blocks.csv', 'MA0C0000,MA0C3ZZZ,91370911\n');
    const { code, stderr } = await runUscc(['ledger', 'record', 'l.csv', '--period', '2026-11', '--ledger', 'l.db'], {
      cwd: folder,
    });
    expect([code === 0 || code === 1, stderr]).toEqual([true, expect.any(String)]);
    const files = ['--ledger', 'l.db', '--blocks', 'blocks.csv'];
    service = await startService(['--registry', 'l.csv', '--index', 'l', ...files], folder);
  }, 120_000);
  afterAll(() => service.end('SIGTERM'));

  test('an answer says what is open there, and what is exempt once it is', { timeout: 120_000 }, async () => {
    const standing = async () => ((await service.ask(`/v1/codes/${wrong}`)).body as { ledger: unknown }).ledger;
    const problem = { number: 'P-000001', kind: 'check-digit' };
    expect(await standing()).toEqual([{ ...problem, status: 'open' }]);
    const right = await service.ask('/v1/codes/91350203M0001FUE2P');
    expect(right.body).toMatchObject({ ledger: [] });
    const exempt = await runUscc(['ledger', 'exempt', 'P-000001', '--reason', '注销', '--ledger', 'l.db'], {
      cwd: folder,
    });
    expect(exempt.code).toBe(0);
    await expect.poll(standing, { timeout: 60_000 }).toEqual([{ ...problem, status: 'exempt' }]);
  });

  test('a code outside the blocks for such codes is invalid, one in them is not', async () => {
    const apply = async (region: string, organizationCode: string) => {
      const fields = { name: `公司${region}${organizationCode}`, region, category: '91', organizationCode };
      const { outcome, evidence } = (await service.post('/v1/applications', fields)).body as {
        outcome: string;
        evidence: { id: string }[];
      };
      return [outcome, ...evidence.map(({ id }) => id)];
    };
    expect(await apply('370911', 'MA0C00008')).toEqual(['ok']);
    expect(await apply('370911', 'MA0D00009')).toEqual(['invalid', 'outside-block']);
    expect(await apply('370902', 'MA0C00016')).toEqual(['invalid', 'outside-block']);
  });
});
