import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from '../../messages/refusal/index.ts';
import type { ScriptPlan } from '../../warehouse/scripts.ts';

/** The file that says what the scripts of a folder ask for. */
export const planName = 'plan.json';

/** What a client obeys before the engine sees it, within quotes too: `\\!`, a line that begins with `!`, a semicolon. */
const obeyed = /[\p{Cc};\\]/u;

/** @throws {UsccError} `usage` when a table or a column is called what a client would take for something else */
export function refuseUnwritable({ tables }: ScriptPlan): void {
  for (const { table, code, name, unit, key } of tables) {
    const found = [table, code, name, unit, key].find((each) => each !== null && obeyed.test(each));
    if (found !== undefined && found !== null) throw refuse('usage', { kind: 'unwritable-name', name: found });
  }
}

/** Whether a path is a folder that scripts were written into. */
export function isScriptFolder(path: string): boolean {
  return existsSync(join(path, planName)) && readFileSync(join(path, planName), 'utf8').includes('"uscc-sql/1"');
}

/** @throws {UsccError} `input` when the folder holds no plan, `usage` when scripts cannot be written for it */
export function readPlan(folder: string): ScriptPlan {
  const path = join(folder, planName);
  if (!existsSync(path)) throw refuse('input', { kind: 'not-found', file: path });
  let plan: Partial<ScriptPlan> | null = null;
  try {
    plan = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw refuse('input', { kind: 'broken-result', file: path, line: 1 }, { cause });
  }
  if (plan?.schema !== 'uscc-sql/1') throw refuse('input', { kind: 'broken-result', file: path, line: 1 });
  refuseUnwritable(plan as ScriptPlan);
  return plan as ScriptPlan;
}
