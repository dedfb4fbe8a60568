import { Ajv2020 } from 'ajv/dist/2020.js';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { DuplicateRecord, Finding } from '../../src/check/findings/finding.ts';
import type { Report } from '../../src/check/report.ts';
import { createJunitWriter } from '../../src/report/junit.ts';
import { createMarkdownWriter } from '../../src/report/markdown.ts';
import { createNdjsonWriter } from '../../src/report/ndjson.ts';
import type { CreateReportWriter } from '../../src/report/report-writer.ts';
import { createSarifWriterOf } from '../../src/report/sarif.ts';
import { sampleDuplicates, sampleFindings, sampleReport } from './sample.ts';
import { expectReport } from './schema.ts';

const createSarifWriter = createSarifWriterOf('1.2.3');
const nasty = '\u0000\u001b[2J\ud800]]><b>&"\'|`\n# @x\ufffe\u2028';
const [firstFinding] = sampleFindings;
const [firstDuplicate] = sampleDuplicates;
if (firstFinding === undefined || firstDuplicate === undefined) throw new Error('no sample');
const nastyFinding: Finding = { ...firstFinding, code: nasty, normalized: nasty, name: nasty, unit: nasty };
const nastyDuplicate: DuplicateRecord = { ...firstDuplicate, name: nasty, unit: nasty };

const assessed: Report = {
  ...sampleReport,
  assessments: [
    {
      name: 'mine',
      title: nasty,
      source: nasty,
      chosen: false,
      met: false,
      points: -0.5,
      mostPoints: 2,
      away: 4,
      units: [{ unit: '9', name: null, problems: 1, points: -0.5 }],
      message: nasty,
    },
  ],
  causes: [
    {
      code: 'complement',
      count: 5,
      total: 6,
      scope: { kind: 'region', value: '370900', name: '山东省泰安市', count: 4 },
      places: [{ kind: 'region', value: '370900', name: '山东省泰安市', count: 4 }],
      message: '五个中有四个',
    },
  ],
};

interface Given {
  report?: Report;
  findings?: Finding[];
  duplicates?: DuplicateRecord[];
  lang?: 'zh' | 'en';
}

/** What a writer makes of the sample, fed in batches of one. */
async function run(create: CreateReportWriter, given: Given = {}): Promise<string> {
  const { report = assessed, findings = [...sampleFindings, nastyFinding], lang = 'zh' } = given;
  const { duplicates = [...sampleDuplicates, nastyDuplicate] } = given;
  let text = '';
  const write = async (chunk: string | Uint8Array): Promise<void> => {
    text += typeof chunk === 'string' ? chunk : new TextDecoder().decode(chunk);
  };
  const writer = create(write, { files: report.files.map(({ path }) => path), sheets: [], lang, notes: true });
  for (const finding of findings) await writer.addFindings([finding]);
  for (const duplicate of duplicates) await writer.addDuplicates([duplicate]);
  await writer.finish(report);
  return text;
}

test('the hand-written sample is a report by the schema', () => expectReport(assessed));

test('NDJSON: one object a line, findings and notes, duplicates, the report last', async () => {
  const lines = (await run(createNdjsonWriter))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const types = lines.map(({ type }) => type);
  const rows = [...sampleFindings, nastyFinding].map(({ issue, notes }) => (issue === null ? 0 : 1) + notes.length);
  expect(types).toEqual([
    ...Array(rows.reduce((sum, count) => sum + count)).fill('finding'),
    ...Array(sampleDuplicates.length + 1).fill('duplicate'),
    'summary',
  ]);
  expect(types.filter((type) => type === 'duplicate')).toHaveLength(sampleDuplicates.length + 1);
  expect(lines[0]).toEqual({
    type: 'finding',
    file: '城区.csv',
    row: 12,
    line: 13,
    severity: 'error',
    issue: 'check-digit',
    code: '9935 0100M000100Y44',
    normalized: '99350100M000100Y44',
    explanation: expect.stringContaining('31 减余数'),
    suggestion: '99350100M000100Y43',
    authority: '9',
    region: '350100',
    name: '甲"乙",丙公司',
    unit: null,
    sheet: null,
    sheetRow: null,
  });
  const { type: _, ...summary } = lines.at(-1);
  expect(summary).toEqual(JSON.parse(JSON.stringify(assessed)));
});

describe('SARIF', () => {
  const text = {
    type: 'object',
    required: ['text'],
    additionalProperties: false,
    properties: { text: { type: 'string', minLength: 1 } },
  };
  const location = {
    type: 'object',
    additionalProperties: false,
    required: ['physicalLocation'],
    properties: {
      physicalLocation: {
        type: 'object',
        additionalProperties: false,
        required: ['artifactLocation'],
        properties: {
          artifactLocation: {
            type: 'object',
            required: ['uri'],
            properties: { uri: { type: 'string', pattern: "^[A-Za-z0-9/._~:%!*'()-]+$" } },
          },
          region: {
            type: 'object',
            required: ['startLine'],
            properties: { startLine: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  };
  const level = { enum: ['none', 'note', 'warning', 'error'] };
  const any = true;
  /**
   * What the specification requires of the parts that are written (sections 3.13, 3.14, 3.18, 3.19, 3.20, 3.27, 3.28, 3.49,
   * 3.58), which as in its schema have no other properties.
   */
  const validate = new Ajv2020({ allErrors: true }).compile({
    type: 'object',
    required: ['version', 'runs', '$schema'],
    additionalProperties: false,
    properties: {
      $schema: { type: 'string', pattern: '^https://' },
      version: { const: '2.1.0' },
      runs: {
        type: 'array',
        minItems: 1,
        maxItems: 1,
        items: {
          type: 'object',
          required: ['tool', 'results', 'invocations'],
          additionalProperties: false,
          properties: {
            properties: { type: 'object' },
            language: { type: 'string', pattern: '^[a-z]{2}$' },
            columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
            tool: {
              type: 'object',
              required: ['driver'],
              properties: {
                driver: {
                  type: 'object',
                  required: ['name', 'version', 'semanticVersion', 'rules'],
                  additionalProperties: false,
                  properties: {
                    name: { const: 'uscc-toolkit' },
                    version: { const: '1.2.3' },
                    semanticVersion: { const: '1.2.3' },
                    language: { type: 'string', pattern: '^[a-z]{2}$' },
                    rules: {
                      type: 'array',
                      uniqueItems: true,
                      items: {
                        type: 'object',
                        required: ['id', 'name', 'shortDescription', 'fullDescription', 'help'],
                        additionalProperties: false,
                        properties: {
                          id: { type: 'string', minLength: 1 },
                          name: { type: 'string', pattern: '^([A-Z][a-z]+)+$' },
                          fullDescription: text,
                          shortDescription: text,
                          help: text,
                          defaultConfiguration: { type: 'object', additionalProperties: false, properties: { level } },
                        },
                      },
                    },
                  },
                },
              },
            },
            results: {
              type: 'array',
              items: {
                type: 'object',
                required: ['ruleId', 'level', 'message', 'locations'],
                additionalProperties: false,
                properties: {
                  ...{ ruleId: any, properties: { type: 'object' }, message: text, level },
                  locations: { type: 'array', minItems: 1, items: location },
                },
              },
            },
            invocations: {
              type: 'array',
              items: {
                type: 'object',
                required: ['executionSuccessful'],
                additionalProperties: false,
                properties: {
                  executionSuccessful: { type: 'boolean' },
                  toolExecutionNotifications: {
                    type: 'array',
                    items: {
                      type: 'object',
                      required: ['message'],
                      additionalProperties: false,
                      properties: {
                        descriptor: { type: 'object', required: ['id'] },
                        message: text,
                        level,
                        locations: { type: 'array', items: location },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  });

  test.each(['zh', 'en'] as const)('is what the specification asks for (%s)', async (lang) => {
    const log = JSON.parse(await run(createSarifWriter, { lang }));
    validate(log);
    expect(validate.errors ?? []).toEqual([]);
    const [{ results, tool, properties }] = log.runs;
    const rules = tool.driver.rules.map(({ id }: { id: string }) => id);
    for (const { ruleId } of results) expect(rules).toContain(ruleId);
    expect(results[0]).toMatchObject({
      ruleId: 'check-digit',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: '%E5%9F%8E%E5%8C%BA.csv' },
            region: { startLine: 13 },
          },
        },
      ],
    });
    expect(results.filter(({ ruleId }: { ruleId: string }) => ruleId.startsWith('duplicate'))).toHaveLength(
      sampleDuplicates.length + 1,
    );
    expect(properties.target).toEqual(sampleReport.target);
  });

  test('nothing found: still a log', async () => {
    const log = JSON.parse(await run(createSarifWriter, { findings: [], duplicates: [] }));
    validate(log);
    expect(validate.errors ?? []).toEqual([]);
    expect(log.runs[0].results).toEqual([]);
  });

  test('many results are all there, and the run says that services may take fewer', async () => {
    const findings = Array.from({ length: 25_001 }, () => ({ ...firstFinding, notes: [] }));
    const log = JSON.parse(await run(createSarifWriter, { findings, duplicates: [] }));
    expect(log.runs[0].results).toHaveLength(25_001);
    const notifications = log.runs[0].invocations[0].toolExecutionNotifications;
    expect(notifications.at(-1).message.text).toContain('25,000');
    expect(notifications.at(-2).message.text).toContain('25,001');
  });
});

describe('JUnit', () => {
  async function read(given: Given = {}) {
    const cases: { suite: string; name: string; result: string; message: string; text: string }[] = [];
    const suites: Record<string, string>[] = [];
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name, attributes }) => {
      if (name.startsWith('testsuite')) suites.push(attributes);
      const last = cases.at(-1);
      if (name === 'testcase') {
        const { classname = '', name: title = '' } = attributes;
        cases.push({ suite: classname, name: title, result: 'passed', message: '', text: '' });
      } else if (last !== undefined && ['failure', 'skipped'].includes(name)) {
        last.result = name;
        last.message = attributes.message ?? '';
      }
    });
    parser.on('text', (text) => {
      const last = cases.at(-1);
      if (last !== undefined) last.text += text;
    });
    parser.write(await run(createJunitWriter, given)).close();
    return { cases, suites };
  }

  test('what decides fails, what does not is skipped; the sums are right', async () => {
    const { cases, suites } = await read();
    const find = (start: string) => cases.find(({ name }) => name.startsWith(start));
    expect(find('目标')).toMatchObject({ result: 'failure', message: expect.stringContaining('0.0200%') });
    expect(find('mine')).toMatchObject({ result: 'skipped' });
    expect(find('check-digit')).toMatchObject({
      result: 'failure',
      text: expect.stringContaining('99350100M000100Y43'),
    });
    expect(find('charset')).toMatchObject({ result: 'passed' });
    expect(find('registration-number')).toMatchObject({ result: 'passed' });
    expect(find('duplicate-conflicting')).toMatchObject({
      result: 'failure',
      text: expect.stringContaining('第 6 行（记录 5）'),
    });
    const [all, ...each] = suites;
    for (const key of ['tests', 'failures', 'skipped']) {
      expect(each.reduce((sum, suite) => sum + Number(suite[key]), 0)).toBe(Number(all?.[key]));
    }
    expect(Number(all?.tests)).toBe(cases.length);
    expect(Number(all?.failures)).toBe(cases.filter(({ result }) => result === 'failure').length);
  });

  test('a chosen assessment decides instead of the target', async () => {
    const [mine] = assessed.assessments;
    if (mine === undefined) throw new Error('no sample');
    const { cases } = await read({ report: { ...assessed, assessments: [{ ...mine, chosen: true, met: true }] } });
    expect(cases.map(({ result }) => result)).not.toContain('failure');
    const missed = await read({ report: { ...assessed, assessments: [{ ...mine, chosen: true }] } });
    expect(missed.cases.find(({ name }) => name.startsWith('mine'))?.result).toBe('failure');
    expect(missed.cases.find(({ name }) => name.startsWith('目标'))?.result).toBe('skipped');
  });
});

test('Markdown: sections, and nothing from data that would be more than text', async () => {
  for (const lang of ['zh', 'en'] as const) {
    const [authority] = assessed.byAuthority;
    if (authority === undefined) throw new Error('no sample');
    const units = [nasty, '甲|乙\n| 丙 | 丁 |\r\n<script>', '='.repeat(300)];
    const byUnit = units.map((unit) => ({ ...authority, unit, conversion: 1, problems: 3 }));
    const text = await run(createMarkdownWriter, { lang, report: { ...assessed, byUnit } });
    expect(text).toContain('甲\\|乙');
    expect(text).toMatch(/^# .+\n\n\*\*.+0\.0200%.+\*\*\n/);
    expect(text).toContain('| → | literal |');
    expect(text).toContain('五个中有四个');
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028]/);
    expect(text).not.toContain('<b>');
    for (const line of text.split('\n').filter((each) => each.startsWith('|'))) {
      expect(line.replaceAll('\\|', '')).toMatch(/^\|.*\|$/);
    }
    const columns = (line: string) => line.replaceAll('\\|', '').split('|').length;
    for (const table of text.split('\n\n').filter((each) => each.startsWith('|'))) {
      expect(new Set(table.split('\n').map(columns)).size).toBe(1);
    }
  }
});

test('Markdown: of thousands of files and warnings a few are named and all are counted', async () => {
  const [file] = assessed.files;
  const warning = { code: 'no-table', file: 'x.csv', message: 'x' };
  const report = {
    ...assessed,
    files: Array.from({ length: 3000 }, () => ({ ...file })),
    warnings: Array.from({ length: 2000 }, () => ({ ...warning })),
  } as unknown as Report;
  const text = await run(createMarkdownWriter, { report, lang: 'en' });
  expect(text.length).toBeLessThan(20_000);
  expect(text).toContain('\n\n… +2,950\n');
  expect(text).toContain('- 1,950 more.');
});
