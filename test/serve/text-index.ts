import { buildIndex, type IndexLimits, type IndexTables } from '../../src/serve/index/build-index.ts';
import { openIndex } from '../../src/serve/index/open-index.ts';
import type { Registry } from '../../src/serve/registry.ts';
import { createPlatform, inputOf } from '../engine/platform.ts';

/** An index of one table, and the bytes of its records. */
export interface TextIndex {
  tables: IndexTables;
  bytes: Buffer;
  registry: Registry;
}

export async function indexText(text: string, rangeBytes?: number): Promise<TextIndex> {
  return indexTexts([text], rangeBytes);
}

/** An index of several tables. */
export async function indexTexts(texts: string[], rangeBytes?: number, limits?: IndexLimits): Promise<TextIndex> {
  const pieces: Uint8Array[] = [];
  const { warnings: _, ...tables } = await buildIndex({
    inputs: texts.map((text, at) => inputOf(text, `registry-${at}.csv`)),
    ...(limits !== undefined && { limits }),
    options: { codeColumn: '统一社会信用代码', nameColumn: '企业名称' },
    platform: createPlatform(rangeBytes),
    append: (piece) => void pieces.push(piece),
  });
  const bytes = Buffer.concat(pieces);
  const registry = openIndex({ ...tables, builtAt: '2026-11-28T00:00:00.000Z' }, (at, length) =>
    bytes.subarray(at, at + length),
  );
  return { tables, bytes, registry };
}
