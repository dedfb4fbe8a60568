import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { collect, MAIN, runUscc, startUscc } from './run.ts';

// Public examples: python-stdnum's documentation, and a pilot-era code from a court case.
const GOOD = '91110000600037341L';
const PILOT = '91350211M00013FA1N';
/** The check character is L: position 18 is wrong. */
const BAD = '91110000600037341M';
/** The example of GB 11643, the standard for resident ID numbers. */
const RESIDENT = '11010519491231002X';
const BIRTH = '19491231';

describe('uscc validate', () => {
  test('a conforming code: verdict and parts, exit 0', async () => {
    const { code, stdout, stderr } = await runUscc(['validate', GOOD, '--lang', 'zh']);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const lines = stdout.split('\n').map((line) => line.trim().split(/ {2,}/));
    expect(lines[0]).toEqual([GOOD, '合规']);
    expect(lines).toContainEqual(['登记管理部门', '9', expect.stringMatching(/工商|市场监管/)]);
    expect(lines).toContainEqual(['机构类别', '1', '企业']);
    expect(lines).toContainEqual(['登记管理机关行政区划', '110000', '北京市']);
    expect(lines).toContainEqual(['主体标识码', '600037341']);
    expect(lines).toContainEqual(['校验码', 'L']);
  });

  test('a wrong check character: the place is marked and the right code suggested, exit 1', async () => {
    const { code, stdout } = await runUscc(['validate', BAD, '--lang', 'zh']);
    expect(code).toBe(1);
    const lines = stdout.split('\n');
    expect(lines[0]).toBe(`${BAD}  错码`);
    const shown = lines.findIndex((line, index) => index > 0 && line.trim() === BAD);
    expect(lines[shown + 1]?.trim()).toBe('^');
    expect(lines[shown + 1]?.indexOf('^')).toBe((lines[shown]?.indexOf(BAD) ?? 0) + 17);
    expect(stdout).toMatch(new RegExp(`建议 .*${GOOD}`));
  });

  test('the mark stands under a character after double-width ones', async () => {
    // 18 characters, Chinese ones from position 3 on; the first of them is marked.
    const { stdout } = await runUscc(['validate', '91中国000600037341LX']);
    const lines = stdout.split('\n');
    const shown = lines.findIndex((line, index) => index > 0 && line.includes('91中国'));
    expect(lines[shown + 1]?.indexOf('^')).toBe((lines[shown]?.indexOf('91中') ?? 0) + 2);
    // An O at position 8 behind two Chinese characters: six columns of six characters, two more for the wide ones.
    const second = await runUscc(['validate', '91110000O00037341L']);
    const marked = second.stdout.split('\n').find((line) => line.trim() === '^');
    expect(marked?.indexOf('^')).toBe(4 + 8);
  });

  test('several codes: a block each and a tally', async () => {
    const { code, stdout } = await runUscc(['validate', GOOD, BAD, PILOT, '--lang', 'en']);
    expect(code).toBe(1);
    expect(stdout).toContain('3 codes: 2 conform, 1 do not');
  });

  test('--format json: an array of verdicts with suggestions', async () => {
    const { code, stdout } = await runUscc(['validate', ` ${GOOD.toLowerCase()}`, BAD, PILOT, '--format', 'json']);
    expect(code).toBe(1);
    const verdicts = JSON.parse(stdout);
    expect(verdicts).toMatchObject([
      {
        input: ` ${GOOD.toLowerCase()}`,
        normalized: GOOD,
        partition: 'conforming',
        issues: [],
        notes: ['format'],
        parts: {
          authority: { code: '9' },
          category: { code: '1', name: '企业' },
          region: { code: '110000', name: '北京市', status: 'in-use' },
          organizationCode: '600037341',
          checkCharacter: 'L',
        },
        suggestions: [],
      },
      { partition: 'erroneous', issues: [{ code: 'check-digit', at: 18, actual: 'M', expected: 'L' }] },
      { partition: 'conforming', issues: [{ code: 'pilot-era' }] },
    ]);
    expect(verdicts[1].suggestions.map((suggestion: { value: string }) => suggestion.value)).toContain(GOOD);
  });

  test('standard input, one a line; empty lines are skipped', async () => {
    const input = `\ufeff${GOOD}\r\n\r\n${BAD}\n`;
    for (const args of [['validate'], ['validate', '-']]) {
      const { code, stdout } = await runUscc([...args, '--format', 'json'], { input });
      expect(code).toBe(1);
      expect(JSON.parse(stdout).map((verdict: { normalized: string }) => verdict.normalized)).toEqual([GOOD, BAD]);
    }
  });

  test('no codes at all: exit 2', async () => {
    const { code, stdout, stderr } = await runUscc(['validate'], { input: '\n' });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^uscc: error: no code given.*\n$/);
  });

  test('resident ID numbers are masked everywhere', async () => {
    for (const format of ['text', 'json']) {
      const { code, stdout, stderr } = await runUscc(['validate', RESIDENT, `${RESIDENT}00`, '--format', format]);
      expect(code).toBe(1);
      expect(stderr).toBe('');
      expect(stdout).toContain('110105********002X');
      expect(stdout).not.toContain(BIRTH);
      expect(stdout.replaceAll(/\s/g, '')).not.toContain('491231');
    }
    for (const args of [[RESIDENT], ['check', RESIDENT], ['validate', GOOD, '--format', RESIDENT]]) {
      const { code, stdout, stderr } = await runUscc(args);
      expect(code).toBeGreaterThanOrEqual(2);
      expect(stdout + stderr).not.toContain(BIRTH);
    }
  });

  test('nothing that a terminal obeys gets through', async () => {
    const nasty = '\u001b[2J\u0007\u009b31m\u202e甲';
    for (const format of ['text', 'json']) {
      const { stdout } = await runUscc(['validate', nasty, '--format', format]);
      expect(stdout).toContain('甲');
      expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    }
    const { stderr } = await runUscc(['validate', GOOD, '--format', nasty]);
    expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });
});

describe('many codes', () => {
  const lines = 150_000;

  test.each(['text', 'json'])('%s streams in little memory', async (format) => {
    const child = startUscc(['validate', '--format', format], { nodeFlags: ['--max-old-space-size=48'] });
    const input = `${`${GOOD}\n`.repeat(1000)}`;
    let written = '';
    let bytes = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      written = (written + chunk.toString('latin1')).slice(-200);
    });
    const ended = once(child, 'close');
    for (let sent = 0; sent < lines; sent += 1000) {
      if (!child.stdin.write(input)) await Promise.race([once(child.stdin, 'drain'), ended]);
    }
    child.stdin.end();
    const [code] = await ended;
    expect(code).toBe(0);
    expect(bytes).toBeGreaterThan(lines * 100);
    expect(written.trimEnd()).toMatch(format === 'json' ? /\}\n\]$/ : /150000 codes: 150000 conform/);
  });

  test('a slow reader holds the writer back', async () => {
    const child = startUscc(['validate', '--format', 'json']);
    child.stdout.pause();
    let sent = 0;
    const timer = setTimeout(() => child.kill('SIGKILL'), 1500);
    const input = `${GOOD}\n`.repeat(1000);
    while (child.exitCode === null && child.signalCode === null && sent < 5000) {
      sent++;
      if (!child.stdin.write(input))
        await Promise.race([once(child.stdin, 'drain').catch(() => {}), once(child, 'exit')]);
    }
    clearTimeout(timer);
    child.kill('SIGKILL');
    // Five million codes would be 95 MB in and 2 GB out; the pipes fill long before.
    expect(sent).toBeLessThan(500);
  });

  test('a reader that goes away ends it quietly', async () => {
    const child = startUscc(['validate', '--format', 'json']);
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.stdout.once('data', () => child.stdout.destroy());
    child.stdin.write(`${GOOD}\n`.repeat(100_000));
    const [code] = await once(child, 'close');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test('a line without end is refused', async () => {
    const { code, stderr } = await runUscc(['validate'], { input: 'x'.repeat(200_000) });
    expect(code).toBe(3);
    expect(stderr).toMatch(/^uscc: error: standard input, line 1: .*\n$/);
  });
});

describe('faults', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('%s: exit 130', async (signal) => {
    const child = startUscc(['validate']);
    const result = collect(child);
    child.stdin.write(`${GOOD}\n`.repeat(20_000));
    await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
    child.kill(signal);
    const { code, stderr } = await result;
    expect(code).toBe(130);
    expect(stderr).toMatch(/^uscc: error: interrupted.*\n$/);
  });

  test.skipIf(!existsSync('/dev/full'))('a full disk behind standard output: exit 3', () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [MAIN, 'validate', GOOD, '--lang', 'en'], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    expect(status).toBe(3);
    expect(stderr).toMatch(/^uscc: error: standard output: cannot be written \(no space left on the disk\)\. .+\n$/);
  });
});
