import { unzipSync } from 'fflate';
import type { DuplicateRecord, Finding } from '../../../src/check/findings/finding.ts';
import type { Report } from '../../../src/check/report.ts';
import { createWorkbookWriter } from '../../../src/report/workbook/workbook-writer.ts';
import type { Suspect } from '../../../src/suspects/suspect.ts';
import type { WorkbookLimits } from '../../../src/write/workbook/limits.ts';
import type { Packing } from '../../../src/write/workbook/packing.ts';
import { sampleReport } from '../sample.ts';

interface Content {
  findings?: Finding[];
  duplicates?: DuplicateRecord[];
  report?: Report;
  lang?: 'zh' | 'en';
  files?: string[];
  limits?: WorkbookLimits;
  packing?: Packing;
  suspects?: Suspect[];
}

/** A workbook in memory. */
export async function writeWorkbook(content: Content): Promise<Buffer> {
  const {
    findings = [],
    duplicates = [],
    report = sampleReport,
    lang = 'zh',
    files = ['城区.csv', 'county/b.txt'],
  } = content;
  const chunks: (string | Uint8Array)[] = [];
  const writer = createWorkbookWriter(
    async (chunk) => void chunks.push(typeof chunk === 'string' ? chunk : chunk.slice()),
    { files, sheets: [], lang, notes: false },
    content.packing,
    content.limits,
  );
  await writer.addFindings(findings);
  await writer.addDuplicates(duplicates);
  if (content.suspects !== undefined) await writer.addSuspects?.(content.suspects);
  await writer.finish(report);
  return Buffer.concat(chunks.map((chunk) => Buffer.from(chunk)));
}

/** The parts of a workbook, as text. */
export function readParts(workbook: Buffer): Map<string, string> {
  const parts = Object.entries(unzipSync(workbook));
  return new Map(parts.map(([path, bytes]) => [path, new TextDecoder('utf-8', { fatal: true }).decode(bytes)]));
}

/** An erroneous record with everything plain but what is given. */
export function makeFinding(given: Partial<Finding> = {}): Finding {
  return {
    file: 0,
    row: 1,
    line: 2,
    partition: 'erroneous',
    issue: { code: 'check-digit', at: 18, actual: '4', expected: '3' },
    notes: [],
    code: '91350100M000100Y44',
    normalized: '91350100M000100Y44',
    suggestion: '91350100M000100Y43',
    authority: '9',
    region: '350100',
    name: '甲公司',
    unit: null,
    ...given,
  };
}
