import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/check/report.ts';
import { renderSummary } from '../../src/report/terminal/text.ts';
import { colorStyle, plainStyle } from '../../src/write/style.ts';
import { sampleDuplicates, sampleFindings, sampleReport } from './sample.ts';

function render(report: Report, lang: 'zh' | 'en', folder: string | null = null): string {
  const examples = { findings: sampleFindings, duplicates: sampleDuplicates };
  return renderSummary({ report, lang, style: plainStyle, ...examples, folder, written: [] });
}

function withTarget(target: Partial<Report['target']>): Report {
  return { ...sampleReport, target: { ...sampleReport.target, ...target } };
}

describe('the verdict comes first', () => {
  test('missed', () => {
    const [first, second] = render(sampleReport, 'zh').split('\n');
    expect(first).toBe('未达标：重错码率 0.0200%，须低于 0.01%');
    expect(second).toContain('代码总量 30,000');
    expect(second).toContain('最多允许 2，至少还要改正 4');
    expect(render(sampleReport, 'en')).toMatch(/^TARGET MISSED: 0\.0200%, must be below 0\.01%\n6 of 30,000 codes/);
  });

  test('met', () => {
    const report = withTarget({ value: 0.001, met: true, allowed: 29, excess: 0 });
    expect(render(report, 'zh')).toMatch(/^达标：重错码率 0\.0200%，低于 0\.1%\n/);
    expect(render(report, 'en')).toMatch(/^WITHIN TARGET: 0\.0200%, below 0\.1%\n/);
  });

  test('a target of zero', () => {
    expect(render(withTarget({ value: 0, allowed: 0, excess: 6 }), 'zh')).toMatch(
      /^未达标：重错码率 0\.0200%，须为 0\n/,
    );
  });

  test('no codes at all', () => {
    const none = { numerator: 0, denominator: 0, value: null };
    const report: Report = {
      ...sampleReport,
      rates: {
        literal: none,
        assignment: none,
        conflicting: none,
        'all-duplicates': none,
        erroneous: none,
        'check-digit': none,
        'with-unconverted': none,
      },
    };
    expect(render(report, 'zh')).toMatch(/^未达标：没有一个代码可以计入代码总量/);
    expect(render(report, 'en')).toMatch(/^TARGET MISSED: not one code/);
  });
});

describe('definitions', () => {
  test('a plain sentence when they disagree', () => {
    // Exactly 0.01% (erroneous, 3 of 30,000) is not below it.
    expect(render(sampleReport, 'zh')).toContain(
      '按 check-digit 达标，按 literal、conflicting、all-duplicates、erroneous、with-unconverted 不达标。本报告按 literal 判定',
    );
    expect(render(sampleReport, 'en')).toContain('within target by check-digit; missed by literal,');
  });

  test('a plain sentence when they agree', () => {
    expect(render(withTarget({ value: 0.01, met: true }), 'zh')).toContain('各口径结论一致：都达标。');
    expect(render(withTarget({ value: 0 }), 'en')).toContain('All definitions agree: the target is missed.');
  });

  test('the one that judges is marked', () => {
    expect(render(sampleReport, 'en')).toMatch(/^> {2}literal +.*6 \/ 30,000 +0\.0200% +missed$/m);
    expect(render(sampleReport, 'en')).toMatch(/^ {3}check-digit +.*2 \/ 30,000 +0\.0067% +within$/m);
  });
});

test('counts add up to all records', () => {
  expect(render(sampleReport, 'zh')).toMatch(
    /^记录 +30,100\n {2}合规 +29,997 .*\n {2}错码 +3 .*\n {2}未换码 +60 .*\n {2}缺码 +40 .*\n空行（不计入） +2\n/m,
  );
});

test('what counts against the rate is listed first', () => {
  const text = render(sampleReport, 'zh');
  const at = ['校验码错误', '长度或格式不符', '没有填写代码', '工商注册号'].map((title) => text.indexOf(title));
  expect(at).toEqual(at.toSorted((a, b) => a - b));
  expect(at[0]).toBeGreaterThan(0);
});

test('groups without problems are left out, the worst come first', () => {
  const text = render(sampleReport, 'zh');
  expect(text).toMatch(/^ {2}9 +5 +29,000 +0\.0172% +/m);
  expect(text).not.toMatch(/^ {2}5 +0 /m);
  expect(text).toMatch(/^ {2}370900 +5 .*山东省泰安市$/m);
});

test('examples: erroneous and missing records, and duplicates with where they stand', () => {
  const text = render(sampleReport, 'zh');
  expect(text).toContain('城区.csv 第 13 行（记录 12）');
  expect(text).toContain('99350100M000100Y43');
  expect(text).toMatch(
    /一码多赋 91350100M000100Y43\n +城区\.csv 第 6 行（记录 5） {2}甲公司\n +county\/b\.txt 第 4 行/,
  );
});

test('a table in a database has no size, encoding or delimiter', () => {
  const files = sampleReport.files.map((file) => ({ ...file, path: 'duckdb:a.db#t', bytes: 0 }));
  const line = /^ *duckdb:a\.db#t.*$/m.exec(render({ ...sampleReport, files }, 'en'))?.[0];
  expect(line).toContain('in its database');
  expect(line).not.toMatch(/UTF-8|comma|0 B/);
});

test('where the files are', () => {
  expect(render(sampleReport, 'zh')).toContain('--out');
  const text = render(sampleReport, 'zh', 'reports/五月');
  expect(text).toContain('已写入 reports/五月\n  report.html');
  expect(text).not.toContain('--out');
});

test('nothing that a terminal obeys gets through', () => {
  const nasty = '\u001b[2J\u0007\u202e\n甲';
  const [file] = sampleReport.files;
  const [finding] = sampleFindings;
  const [duplicate] = sampleDuplicates;
  if (file === undefined || finding === undefined || duplicate === undefined) throw new Error('no sample');
  const text = renderSummary({
    report: {
      ...sampleReport,
      files: [{ ...file, path: nasty, codeColumn: nasty, nameColumn: nasty }],
      warnings: [{ code: 'open-quote', message: nasty }],
    },
    lang: 'zh',
    style: plainStyle,
    findings: [{ ...finding, code: nasty, normalized: nasty, name: nasty }],
    duplicates: [{ ...duplicate, code: nasty, name: nasty }],
    folder: nasty,
    written: [nasty],
  });
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
});

test('colours change nothing but colours', () => {
  const summary = {
    report: sampleReport,
    lang: 'zh' as const,
    findings: [],
    duplicates: [],
    folder: null,
    written: [],
  };
  const colored = renderSummary({ ...summary, style: colorStyle });
  expect(colored).toContain('\u001b[31m');
  expect(colored.replace(/\u001b\[\d+m/g, '')).toBe(renderSummary({ ...summary, style: plainStyle }));
});

test('of many warnings the first ten', () => {
  const warnings = Array.from({ length: 25 }, (_, i) => ({ code: 'open-quote' as const, message: `警告${i + 1}。` }));
  const text = render({ ...sampleReport, warnings }, 'zh');
  expect(text).toContain('警告10。');
  expect(text).not.toContain('警告11。');
  expect(text).toContain('另有 15 条');
});
