import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import type { Finding } from '../../src/check/findings/finding.ts';
import { FINDINGS_HEADER, formatFindings } from '../../src/report/lists/findings-csv.ts';
import { createPlatform, inputOf } from '../engine/platform.ts';
import { seed, trials } from '../soak/trials.ts';
import { judgeByDesign, maskByDesign, nameByDesign } from './standard.ts';
import { cell, name, rangeBytes, storage, storeTable, unit } from './tables.ts';

/* `check --notes`: every row of findings.csv, worked out record by record. */

type Line = Record<string, string>;
const header = ['企业名称', '统一社会信用代码', '备注', '登记机关'];

/** As a spreadsheet shows it instead of running it. */
function neutralize(text: string): string {
  return /^\s*[=+\-@]/.test(text) ? `'${text}` : text;
}

function listNaively(files: string[][][], notes: boolean): Line[] {
  const lines: Line[] = [];
  const units = new Map<string, string>();
  for (const [index, rows] of files.entries()) {
    let record = 0;
    let line = 1;
    for (const [entity = '', code = '', remark = '', body = ''] of rows) {
      line++;
      if ([entity, code, remark, body].every((text) => text === '')) continue;
      record++;
      const judged = judgeByDesign(code);
      // A unit is called as the export writes it first, and `?` as in `byUnit` where the cell is empty.
      const key = nameByDesign(body);
      if (!units.has(key)) units.set(key, body.normalize('NFKC').trim() || '?');
      const common = {
        file: `${index}.csv`,
        row: String(record),
        line: String(line),
        code: neutralize(maskByDesign(code)),
        normalized: neutralize(maskByDesign(judged.t)),
        authority: judged.authority,
        region: judged.region,
        name: neutralize(entity),
        unit: neutralize(units.get(key) ?? ''),
      };
      const severity =
        judged.partition === 'erroneous' ? 'error' : judged.partition === 'conforming' ? 'info' : 'warning';
      if (judged.issue !== null) lines.push({ ...common, severity, issue: judged.issue });
      for (const note of judged.notes) {
        if (notes || note === 'authority-category') lines.push({ ...common, severity: 'info', issue: note });
      }
    }
  }
  return lines;
}

function countBy(texts: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const text of texts) counts[text] = (counts[text] ?? 0) + 1;
  return counts;
}

const row = fc.tuple(name, cell, fc.constantFrom('', '存续'), unit);
const files = fc.array(fc.tuple(fc.array(row, { minLength: 1, maxLength: 25 }), storage), {
  minLength: 1,
  maxLength: 3,
});

test('findings.csv with and without notes has the rows that the design says', async () => {
  await fc.assert(
    fc.asyncProperty(files, fc.boolean(), rangeBytes, async (tables, notes, width) => {
      const findings: Finding[] = [];
      const inputs = tables.map(([rows, stored], index) => inputOf(storeTable(header, rows, stored), `${index}.csv`));
      const report = await check(
        inputs,
        {
          codeColumn: '统一社会信用代码',
          nameColumn: '企业名称',
          unitColumn: '登记机关',
          notes,
          findings: 'all',
          onFindings: (batch) => void findings.push(...batch),
        },
        createPlatform(width),
      );
      const context = { files: inputs.map(({ path }) => path), sheets: [], lang: 'en' as const, notes };
      const text = FINDINGS_HEADER + formatFindings(findings, context);
      const listed: Line[] = parse(text, { bom: true, columns: true });
      const expected = listNaively(
        tables.map(([rows]) => rows),
        notes,
      );
      const keys = Object.keys(expected[0] ?? {});
      expect(listed.map((line) => Object.fromEntries(keys.map((key) => [key, line[key]])))).toEqual(expected);
      const judged = tables.flatMap(([rows]) =>
        rows.filter((each) => each.some((text) => text !== '')).map(([, code = '']) => judgeByDesign(code)),
      );
      expect(report.records).toBe(judged.length);
      expect(report.notes).toEqual(countBy(judged.flatMap((each) => each.notes)));
      expect(report.issues).toEqual(countBy(judged.flatMap(({ issue }) => issue ?? [])));
    }),
    { numRuns: trials(25, 500), seed: seed() },
  );
});
