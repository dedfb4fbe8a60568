import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { refuse } from '../../messages/refusal/index.ts';
import type { Spool } from '../../tables/expansion.ts';
import type { Input } from '../../tables/input.ts';
import type { Answers } from '../../warehouse/answers.ts';
import type { Spelling } from '../../warehouse/queries.ts';
import {
  answerFields,
  nameScript,
  type QueryName,
  runners,
  type Script,
  type ScriptPlan,
  writeFirstScripts,
  writeScript,
} from '../../warehouse/scripts.ts';
import type { Cell } from '../../warehouse/warehouse.ts';
import { batchRows } from './driver.ts';
import { spoolTables } from './open-tables.ts';
import { planName, readPlan, refuseUnwritable } from './script-plan.ts';

/**
 * Writes the first scripts and the plan into a folder that is made for them; returns the names of the scripts.
 *
 * @throws {UsccError} `usage` when a name cannot stand in a script, `output` when the folder holds something
 */
export function startScripts(folder: string, plan: ScriptPlan): string[] {
  refuseUnwritable(plan);
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length > 0) throw refuse('output', { kind: 'folder-not-empty', file: folder });
  writeFileSync(join(folder, planName), `${JSON.stringify(plan, null, 2)}\n`);
  const scripts = writeFirstScripts(plan);
  for (const script of scripts) saveScript(folder, script);
  return scripts.map(({ name }) => name);
}

/**
 * What the scripts of a folder have brought. Asked for a result that is not there, it writes the script that brings it.
 *
 * @throws {UsccError} `input` when a result is not there, which names the script to run
 */
function readAnswers(folder: string, plan: ScriptPlan): Answers {
  const find = (query: QueryName, spelling: Spelling, codes: readonly string[] = []): string[] => {
    const list = codes.length === 0 ? '' : createHash('sha256').update(codes.join()).digest('hex').slice(0, 8);
    const path = join(folder, `${nameScript(query, spelling, list)}.jsonl`);
    if (existsSync(path)) return listParts(path);
    const script = writeScript(plan, query, spelling, codes, list);
    saveScript(folder, script);
    throw refuse('input', { kind: 'next-round', file: folder, run: runners[plan.dialect](script.name) });
  };
  return {
    async totals(query, spelling) {
      const all: Cell[][] = [];
      for await (const batch of readLines(find(query, spelling), query)) for (const row of batch) all.push(row);
      return all;
    },
    rows: (query, spelling) => readLines(find(query, spelling), query),
    meeting: (codes, spelling) => readLines(find('meeting', spelling, codes), 'meeting'),
  };
}

function saveScript(folder: string, { name, sql }: Script): void {
  writeFileSync(join(folder, `${name}.sql`), sql);
}

/** A result is a file, or the folder of parts that a distributed engine writes. */
function listParts(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => !name.startsWith('.') && !name.startsWith('_'));
  return names.sort().map((name) => join(path, name));
}

async function* readLines(paths: readonly string[], query: QueryName): AsyncGenerator<Cell[][]> {
  for (const path of paths) {
    let batch: Cell[][] = [];
    let line = 0;
    for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
      line++;
      if (text.trim() === '') continue;
      batch.push(readRow(text, answerFields[query], path, line));
      if (batch.length < batchRows) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }
}

function readRow(text: string, fields: readonly string[], path: string, line: number): Cell[] {
  const refusal = { kind: 'broken-result', file: path, line } as const;
  let row: Record<string, unknown> | null;
  try {
    row = JSON.parse(text);
  } catch (cause) {
    throw refuse('input', refusal, { cause });
  }
  if (typeof row !== 'object' || row === null) throw refuse('input', refusal);
  const cells = row;
  return fields.map((field) => {
    // Some engines leave out what is NULL, or write names in capitals.
    const value = cells[field] ?? cells[field.toUpperCase()] ?? null;
    return value === null ? null : String(value);
  });
}

/** The tables of a script folder as inputs. Errors as {@link readAnswers}. */
export function openScriptFolder(folder: string, spool: Spool, wholly: boolean): Promise<Input[]> {
  const plan = readPlan(folder);
  const names = plan.tables.map(({ table }) => `${folder}#${table}`);
  return spoolTables(readAnswers(folder, plan), plan.tables, names, spool, wholly);
}
