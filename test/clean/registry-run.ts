import { type OpenRegistry, openRegistry } from '../../src/clean/lookup/open-registry.ts';
import { judge } from '../../src/code/cell/judge.ts';
import { normalizeName } from '../../src/code/cell/normalize.ts';
import { createDecode } from '../../src/engine/scan/cell.ts';
import { scanByReference } from '../../src/engine/scan/reference.ts';
import { createPlatform, inputOf } from '../engine/platform.ts';

export const columns = { codeColumn: '统一社会信用代码', nameColumn: '企业名称' };

/** A record of an export by csv-parse: name, code, date. */
export interface Row {
  name: string;
  cell: string;
  code: string;
  isConforming: boolean;
  /** The nine characters of a conforming code or of a legacy identifier that holds them; else empty. */
  organization: string;
}

/** Records of a text as `registryExport` writes it. */
export function readRows(text: string): Row[] {
  const { records } = scanByReference(new TextEncoder().encode(text), text.charAt(4), createDecode('utf-8'));
  const filled = records.slice(1).filter(({ cells }) => cells.some((cell) => cell !== ''));
  return filled.map(({ cells: [name = '', cell = ''] }) => {
    const { normalized, partition, issue } = judge(cell);
    const isConforming = partition === 'conforming';
    const isLegacy = issue?.code === 'organization-code' || issue?.code === 'taxpayer-number';
    const organization = isConforming ? normalized.slice(8, 17) : isLegacy ? normalized.slice(-9) : '';
    return { name, cell, code: normalized, isConforming, organization };
  });
}

/** A registry of several texts, as the engine reads it. */
export async function openTexts(texts: string[], rangeBytes?: number, memoryBytes = 1 << 20): Promise<OpenRegistry> {
  const inputs = texts.map((text, index) => ({ ...inputOf(Buffer.from(text)), path: `registry-${index}.csv` }));
  return openRegistry({ inputs, options: columns, platform: createPlatform(rangeBytes), memoryBytes });
}

/** The one conforming code of some rows, or null. */
export function findOnlyCode(rows: Row[]): string | null {
  const codes = new Set(rows.filter(({ isConforming }) => isConforming).map(({ code }) => code));
  const [only] = codes;
  return codes.size === 1 ? (only ?? null) : null;
}

/** Rows under one normalized name; none under an empty one. */
export function rowsNamed(rows: Row[], name: string): Row[] {
  const wanted = normalizeName(name);
  return wanted === '' ? [] : rows.filter((row) => normalizeName(row.name) === wanted);
}
