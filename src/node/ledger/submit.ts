import type { CheckOptions } from '../../check/options.ts';
import { openRegistry } from '../../clean/lookup/open-registry.ts';
import { markSubmitted } from '../../ledger/change-problems.ts';
import { describeAnswer } from '../../ledger/form/form-row.ts';
import { planSubmit, type SubmitPlan } from '../../ledger/form/return-rows.ts';
import { keepCode, keepName } from '../../ledger/keys.ts';
import type { Flag, Problem } from '../../ledger/problem.ts';
import { readMeta } from '../../ledger/store/meta.ts';
import { readProblems, seriesConditions } from '../../ledger/store/problems.ts';
import type { Step } from '../../ledger/take-answers.ts';
import { refuse } from '../../messages/refusal/index.ts';
import { withRun } from '../run.ts';
import { allFlags } from './collect.ts';
import type { OpenDatabase } from './database.ts';
import { readForm, writeWorkbook } from './send.ts';

/** What goes to the centre, and how. */
export interface SubmitOptions {
  /** The workbook. */
  output: string;
  /** Flags that this round accepts. */
  flags?: Flag[];
  /** The centre's form, an .xlsx workbook. */
  template?: string;
  /** The current export: what the ledger keeps masked is read from it. */
  registry?: string[];
  registryOptions?: CheckOptions;
  /** Rows that were submitted before too. */
  again?: boolean;
  /** Who sends it, where the ledger does not say whose it is. */
  organization?: string;
  /** What it is for, as it stands above the rows: the month unless it is given. */
  period?: string;
  /** Whom the centre asks. */
  contact?: string;
  lang?: 'zh' | 'en';
  dryRun?: boolean;
}

/** What came of `submit`. */
export interface Submitted {
  /** Rows of the return. */
  rows: number;
  /** Where there are any, nothing was written. */
  faults: SubmitPlan['faults'];
}

/** What the cells of a problem have, where the ledger keeps them masked. */
type Whole = ReadonlyMap<number, { code: string; name: string }>;

/** Writes the return for the centre, unless a row of it would be refused there. */
export async function submitForm(
  database: OpenDatabase,
  {
    output,
    flags,
    template,
    registry = [],
    registryOptions = {},
    again = false,
    organization = '',
    period,
    contact,
    lang = 'zh',
    dryRun = false,
  }: SubmitOptions,
  step: Step,
): Promise<Submitted> {
  const problems = readProblems(database, `${seriesConditions.registry} AND COALESCE(origin, '') = ''`);
  const submitted = new Set(again ? [] : listSubmitted(database));
  const masked = problems.filter(isMasked);
  const whole =
    registry.length === 0 || masked.length === 0
      ? new Map<number, { code: string; name: string }>()
      : await readWhole(database, masked, registry, registryOptions);
  const isWhole = (problem: Problem): boolean => !isMasked(problem) || whole.has(problem.id);
  const plan = planSubmit(problems, new Set(flags ?? allFlags), submitted, isWhole);
  if (plan.rows.length === 0) throw refuse('usage', { kind: 'nothing-to-submit' });
  if (plan.faults.length > 0) return { rows: plan.rows.length, faults: plan.faults };
  if (dryRun) return { rows: plan.rows.length, faults: [] };
  const cells = plan.rows.map((row) => describeAnswer(row, findWhole(row.problem, whole), lang));
  const unit = readMeta(database, 'organization') ?? organization;
  const head = {
    series: 'registry' as const,
    unit,
    period: period ?? step.period,
    due: null,
    contact: contact ?? null,
  };
  await writeWorkbook(output, cells, head, template === undefined ? null : readForm(template), lang);
  markSubmitted(
    database,
    plan.rows.map(({ problem }) => problem),
    step,
  );
  return { rows: plan.rows.length, faults: [] };
}

/** Problems whose latest answer has been submitted. */
function listSubmitted(database: OpenDatabase): number[] {
  return database
    .all(
      `SELECT problem FROM events WHERE what IN ('answered', 'submitted', 'reappeared', 'still-shown')
       GROUP BY problem HAVING MAX(id) = MAX(CASE WHEN what = 'submitted' THEN id END)`,
    )
    .map(({ problem }) => Number(problem));
}

function isMasked({ codeKey, nameKey }: Problem): boolean {
  return codeKey.includes('#') || (nameKey.includes('#') && /#[0-9a-f]{16}$/.test(nameKey));
}

function findWhole({ id, code, name }: Problem, whole: Whole): { code: string; name: string } {
  return whole.get(id) ?? { code, name };
}

/** Looks masked problems up by their names, and takes what has their hash. */
async function readWhole(
  database: OpenDatabase,
  masked: Problem[],
  registry: string[],
  options: CheckOptions,
): Promise<Map<number, { code: string; name: string }>> {
  return withRun(registry, options, async ({ inputs, platform, memoryBytes, verify }) => {
    const index = await openRegistry({ inputs, options, platform, memoryBytes });
    const found = await index.find(
      'name',
      masked.map(({ nameKey }) => nameKey),
    );
    verify();
    const whole = new Map<number, { code: string; name: string }>();
    for (const { id, codeKey, nameKey } of masked) {
      const entity = (found.get(nameKey) ?? []).find(
        ({ code, name }) =>
          keepCode(code, database.hash).key === codeKey && keepName(name, database.hash).key === nameKey,
      );
      if (entity !== undefined) whole.set(id, { code: entity.code, name: entity.name });
    }
    return whole;
  });
}
