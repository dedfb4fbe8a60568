import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RUN_COMMANDS } from '../../../src/cli/flags/commands.ts';
import { FLAGS } from '../../../src/cli/flags/index.ts';
import { refreshFlagTables } from '../../../src/cli/help/flag-table.ts';
import { measureWidth } from '../../../src/write/width.ts';
import { listManual, read, root } from '../../guide/manual.ts';
import { MAIN, runUscc } from '../run.ts';

const topics = readdirSync(`${root}src/guide/en`).map((name) => name.replace('.md', ''));

test.each(['en', 'zh'] as const)(
  'the tables of flags in the guide are as they are defined (npm run guide), %s',
  (lang) => {
    for (const path of listManual(lang)) {
      const page = read(path);
      expect(refreshFlagTables(page, lang), path).toBe(page);
    }
  },
);

test('every command has its table of flags in the guide, if it has flags of its own', () => {
  const text = listManual('en').map(read).join('\n');
  const named = [...text.matchAll(/<!-- flags: ([a-z ]+) -->/g)].map(([, name]) => name);
  // Commands within another are told of together.
  const expected = RUN_COMMANDS.filter((name) => name !== 'help' && name !== 'complete' && !name.includes(' '));
  expect(named).toEqual(expect.arrayContaining([...expected, 'general', 'reading']));
});

test.each(['en', 'zh'])(
  'uscc help lists commands and pages, uscc help TOPIC shows a page no wider than the terminal, %s',
  async (lang) => {
    const env = { COLUMNS: '80' };
    const { code, stdout, stderr } = await runUscc(['help', '--lang', lang], { env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const name of [...topics, ...RUN_COMMANDS.map((each) => each.replace(/ .*/, ''))])
      expect(stdout).toMatch(new RegExp(`^ +${name} `, 'm'));
    for (const topic of topics.filter((name) => name !== 'forms' && name !== 'library' && name !== 'architecture')) {
      const page = await runUscc(['help', topic, '--lang', lang], { env });
      expect({ topic, code: page.code, stderr: page.stderr }).toEqual({ topic, code: 0, stderr: '' });
      expect(page.stdout).not.toMatch(/<!--|<\/?details>|\]\(|\|---/);
      // Examples are shown as they are typed.
      const prose = page.stdout.split('\n').filter((line) => !line.startsWith('    '));
      // Lists of columns have no place to break.
      expect(prose.filter((line) => measureWidth(line) > 80 && /\s/.test(line))).toEqual([]);
    }
  },
);

test('uscc help COMMAND is its --help where no page has the name; a slip is told of', async () => {
  expect((await runUscc(['help', 'dedup'])).stdout).toBe((await runUscc(['dedup', '--help'])).stdout);
  expect(await runUscc(['help', 'rate'])).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('Did you mean rates?'),
  });
});

test('the man page names every command and flag, and roff takes it', async () => {
  const { code, stdout } = await runUscc(['help', '--man']);
  expect(code).toBe(0);
  for (const { name } of FLAGS) expect(stdout).toContain(`\\-\\-${name.replaceAll('-', '\\-')}`);
  for (const name of RUN_COMMANDS) expect(stdout).toContain(`uscc ${name}`);
  for (const line of stdout.split('\n')) expect(line).not.toMatch(/^'|^\.(?!TH|SH|B|br|PP|TP|nf|fi)/);
  const { status, stderr, error } = spawnSync('groff', ['-man', '-Tutf8', '-ww', '-K', 'utf8'], { input: stdout });
  if (error !== undefined) return console.info('groff is not installed: the man page is not rendered');
  expect({ status, stderr: stderr.toString() }).toEqual({ status: 0, stderr: '' });
});

test.each(RUN_COMMANDS.filter((name) => name !== 'help' && name !== 'complete'))(
  'the help of uscc %s says what its exit codes mean',
  async (name) => {
    const { stdout } = await runUscc(['--lang', 'en', ...name.split(' '), '--help']);
    expect(stdout).toMatch(/exit codes?\b/i);
  },
);

test.each([
  [['ch'], ['check'], 0],
  [['ledger', 's'], ['send', 'submit', 'status', 'show'], 0],
  [['led'], ['ledger'], 0],
  [['ledge', 's'], [], 0],
  [['check', '--def'], ['--definition'], 4],
  [['check', '--definition', 'lit'], ['literal'], 4],
  [['check', '--format=j'], ['--format=json', '--format=junit'], 4],
  [['check', 'a'], [], 0],
  [['check', '--out', ''], [], 0],
  [['check', '--target', ''], [], 4],
  [['check', '-'], expect.arrayContaining(['--html', '--lang', '--config']), 4],
  [['help', 'gl'], ['glossary'], 4],
  [['generate', '--shape', 'm'], ['mixed', 'multiline'], 4],
])('completes %j', async (words, values, directive) => {
  const { stdout } = await runUscc(['complete', '--', ...words]);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.pop()).toBe(`:${directive}`);
  expect(lines.map((line) => line.split('\t')[0])).toEqual(values);
});

test.each(['bash', 'zsh', 'fish', 'powershell'])('a script for %s', async (shell) => {
  const { code, stdout } = await runUscc(['complete', shell]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/uscc complete '?--/);
});

test.each([
  [['uscc', 'check', '--defi'], '--definition'],
  [['uscc', 'check', '--format', '=', 'ju'], 'junit'],
  [['uscc', 'dedup', '--by', 'code'], 'code\ncode+name'],
  [['uscc', 'help', 'glo'], 'glossary'],
])('bash completes %j with it', async (words, expected) => {
  const { stdout: script } = await runUscc(['complete', 'bash']);
  const quoted = words.map((word) => `'${word}'`).join(' ');
  const program = `${script}
uscc() { '${process.execPath}' '${MAIN}' "$@"; }
COMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}
_uscc; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, error } = spawnSync('bash', ['--norc', '-c', program], { encoding: 'utf8' });
  if (error !== undefined) return console.info('bash is not installed: its completions are not tried');
  expect(stdout.trim()).toBe(expected);
});

test('a shell that has none', async () => {
  expect(await runUscc(['complete', 'tcsh'])).toMatchObject({ code: 2, stderr: expect.stringContaining('bash, zsh') });
});

test('a file alone is checked; without anything to do and without a terminal there is the usage', async () => {
  const file = `${root}fixtures/registry-sample.csv`;
  const alone = await runUscc([file, '--format', 'json']);
  const named = await runUscc(['check', file, '--format', 'json']);
  expect(alone.code).toBe(1);
  expect(JSON.parse(alone.stdout).counts).toEqual(JSON.parse(named.stdout).counts);
  expect(await runUscc(['no-such-file.csv'])).toMatchObject({ code: 2 });
});
