import type { DuplicateRecord, Finding } from '../../src/check/findings/finding.ts';
import type { Report } from '../../src/check/report.ts';
import { createHtmlWriter } from '../../src/report/html/html-writer.ts';
import { sampleReport } from './sample.ts';

/** Cells that would be markup, script, a formula, or turn the direction of writing round. */
export const hostile = [
  '<script>alert(1)</script>',
  '</script><script>alert(2)</script>',
  '"><img src=x onerror=alert(3)>',
  '<!--<script>',
  "' onmouseover='alert(4)",
  '&lt;b&gt;',
  'a\u2028b\u2029c\u202ed',
  '=HYPERLINK("http://example.com")',
  '\ud800',
];

/** The page of a report, as the writer writes it. */
export async function writePage(
  report: Report,
  findings: Finding[],
  duplicates: DuplicateRecord[],
  lang: 'zh' | 'en' = 'zh',
): Promise<string> {
  const chunks: string[] = [];
  const write = async (chunk: string | Uint8Array): Promise<void> => void chunks.push(String(chunk));
  const writer = createHtmlWriter(write, {
    files: report.files.map(({ path }) => path),
    sheets: [],
    lang,
    notes: false,
  });
  for (let at = 0; at < findings.length; at += 1000) await writer.addFindings(findings.slice(at, at + 1000));
  await writer.addDuplicates(duplicates);
  await writer.finish(report);
  return chunks.join('');
}

/** A report whose every text from outside is one hostile cell. */
export function makeHostileReport(text: string): Report {
  return {
    ...sampleReport,
    files: sampleReport.files.map((file) => ({
      ...file,
      path: text,
      codeColumn: text,
      nameColumn: text,
      unitColumn: text,
    })),
    byRegion: sampleReport.byRegion.map((row) => ({ ...row, name: text })),
    byUnit: sampleReport.byRegion.map(({ region: _region, name: _name, ...row }) => ({
      ...row,
      unit: text,
      conversion: row.conforming / (row.conforming + row.unconverted),
    })),
    causes: [
      {
        code: 'complement',
        count: 2,
        total: 3,
        places: [],
        scope: { kind: 'unit', value: text, name: text, count: 1 },
        message: text,
      },
    ],
    assessments: [
      {
        ...{ name: text, title: text, source: text, message: text },
        ...{ chosen: true, met: false, points: -0.5, mostPoints: 2, away: 4 },
        units: [{ unit: text, name: text, problems: 4, points: -0.5 }],
      },
    ],
    warnings: [{ code: 'open-quote', message: text, file: text }],
  };
}

/** Findings of many kinds: every tenth has no code, the others a wrong check character. */
export function makeFindings(count: number): Finding[] {
  return Array.from({ length: count }, (_, index): Finding => {
    const digits = String(index).padStart(8, '0');
    const region = index % 3 === 0 ? '370900' : '350100';
    const isMissing = index % 10 === 9;
    return {
      file: index % 2,
      row: index + 1,
      line: index + 2,
      partition: isMissing ? 'missing' : 'erroneous',
      issue: isMissing ? { code: 'missing' } : { code: 'check-digit', at: 18, actual: '4', expected: '3' },
      notes: [],
      code: isMissing ? '' : `91${region}${digits}X4`,
      normalized: isMissing ? '' : `91${region}${digits}X4`,
      suggestion: isMissing ? null : `91${region}${digits}X3`,
      authority: isMissing ? '?' : '9',
      region: isMissing ? '?' : region,
      name: `第${index}号有限公司`,
      unit: index % 4 === 0 ? '市审批局' : '县市场监管局',
    };
  });
}
