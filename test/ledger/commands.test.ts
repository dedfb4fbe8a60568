import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runUscc } from '../cli/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'uscc-month-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const guide = (lang: string): string =>
  readFileSync(new URL(`../../src/guide/${lang}/ledger.md`, import.meta.url), 'utf8');
const schema = (name: string): object =>
  JSON.parse(readFileSync(new URL(`../../src/ledger/${name}.schema.json`, import.meta.url), 'utf8'));

/** The files that the guide has its reader save, in order. */
function saveFiles(lang: string, cwd: string): void {
  for (const [, name = '', content = ''] of guide(lang).matchAll(/^`([^`\n]+\.csv)`[^\n]*\n\n```csv\n(.*?)```/gms)) {
    writeFileSync(join(cwd, name), content);
  }
}

describe.each(['zh', 'en'])('the month as the guide has it (%s)', (lang) => {
  const cwd = join(folder, lang);
  const lines = guide(lang)
    .split('\n')
    .filter((line) => /^uscc ledger .*#/.test(line))
    .map((line) => line.split(/\s+#\s*/));
  beforeAll(() => {
    mkdirSync(cwd);
    saveFiles(lang, cwd);
  });

  it('runs word by word, and says what the guide says', async () => {
    expect(lines).toHaveLength(8);
    for (const [command = '', says = ''] of lines) {
      const { code, stdout, stderr } = await runUscc([...command.split(/\s+/).slice(1), '--lang', lang], { cwd });
      expect([command, code], stderr).toEqual([command, 0]);
      const figures = /^(\d+ opened|新增 \d+|\d+ closed \([^)]*\)|办结 \d+（[^）]*）)/.exec(says)?.[0];
      if (figures !== undefined) expect(stdout).toContain(figures);
    }
  });

  it('gives JSON as the schemas describe it', async () => {
    const ajv = new Ajv2020();
    for (const [args, name] of [
      [['status', '--format', 'json'], 'uscc-ledger-1'],
      [['export', '--format', 'json'], 'uscc-ledger-problems-1'],
      [['show', '1', 'P-000004', '--format', 'json'], 'uscc-ledger-problems-1'],
    ] as const) {
      const { stdout } = await runUscc(['ledger', ...args], { cwd });
      const validate = ajv.compile(schema(name));
      ajv.removeSchema();
      validate(JSON.parse(stdout));
      expect(validate.errors, args.join(' ')).toBeNull();
    }
  });

  it('counts', async () => {
    const { stdout } = await runUscc(['ledger', 'status', '--format', 'json', '--as-of', '2026-12-31'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      problems: { open: 0, answered: 0, overdue: 0, closed: { corrected: 2, removed: 1, kept: 2 }, exempt: 0 },
      correctionRate: { all: { numerator: 3, denominator: 5 }, feedback: { numerator: 1, denominator: 2 } },
      periods: [
        { period: '2026-11', records: 6, codes: 5, opened: 5, closed: 0, open: 5 },
        {
          period: '2026-12',
          records: 5,
          codes: 5,
          opened: 0,
          closed: 5,
          open: 0,
          rates: { literal: { numerator: 0 } },
        },
      ],
    });
  });
});

describe('what is doubtful', () => {
  const ledger = join(folder, 'doubt.db');
  const write = (name: string, rows: string[]): string => {
    const path = join(folder, name);
    writeFileSync(path, `统一社会信用代码,企业名称,登记机关\n${rows.join('\n')}\n`);
    return path;
  };
  const unit = (name: string, count: number): string[] =>
    Array.from({ length: count }, (_, at) => `${at === 0 ? 'X' : ''}${name}${at},${name}公司${at},${name}`);
  const record = (file: string, period: string, ...more: string[]) =>
    runUscc(['ledger', 'record', file, '--period', period, '--ledger', ledger, '--format', 'json', ...more]);
  const whole = write('whole.csv', [...unit('甲局', 20), ...unit('乙局', 20)]);

  it('is asked, and nothing is written without a yes', async () => {
    expect((await record(whole, '2026-10')).code).toBe(0);
    for (const [file, period, questions] of [
      [whole, '2026-10', ['period-recorded']],
      [whole, '2026-09', ['period-out-of-order']],
      [write('part.csv', unit('甲局', 20)), '2026-11', ['shrunk', 'shrunk']],
    ] as const) {
      const refused = await record(file, period);
      expect([period, refused.code, refused.stdout]).toEqual([period, 2, '']);
      const trial = JSON.parse((await record(file, period, '--dry-run')).stdout);
      expect(trial.written).toBe(false);
      expect(trial.questions.map(({ code }: { code: string }) => code)).toEqual(questions);
    }
    const { stdout } = await runUscc(['ledger', 'status', '--ledger', ledger, '--format', 'json']);
    expect(JSON.parse(stdout).periods).toHaveLength(1);
  });

  it('can be tried where there is no ledger, and none is made', async () => {
    const nowhere = join(folder, 'nowhere.db');
    const args = ['--ledger', nowhere, '--dry-run', '--organization', '某市', '--format', 'json'];
    const { stdout } = await runUscc(['ledger', 'record', whole, '--period', '2026-10', ...args]);
    expect(JSON.parse(stdout)).toMatchObject({ written: false, opened: 40 });
    expect(existsSync(nowhere)).toBe(false);
  });

  it('leaves the problems of a unit open that is missing', async () => {
    const recorded = JSON.parse((await record(join(folder, 'part.csv'), '2026-11', '--yes')).stdout);
    expect(recorded).toMatchObject({ written: true, closed: { corrected: 0, removed: 0, kept: 0 }, open: 40 });
  });

  it('adds the figures of an earlier month, and touches no problem', async () => {
    const recorded = JSON.parse((await record(whole, '2026-09', '--yes')).stdout);
    expect(recorded).toMatchObject({ figuresOnly: true, opened: 0 });
    const { stdout } = await runUscc(['ledger', 'status', '--ledger', ledger, '--format', 'json']);
    expect(JSON.parse(stdout).periods.map(({ period }: { period: string }) => period)).toEqual([
      '2026-09',
      '2026-10',
      '2026-11',
    ]);
  });
});

describe('uscc.json', () => {
  const cwd = join(folder, 'settings');
  const readForm = (path: string): string => {
    const parts = unzipSync(readFileSync(join(cwd, path)));
    return Object.values(parts)
      .map((part) => strFromU8(part))
      .join('\n');
  };
  beforeAll(() => {
    mkdirSync(cwd);
    saveFiles('en', cwd);
    const units = [{ unit: '泰山区市场监管局', contact: '李四', phone: '0538-7654321' }];
    const settings = { organization: '泰山区信用中心', period: '二〇二六年第四季度', contact: '张三', units };
    writeFileSync(join(cwd, 'uscc.json'), JSON.stringify(settings));
  });

  it('says who sends, for when, whom to ask and who gets it; flags win', async () => {
    await runUscc(['ledger', 'record', '2026-11.csv', '--period', '2026-11'], { cwd });
    const { stdout, stderr } = await runUscc(['ledger', 'send', '--out', 'sent', '--format', 'json'], { cwd });
    expect(stderr).toContain('uscc.json');
    expect(JSON.parse(stdout).files).toMatchObject([{ contact: '李四', phone: '0538-7654321' }, { problems: 2 }]);
    const sent = readForm('sent/泰山区市场监管局.xlsx');
    for (const text of ['二〇二六年第四季度', '张三']) expect(sent).toContain(text);
    await runUscc(['ledger', 'send', '--out', 'own', '--contact', '王五'], { cwd });
    expect(readForm('own/泰山区市场监管局.xlsx')).toContain('王五');
    expect(readForm('own/泰山区市场监管局.xlsx')).not.toContain('张三');
    await runUscc(['ledger', 'feedback', 'list.csv'], { cwd });
    await runUscc(['ledger', 'collect', 'returned.csv'], { cwd });
    await runUscc(['ledger', 'submit', '-o', 'return.xlsx'], { cwd });
    for (const text of ['泰山区信用中心', '二〇二六年第四季度', '张三'])
      expect(readForm('return.xlsx')).toContain(text);
    const status = await runUscc(['ledger', 'status', '--organization', '泰安市信用中心', '--format', 'json'], { cwd });
    expect(JSON.parse(status.stdout).organization).toBe('泰安市信用中心');
  });
});
